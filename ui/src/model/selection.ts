import { create } from "zustand";
import { dayFromIso } from "../base/civil";
import { Latest } from "../base/latest";
import { day } from "../base/units";
import { asCommandError } from "../ipc/errors";
import type { EventDetail, Footing, Step } from "../ipc/generated/bindings";
import { arrangementNow } from "./arrangement";
import { useCasebook } from "./casebook";
import { filterNow, useFilter } from "./filter";
import { ask } from "./program";
import { report } from "./toasts";
import { reveal } from "./viewport";

export interface SelectionState {
  readonly key: number | null;
  /** The lane in which the reader met it, by its identifier, where he met it in one. */
  readonly lane: string | null;
  /** All of the selected event, or of the one before while that is on its way. */
  readonly detail: EventDetail | null;
  /** Grows when the selected event is to be brought into view. */
  readonly reveals: number;
}

export const useSelection = create<SelectionState>(() => ({
  key: null,
  lane: null,
  detail: null,
  reveals: 0,
}));

export const selectedNow = (): number | null => useSelection.getState().key;

const details = new Latest<{ key: number; into: boolean }, EventDetail>(
  ({ key }) => ask("get_event", { key, known_on: filterNow().known_on }),
  (detail, { into }) => {
    if (detail.key !== selectedNow()) return;
    useSelection.setState({ detail });
    if (into) bringIntoView(detail);
  },
  (reason, { key }) => {
    if (key !== selectedNow()) return;
    clearSelection();
    const error = asCommandError(reason);
    // An event that an edit or its undo took away is not to be shown any more.
    if (error.code !== "no-such") report(error);
  },
);

/** Selects an event; `into` view unless the reader already points at it. */
export function select(
  key: number,
  into: "view" | "place" = "view",
  lane: string | null = null,
): void {
  useSelection.setState({ key, lane });
  details.ask({ key, into: into === "view" });
}

export function clearSelection(): void {
  useSelection.setState({ key: null, lane: null, detail: null });
}

interface Stepping {
  readonly step: Step;
  /** Takes the event that the step came to, and its lane. */
  readonly arrive: (footing: Footing) => void;
}

const steps = new Latest<Stepping, Footing | null>(
  ({ step }) => {
    const { key, lane } = useSelection.getState();
    return ask("step_event", {
      filter: filterNow(),
      lanes: arrangementNow(),
      from: key === null ? null : { key, lane },
      step,
    });
  },
  (footing, { arrive }) => {
    if (footing !== null) arrive(footing);
  },
  (reason) => report(asCommandError(reason)),
);

export const stepInto = ({ key, lane }: Footing): void => select(key, "view", lane);

/** Moves the selection; the keyboard's way through the timeline. */
export function step(to: Step, arrive: Stepping["arrive"] = stepInto): void {
  steps.ask({ step: to, arrive });
}

function bringIntoView({ earliest, latest }: EventDetail): void {
  const first = earliest === null ? null : dayFromIso(earliest);
  const last = latest === null ? null : dayFromIso(latest);
  const from = first ?? last;
  if (from !== null) reveal(from, day((last ?? from) + 1));
  useSelection.setState(({ reveals }) => ({ reveals: reveals + 1 }));
}

/** Brings the selected event into view again, after something came to lie over it. */
export function revealSelection(): void {
  const { detail, key } = useSelection.getState();
  if (detail && detail.key === key) bringIntoView(detail);
}

/** Reads the selected event anew when more or less of it is known, and drops it if none. */
export function followKnowledge(): () => void {
  return useFilter.subscribe(({ filter: { known_on } }, { filter: before }) => {
    const { key, detail } = useSelection.getState();
    if (known_on === before.known_on || key === null) return;
    const first = detail?.key === key ? detail.public_first : null;
    const known = known_on === null ? null : dayFromIso(known_on);
    if (first !== null && known !== null && first > known) clearSelection();
    else details.ask({ key, into: false });
  });
}

/** Reads the selected event anew when the casebook changed, and drops it with its casebook. */
export function followCasebook(): () => void {
  return useCasebook.subscribe(({ state }, { state: before }) => {
    if (state.kind !== "open" || before.kind !== "open") return;
    if (state.summary.path !== before.summary.path) clearSelection();
    else if (state.summary.revision !== before.summary.revision) {
      const key = selectedNow();
      if (key !== null) details.ask({ key, into: false });
    }
  });
}
