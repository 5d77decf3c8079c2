import { FileJson2, Globe, Image, Sheet } from "lucide-react";
import { Button } from "react-aria-components";
import type { ExportFormat } from "../../ipc/generated/bindings";
import { exportCasebook, type PictureFormat } from "../../model/exchange";
import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { say } from "../say";

const FORMATS: readonly { readonly format: DocumentFormat; readonly Icon: typeof Globe }[] = [
  { format: "html", Icon: Globe },
  { format: "json", Icon: FileJson2 },
  { format: "csv", Icon: Sheet },
];

type DocumentFormat = Exclude<ExportFormat, PictureFormat>;

/** Which file to write; where it goes is asked next. */
export function ExportDialog() {
  return (
    <Dialog heading={say("export-heading")} onClose={() => openDialog(null)}>
      <p className="quiet">{say("export-intro")}</p>
      <div className="export-list">
        {FORMATS.map(({ format, Icon }) => (
          <Button
            key={format}
            className="export-choice"
            onPress={() => void exportCasebook(format)}
          >
            <Icon aria-hidden size="1.25rem" />
            <span>
              <strong>{say(`export-${format}`)}</strong>
              <span className="quiet">{say(`export-${format}-text`)}</span>
            </span>
          </Button>
        ))}
        <Button className="export-choice" onPress={() => openDialog({ kind: "picture" })}>
          <Image aria-hidden size="1.25rem" />
          <span>
            <strong>{say("export-picture")}</strong>
            <span className="quiet">{say("export-picture-text")}</span>
          </span>
        </Button>
      </div>
    </Dialog>
  );
}
