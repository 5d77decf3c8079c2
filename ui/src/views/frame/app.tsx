import "./frame.css";
import "../safety/safety.css";
import { Suspense, useEffect } from "react";
import { scenePx } from "../../base/units";
import { useCasebook } from "../../model/casebook";
import { openInspector, useFrame } from "../../model/frame";
import { revealSelection } from "../../model/selection";
import { INSPECTOR_WIDTHS, SIDE_WIDTHS, useSettings } from "../../model/settings";
import { cover } from "../../model/viewport";
import { AboutDialog } from "../about/about_dialog";
import { EditingDialogs } from "../editing/dialogs";
import { ExportDialog } from "../export/export_dialog";
import { PictureDialog } from "../export/picture_dialog";
import { GoBackDialog } from "../history/go_back_dialog";
import { ImportDialog } from "../import/import_dialog";
import { Inspector } from "../inspector/inspector";
import { BackupsDialog } from "../safety/backups_dialog";
import { RecoveryDialog } from "../safety/recovery_dialog";
import { say } from "../say";
import { ClockNotice } from "./clock_notice";
import { tameContextMenu } from "./context_menu";
import { KeysDialog } from "./keys_dialog";
import { useRoom } from "./layout";
import { fetchRooms, VIEW } from "./rooms";
import { SafetyNotices } from "./safety_notices";
import { followShortcuts } from "./shortcuts";
import { SideBar } from "./side_bar";
import { Splitter } from "./splitter";
import { StartFailed } from "./start_failed";
import { refuseStrayDrops } from "./stray_drops";
import { Toasts } from "./toasts";
import { SIDE_BUTTON, TopBar } from "./top_bar";

export function App() {
  const state = useCasebook(({ state }) => state);
  const dialog = useFrame(({ dialog }) => dialog);
  useEffect(followShortcuts, []);
  useEffect(tameContextMenu, []);
  useEffect(refuseStrayDrops, []);
  useEffect(fetchRooms, []);
  return (
    <>
      {state.kind === "open" && <Frame />}
      {state.kind === "starting" && <p className="starting">{say("starting")}</p>}
      {state.kind === "failed" && <StartFailed error={state.error} />}
      {dialog?.kind === "backups" && <BackupsDialog />}
      {dialog?.kind === "recovery" && <RecoveryDialog report={dialog.report} />}
      <Toasts />
    </>
  );
}

/** A panel that has just come to lie over the view takes the keys. */
const focusFirst = (panel: HTMLElement | null): void =>
  panel?.querySelector<HTMLElement>("[aria-current]")?.focus();

function Frame() {
  const room = useRoom();
  const { view, isInspectorOpen, isSideOpen, dialog } = useFrame();
  const { side, inspector } = useSettings();
  const View = VIEW[view];
  const sideShown = room !== "narrow" || isSideOpen;
  const inspectorShown = room === "wide" || isInspectorOpen;
  const covered = room !== "wide" && isInspectorOpen ? inspector * 16 : 0;
  useEffect(() => {
    cover(scenePx(covered));
    if (covered > 0) revealSelection();
  }, [covered]);
  return (
    <div
      className="frame"
      data-room={room}
      style={
        { "--side": `${side}rem`, "--inspector": `${inspector}rem` } as React.CSSProperties
      }
    >
      <a className="skip" href="#view">
        {say("frame-skip")}
      </a>
      <TopBar room={room} />
      {sideShown && (
        <aside
          className="side"
          aria-label={say("frame-open-side")}
          ref={room === "narrow" ? focusFirst : undefined}
          onKeyDown={(event) => {
            if (event.key !== "Escape" || event.defaultPrevented || room !== "narrow") return;
            useFrame.setState({ isSideOpen: false });
            document.getElementById(SIDE_BUTTON)?.focus();
          }}
        >
          <SideBar />
          {room !== "narrow" && (
            <Splitter
              edge="right"
              label={say("frame-resize-side")}
              value={side}
              {...SIDE_WIDTHS}
              onChange={(value) => useSettings.setState({ side: value })}
            />
          )}
        </aside>
      )}
      {room === "narrow" && isSideOpen && (
        <button
          type="button"
          className="scrim"
          aria-label={say("frame-close-side")}
          onClick={() => useFrame.setState({ isSideOpen: false })}
        />
      )}
      <main className="view" id="view" tabIndex={-1} aria-label={say(`view-${view}`)}>
        <SafetyNotices />
        <ClockNotice />
        <div className="view-body">
          <Suspense fallback={null}>
            <View />
          </Suspense>
        </div>
      </main>
      {inspectorShown && (
        <aside className="inspector-panel" aria-label={say("inspector-label")}>
          <Splitter
            edge="left"
            label={say("frame-resize-inspector")}
            value={inspector}
            {...INSPECTOR_WIDTHS}
            onChange={(value) => useSettings.setState({ inspector: value })}
          />
          <Inspector canClose={room !== "wide"} onClose={() => openInspector(false)} />
        </aside>
      )}
      {dialog?.kind === "about" && <AboutDialog />}
      <EditingDialogs />
      {dialog?.kind === "export" && <ExportDialog />}
      {dialog?.kind === "picture" && <PictureDialog />}
      {dialog?.kind === "keys" && <KeysDialog />}
      {dialog?.kind === "go-back" && <GoBackDialog entry={dialog.entry} />}
      {dialog?.kind === "import" && <ImportDialog preview={dialog.preview} />}
    </div>
  );
}
