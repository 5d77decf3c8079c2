import { PanelLeft, Plus } from "lucide-react";
import { Button } from "react-aria-components";
import { useCasebook } from "../../model/casebook";
import { openDialog, useFrame } from "../../model/frame";
import { say } from "../say";
import { SearchBox } from "../search/search_box";
import { SettingsButton } from "../settings/settings_button";
import { CasebookMenu } from "./casebook_menu";
import { ClockButtons } from "./clocks";
import { type Room, SIDE_BUTTON } from "./layout";
import { MENU_ACTIONS } from "./menu_actions";

export function TopBar({ room }: { readonly room: Room }) {
  const isSideOpen = useFrame((frame) => frame.isSideOpen);
  return (
    <header className="top">
      <div className="top-casebook">
        {room === "narrow" && (
          <Button
            id={SIDE_BUTTON}
            className="icon-button"
            aria-label={say("frame-open-side")}
            aria-expanded={isSideOpen}
            onPress={() => useFrame.setState({ isSideOpen: !isSideOpen })}
          >
            <PanelLeft aria-hidden size="1.125rem" />
          </Button>
        )}
        <div className="top-names">
          <h1 className="casebook-heading">
            <CasebookMenu />
          </h1>
          <SaveState />
        </div>
      </div>
      <SearchBox />
      <div className="top-actions">
        <ClockButtons />
        <SettingsButton />
        <Button
          className="button"
          aria-label={say("menu-new-event")}
          onPress={MENU_ACTIONS["new-event"]}
        >
          <Plus aria-hidden size="1rem" />
          <span className="top-new">{say("frame-new-event")}</span>
        </Button>
        <Button className="button primary" onPress={() => openDialog({ kind: "export" })}>
          {say("frame-export")}
        </Button>
      </div>
    </header>
  );
}

/** What is in the casebook, and that every change to it is already in its file. */
function SaveState() {
  const state = useCasebook(({ state }) => state);
  if (state.kind !== "open") return null;
  const { counts, read_only } = state.summary;
  const { events, sources } = counts;
  return (
    <p className="top-state">
      {say("frame-counts", { events, sources })}
      {" · "}
      {read_only ? (
        <strong className="read-only" title={say("frame-read-only-hint")}>
          {say(`frame-read-only-${read_only}`)}
        </strong>
      ) : (
        say("frame-saved")
      )}
    </p>
  );
}
