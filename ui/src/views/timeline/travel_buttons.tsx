import { ArrowLeft, ArrowRight } from "lucide-react";
import { Button } from "react-aria-components";
import { travel, useViewportHistory } from "../../model/viewport_history";
import { say } from "../say";

/** Back to what the timeline showed before, and forward again. */
export function TravelButtons() {
  const { past, future } = useViewportHistory();
  return (
    <>
      <Button
        className="icon-button"
        aria-label={say("timeline-back")}
        isDisabled={past.length === 0}
        onPress={() => travel("back")}
      >
        <ArrowLeft aria-hidden size="1rem" />
      </Button>
      <Button
        className="icon-button"
        aria-label={say("timeline-forward")}
        isDisabled={future.length === 0}
        onPress={() => travel("forward")}
      >
        <ArrowRight aria-hidden size="1rem" />
      </Button>
    </>
  );
}
