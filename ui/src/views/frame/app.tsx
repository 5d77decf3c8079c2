import "./frame.css";
import "../safety/safety.css";
import { Suspense, useEffect } from "react";
import { scenePx } from "../../base/units";
import { useCasebook } from "../../model/casebook";
import { openInspector, useFrame } from "../../model/frame";
import { revealSelection } from "../../model/selection";
import { INSPECTOR_WIDTHS, SIDE_WIDTHS, useSettings } from "../../model/settings";
import { cover } from "../../model/viewport";
import { say } from "../say";
import { tameContextMenu } from "./context_menu";
import { FurnitureContext, useFurniture, useReadFurniture } from "./later";
import { SIDE_BUTTON, useRoom } from "./layout";
import { fetchRooms, VIEW } from "./rooms";
import { followShortcuts } from "./shortcuts";
import { Splitter } from "./splitter";
import { refuseStrayDrops } from "./stray_drops";

export function App() {
  const state = useCasebook(({ state }) => state);
  const dialog = useFrame(({ dialog }) => dialog);
  useEffect(followShortcuts, []);
  useEffect(tameContextMenu, []);
  useEffect(refuseStrayDrops, []);
  useEffect(fetchRooms, []);
  const furniture = useReadFurniture();
  return (
    <FurnitureContext value={furniture}>
      {state.kind === "open" && <Frame />}
      {state.kind === "starting" && <p className="starting">{say("starting")}</p>}
      {state.kind === "failed" && furniture && <furniture.StartFailed error={state.error} />}
      {furniture && dialog?.kind === "backups" && <furniture.BackupsDialog />}
      {furniture && dialog?.kind === "recovery" && (
        <furniture.RecoveryDialog report={dialog.report} />
      )}
      {furniture && <furniture.Toasts />}
    </FurnitureContext>
  );
}

/** A panel that has just come to lie over the view takes the keys. */
const focusFirst = (panel: HTMLElement | null): void =>
  panel?.querySelector<HTMLElement>("[aria-current]")?.focus();

function Frame() {
  const furniture = useFurniture();
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
      {furniture ? <furniture.TopBar room={room} /> : <header className="top" />}
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
          {furniture && <furniture.SideBar />}
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
        {furniture && <furniture.SafetyNotices />}
        {furniture && <furniture.ClockNotice />}
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
          {furniture && (
            <furniture.Inspector
              canClose={room !== "wide"}
              onClose={() => openInspector(false)}
            />
          )}
        </aside>
      )}
      {furniture && <furniture.EditingDialogs />}
      {furniture && dialog?.kind === "about" && <furniture.AboutDialog />}
      {furniture && dialog?.kind === "export" && <furniture.ExportDialog />}
      {furniture && dialog?.kind === "picture" && <furniture.PictureDialog />}
      {furniture && dialog?.kind === "keys" && <furniture.KeysDialog />}
      {furniture && dialog?.kind === "go-back" && (
        <furniture.GoBackDialog entry={dialog.entry} />
      )}
      {furniture && dialog?.kind === "import" && (
        <furniture.ImportDialog preview={dialog.preview} />
      )}
    </div>
  );
}
