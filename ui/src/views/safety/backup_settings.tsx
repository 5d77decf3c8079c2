import "./safety.css";
import { Button } from "react-aria-components";
import { openDialog } from "../../model/frame";
import { writtenAt } from "../moments";
import { say } from "../say";
import { useAnswer } from "../use_answer";

/** Where the backups of this casebook are, and how old the newest is. */
export function BackupSettings() {
  const { result: list } = useAnswer("list_backups", {});
  const newest = list?.backups[0];
  return (
    <fieldset className="settings-backups">
      <legend>{say("settings-backups")}</legend>
      {list && (
        <>
          <p>
            {newest
              ? say("settings-backups-last", { when: writtenAt(newest.at) })
              : say("settings-backups-none")}
          </p>
          <p className="quiet">{list.folder}</p>
        </>
      )}
      <Button className="button small" onPress={() => openDialog({ kind: "backups" })}>
        {say("menu-backups")}
      </Button>
    </fieldset>
  );
}
