import { openDialog } from "../../model/frame";
import { Dialog } from "../dialog";
import { say } from "../say";

const GROUPS: readonly {
  readonly heading: string;
  readonly keys: readonly (readonly [keys: readonly string[], message: string])[];
}[] = [
  {
    heading: "keys-on-timeline",
    keys: [
      [["→", "←"], "keys-next"],
      [["↑", "↓"], "keys-lanes"],
      [["Enter"], "keys-enter"],
      [["R"], "keys-relate"],
      [["Esc"], "keys-escape"],
      [["+", "−"], "keys-zoom"],
      [["0"], "keys-fit"],
      [["F"], "keys-fit-chosen"],
      [["Shift →", "Shift ←"], "keys-choose"],
      [["Space"], "keys-choose-one"],
      [["M"], "keys-move"],
      [["Ctrl →", "Ctrl ←"], "keys-move-step"],
      [["Alt ←", "Alt →"], "keys-travel"],
      [["Home", "End"], "keys-ends"],
      [["Page ↑", "Page ↓"], "keys-pages"],
    ],
  },
  {
    heading: "keys-in-lanes",
    keys: [
      [["Alt ↑", "Alt ↓"], "keys-lane-move"],
      [["Shift ↑", "Shift ↓"], "keys-lane-room"],
    ],
  },
  {
    heading: "keys-in-table",
    keys: [
      [["↑", "↓"], "keys-rows"],
      [["→", "←"], "keys-cells"],
      [["F2"], "keys-headings"],
      [["Ctrl Home", "Ctrl End"], "keys-row-ends"],
      [["Shift ↑", "Shift ↓"], "keys-row-extend"],
      [["Space"], "keys-row-toggle"],
      [["Ctrl A"], "keys-row-all"],
      [["Ctrl C"], "keys-row-copy"],
      [["Enter"], "keys-row-enter"],
      [["Shift →", "Shift ←"], "keys-column-width"],
      [["Ctrl Shift →", "Ctrl Shift ←"], "keys-column-move"],
    ],
  },
  {
    heading: "keys-in-history",
    keys: [
      [["↑", "↓"], "keys-entries"],
      [["Page ↑", "Page ↓"], "keys-entries-far"],
      [["Enter"], "keys-entry-enter"],
    ],
  },
  {
    heading: "keys-everywhere",
    keys: [
      [["Ctrl K", "/"], "keys-search"],
      [["F3", "Ctrl G"], "keys-next-hit"],
      [["Shift F3"], "keys-previous-hit"],
      [["Ctrl Z"], "keys-undo"],
      [["Ctrl Shift Z"], "keys-redo"],
      [["Ctrl H"], "keys-history"],
      [["Ctrl N"], "keys-new-event"],
      [["N"], "keys-quick-entry"],
      [["E"], "keys-edit-event"],
      [["B"], "keys-change-events"],
      [["J"], "keys-merge-events"],
      [["Delete"], "keys-delete-events"],
      [["Ctrl Enter"], "keys-save-event"],
      [["Ctrl Shift N"], "keys-new"],
      [["Ctrl O"], "keys-open"],
      [["Ctrl E"], "keys-export"],
      [["Ctrl Q", "Ctrl W"], "keys-close"],
      [["?"], "keys-help"],
    ],
  },
];

export function KeysDialog() {
  return (
    <Dialog heading={say("keys-heading")} onClose={() => openDialog(null)}>
      <div className="keys">
        {GROUPS.map(({ heading, keys }) => (
          <section key={heading}>
            <h3>{say(heading)}</h3>
            <dl>
              {keys.map(([keycaps, message]) => (
                <div key={message}>
                  <dt>
                    {keycaps.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{say(message)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
