import { Button } from "react-aria-components";
import type { ImportReport } from "../../ipc/generated/bindings";
import { importFile } from "../../model/exchange";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { say } from "../say";

/** What importing the chosen file would do, row by row where a row is refused. */
export function ImportDialog({ preview }: { readonly preview: ImportReport }) {
  const { path, created, updated, unchanged, rejected, ignored_columns } = preview;
  const changes = created + updated > 0;
  return (
    <Dialog heading={say("import-heading")} onClose={() => openDialog(null)}>
      <p className="quiet import-path">{say("import-from", { path })}</p>
      <ul className="import-counts">
        <li data-some={created > 0}>{say("import-created", { count: created })}</li>
        <li data-some={updated > 0}>{say("import-updated", { count: updated })}</li>
        <li data-some={unchanged > 0}>{say("import-unchanged", { count: unchanged })}</li>
        <li data-some={rejected.length > 0} data-refused>
          {say("import-rejected", { count: rejected.length })}
        </li>
      </ul>
      {rejected.length > 0 && (
        <div
          className="import-rejected"
          role="group"
          aria-label={say("import-reason")}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the keys
          tabIndex={0}
        >
          <table>
            <thead>
              <tr>
                <th scope="col">{say("import-line")}</th>
                <th scope="col">{say("import-reason")}</th>
              </tr>
            </thead>
            <tbody>
              {rejected.map(({ line, reason }) => (
                <tr key={`${line} ${reason}`}>
                  <td>{line}</td>
                  <td>{reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {ignored_columns.length > 0 && (
        <p className="import-ignored">
          {say("import-ignored", {
            count: ignored_columns.length,
            names: ignored_columns.join(", "),
          })}
        </p>
      )}
      <p className="quiet">{say(changes ? "import-safe" : "import-nothing")}</p>
      <div className="button-row end">
        <Button className="button" onPress={() => openDialog(null)}>
          {say("action-cancel")}
        </Button>
        <Button
          className="button primary"
          isDisabled={!changes}
          onPress={() => void importFile(path)}
        >
          {say("import-confirm")}
        </Button>
      </div>
    </Dialog>
  );
}
