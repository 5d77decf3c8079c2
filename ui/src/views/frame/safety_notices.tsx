import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import type { CommandError } from "../../ipc/commands";
import type { CasebookSummary } from "../../ipc/generated/bindings";
import { saveCopy, useCasebook } from "../../model/casebook";
import { openDialog } from "../../model/frame";
import {
  knowPlace,
  recoverCasebook,
  rescueCasebook,
  takeOver,
  useSafety,
} from "../../model/safety";
import { say, sayOr } from "../say";

/**
 * What happened to the file of the casebook, or keeps it from being written: what is safe,
 * and what to do.
 */
export function SafetyNotices() {
  const state = useCasebook(({ state }) => state);
  const { trouble, backupFailed, knownPlaces } = useSafety();
  if (state.kind !== "open") return null;
  const { path, place_warning } = state.summary;
  return (
    <div className="safety-notices">
      <div role="alert">{trouble && <Trouble trouble={trouble} />}</div>
      <div role="status">
        {!trouble && <ReadOnly summary={state.summary} />}
        {place_warning && !knownPlaces.includes(path) && (
          <Notice text={place_warning}>
            <Button className="button small" onPress={() => knowPlace(path)}>
              {say("safety-understood")}
            </Button>
          </Notice>
        )}
        {backupFailed && (
          <Notice text={say("safety-backup-failed", { reason: backupFailed.message })}>
            <BackupsButton />
          </Notice>
        )}
      </div>
    </div>
  );
}

/** What the program has no words of its own for is said as it was reported. */
function Trouble({ trouble: { code, message, hint } }: { readonly trouble: CommandError }) {
  const key = sayOr("safety-trouble", code);
  const text = key === code ? [message, hint].filter(Boolean).join(". ") : key;
  return (
    <Notice text={text} tone="trouble">
      <Button className="button small primary" onPress={() => void rescueCasebook()}>
        {say("safety-rescue")}
      </Button>
      {code === "damaged" && <DamagedButtons />}
    </Notice>
  );
}

function ReadOnly({ summary }: { readonly summary: CasebookSummary }) {
  const { read_only, held_by, is_free } = summary;
  switch (read_only) {
    case null:
      return null;
    case "damaged":
      return (
        <Notice text={say("safety-damaged")} tone="trouble">
          <DamagedButtons />
        </Notice>
      );
    case "in-use":
      if (is_free) {
        return (
          <Notice text={say("safety-free")}>
            <Button className="button small primary" onPress={() => void takeOver()}>
              {say("safety-take-over")}
            </Button>
          </Notice>
        );
      }
      return (
        <Notice
          text={
            held_by ? say("safety-in-use", { holder: held_by }) : say("safety-in-use-unknown")
          }
        >
          <Button className="button small" onPress={() => void saveCopy()}>
            {say("menu-save-copy")}
          </Button>
        </Notice>
      );
    case "permission":
      return (
        <Notice text={say("safety-permission")}>
          <Button className="button small" onPress={() => void rescueCasebook()}>
            {say("safety-rescue")}
          </Button>
        </Notice>
      );
  }
}

function DamagedButtons() {
  return (
    <>
      <Button className="button small primary" onPress={() => void recoverCasebook()}>
        {say("safety-recover")}
      </Button>
      <BackupsButton />
    </>
  );
}

function BackupsButton() {
  return (
    <Button className="button small" onPress={() => openDialog({ kind: "backups" })}>
      {say("menu-backups")}
    </Button>
  );
}

interface NoticeProps {
  readonly text: string;
  readonly tone?: "trouble";
  readonly children: ReactNode;
}

function Notice({ text, tone, children }: NoticeProps) {
  return (
    <div className="safety-notice" data-tone={tone}>
      <p>{text}</p>
      <div className="button-row">{children}</div>
    </div>
  );
}
