import "./safety.css";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useState } from "react";
import { Button } from "react-aria-components";
import type { BackupContents, BackupView } from "../../ipc/generated/bindings";
import { openDialog } from "../../model/frame";
import { restoreBackup } from "../../model/safety";
import { Dialog } from "../dialog";
import { Difference } from "../history/difference";
import { writtenAt } from "../moments";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** The copies that the program keeps: what each holds, how it differs, and restoring it. */
export function BackupsDialog() {
  const { result: list } = useAnswer("list_backups", {});
  const [shown, setShown] = useState<string | null>(null);
  return (
    <Dialog heading={say("backups-heading")} onClose={() => openDialog(null)}>
      <p className="quiet">{say("backups-intro")}</p>
      {!list && <p role="status">{say("backups-reading")}</p>}
      {list?.backups.length === 0 && <p className="backups-none">{say("backups-none")}</p>}
      {list && list.backups.length > 0 && (
        <ul className="backups">
          {list.backups.map((backup) => (
            <Backup
              key={backup.path}
              backup={backup}
              isShown={shown === backup.path}
              onShow={() => setShown(shown === backup.path ? null : backup.path)}
            />
          ))}
        </ul>
      )}
      {list && (
        <p className="quiet backups-folder">{say("backups-folder", { folder: list.folder })}</p>
      )}
    </Dialog>
  );
}

interface BackupProps {
  readonly backup: BackupView;
  readonly isShown: boolean;
  readonly onShow: () => void;
}

function Backup({ backup, isShown, onShow }: BackupProps) {
  const { at, occasion, contents } = backup;
  return (
    <li className="backup">
      <Button className="backup-head" aria-expanded={isShown} onPress={onShow}>
        {isShown ? (
          <ChevronDown aria-hidden size="0.875rem" />
        ) : (
          <ChevronRight aria-hidden size="0.875rem" />
        )}
        <span className="backup-when">{writtenAt(at)}</span>
        <span className="quiet">{contents ? since(contents) : say("backups-unreadable")}</span>
        {occasion === "before-import" && (
          <span className="tag">{say("backups-before-import")}</span>
        )}
      </Button>
      {isShown && <BackupDetails backup={backup} />}
    </li>
  );
}

function since({ changes_since, events_since }: BackupContents): string {
  if (changes_since === null) return say("backups-other");
  if (changes_since === 0) return say("backups-same");
  return say("backups-since", { changes: changes_since, events: events_since ?? 0 });
}

function BackupDetails({ backup: { path, contents, bytes } }: { readonly backup: BackupView }) {
  const compares = contents !== null && (contents.changes_since ?? 0) > 0;
  const { result: would } = useAnswer("compare_backup", compares ? { path } : null);
  const [isBusy, setBusy] = useState(false);
  const restore = async (): Promise<void> => {
    setBusy(true);
    await restoreBackup(path);
    setBusy(false);
  };
  return (
    <div className="backup-details">
      {contents && (
        <p>
          {say("backups-contents", {
            title: contents.title,
            events: contents.counts.events,
            sources: contents.counts.sources,
            relations: contents.counts.relations,
            notes: contents.counts.notes,
            size: sizeOf(bytes),
          })}
        </p>
      )}
      {contents?.last_change && (
        <p>{say("backups-last-change", { change: contents.last_change })}</p>
      )}
      {compares && !would && <p role="status">{say("go-back-comparing")}</p>}
      {would && (
        <>
          <p className="backups-difference">{say("backups-difference")}</p>
          <Difference would={would} />
        </>
      )}
      {contents ? (
        <div className="button-row">
          <Button
            className="button small primary"
            isDisabled={isBusy}
            onPress={() => void restore()}
          >
            {say("backups-restore")}
          </Button>
        </div>
      ) : (
        <p>{say("backups-unreadable-hint")}</p>
      )}
    </div>
  );
}

function sizeOf(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 10 ? megabytes.toFixed(1) : Math.round(megabytes).toString();
}
