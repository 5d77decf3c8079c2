import { Maximize2, ZoomIn, ZoomOut } from "lucide-react";
import { Button } from "react-aria-components";
import { showAll } from "../../model/timeline";
import { say } from "../say";
import { ZOOM_STEP, zoomInMiddle } from "./keys";
import { TravelButtons } from "./travel_buttons";

/** Where to look, for those who do not use the keys or the wheel. */
export function ZoomButtons() {
  return (
    <div className="zoom-buttons" role="group" aria-label={say("timeline-view")}>
      <TravelButtons />
      <Button
        className="icon-button"
        aria-label={say("timeline-zoom-out")}
        onPress={() => zoomInMiddle(ZOOM_STEP)}
      >
        <ZoomOut aria-hidden size="1rem" />
      </Button>
      <Button
        className="icon-button"
        aria-label={say("timeline-zoom-in")}
        onPress={() => zoomInMiddle(1 / ZOOM_STEP)}
      >
        <ZoomIn aria-hidden size="1rem" />
      </Button>
      <Button className="icon-button" aria-label={say("timeline-fit")} onPress={showAll}>
        <Maximize2 aria-hidden size="1rem" />
      </Button>
    </div>
  );
}
