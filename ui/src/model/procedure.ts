import { create } from "zustand";
import { clamp } from "../base/geometry";
import { Latest } from "../base/latest";
import type { PlanPicture } from "../base/plan";
import { type Day, day } from "../base/units";
import { asCommandError } from "../ipc/errors";
import type { Filter, Procedure, ProcedureScope } from "../ipc/generated/bindings";
import { summaryNow, useCasebook } from "./casebook";
import { knownOnNow, useClocks } from "./clocks";
import { filterNow, useFilter } from "./filter";
import { toPlan } from "./plan_picture";
import { ask } from "./program";
import { selectedNow, useSelection } from "./selection";
import { report } from "./toasts";

/** Which days lie between the edges of the drawing. */
export interface DayWindow {
  readonly from: Day;
  readonly daysPerPx: number;
  /** Scene pixels; 0 until it was measured. */
  readonly width: number;
}

export interface ProcedureState extends DayWindow {
  /** What the reader chose; `null` is the main case. */
  readonly scope: ProcedureScope | null;
  /** `null` until it was read. */
  readonly procedure: Procedure | null;
  readonly plan: PlanPicture | null;
  /** The whole docket is shown, however wide the drawing becomes. */
  readonly isWhole: boolean;
  /** Days per pixel at which the whole is shown; nothing is shown wider. */
  readonly farthest: number;
  /** The act that the keyboard or the pointer has come to: an index into the acts. */
  readonly act: number | null;
}

const UNREAD: Pick<
  ProcedureState,
  "scope" | "procedure" | "plan" | "isWhole" | "farthest" | "act"
> = { scope: null, procedure: null, plan: null, isWhole: true, farthest: 1, act: null };

export const useProcedure = create<ProcedureState>(() => ({
  ...UNREAD,
  from: day(0),
  daysPerPx: 1,
  width: 0,
}));

export const procedureNow = (): ProcedureState => useProcedure.getState();

/** What a procedure depends on. */
interface Subject {
  readonly filter: Filter;
  readonly known_on: string | null;
  readonly scope: ProcedureScope | null;
  readonly casebook: string;
}

interface Question {
  readonly subject: Subject;
  readonly selected: number | null;
  /** `null` shows the whole. */
  readonly daysPerPx: number | null;
  readonly width: number;
}

let read: { subject: string; procedure: Procedure } | null = null;

const scenes = new Latest<Question, { procedure: Procedure; plan: PlanPicture }>(
  async ({ subject, selected, daysPerPx, width }) => {
    const { filter, known_on, scope } = subject;
    const name = JSON.stringify(subject);
    if (read?.subject !== name) {
      const procedure = await ask("get_procedure", { filter, known_on, scope });
      read = { subject: name, procedure };
    }
    const { procedure } = read;
    const view = { days_per_px: daysPerPx, width, selected };
    const scene = await ask("procedure_scene", { filter, known_on, scope, view });
    return { procedure, plan: toPlan(scene, procedure) };
  },
  ({ procedure, plan }, { subject, daysPerPx }) => {
    // The plan of a casebook that is closed by now must not flash up.
    if (subject.casebook !== casebookNow()) return;
    const { isWhole, procedure: before } = procedureNow();
    const act = before === procedure ? procedureNow().act : null;
    if (daysPerPx === null && isWhole) {
      const { origin: from, daysPerPx: farthest } = plan;
      useProcedure.setState({ procedure, plan, from, daysPerPx: farthest, farthest, act });
    } else useProcedure.setState({ procedure, plan, act });
    followSelection();
  },
  (reason) => report(asCommandError(reason)),
);

const casebookNow = (): string => {
  const summary = summaryNow();
  return summary ? `${summary.path} ${summary.revision}` : "";
};

let asked = "";

function requestPlan(): void {
  const { scope, isWhole, daysPerPx, width } = procedureNow();
  if (!summaryNow() || width <= 0) return;
  const question: Question = {
    subject: {
      filter: filterNow(),
      known_on: knownOnNow(),
      scope,
      casebook: casebookNow(),
    },
    selected: selectedNow(),
    daysPerPx: isWhole ? null : daysPerPx,
    // The whole is laid out to the width; a part of it does not depend on it.
    width: isWhole ? width : 0,
  };
  const name = JSON.stringify(question);
  if (name === asked) return;
  asked = name;
  scenes.ask(question);
}

/** An event of another matter is shown there, unless the reader chose what to see. */
function followSelection(): void {
  const { scope, procedure } = procedureNow();
  const key = selectedNow();
  if (scope !== null || key === null || !procedure) return;
  if (procedure.events.some((event) => event.key === key)) return;
  const other = procedure.scopes.find(({ keys }) => keys.includes(key));
  if (other) useProcedure.setState({ scope: other.scope, isWhole: true });
}

export function chooseScope(scope: ProcedureScope): void {
  useProcedure.setState({ scope, isWhole: true, act: null });
}

export function resizePlan(width: number): void {
  if (width !== procedureNow().width) useProcedure.setState({ width });
}

/** Half a day to a pixel and more is as close as rulings are told apart. */
const CLOSEST = 1 / 24;

/** Zooms by `factor` (above 1 shows more days) and keeps the day under `x` where it is. */
export function zoomPlan(x: number, factor: number): void {
  const { from, daysPerPx, farthest } = procedureNow();
  const next = Math.max(daysPerPx * factor, Math.min(CLOSEST, farthest));
  if (next >= farthest) showWhole();
  else show(from + x * (daysPerPx - next), next);
}

export function panPlan(distance: number): void {
  const { from, daysPerPx, isWhole } = procedureNow();
  if (!isWhole) show(from + distance * daysPerPx, daysPerPx);
}

export function showWhole(): void {
  const { isWhole, plan } = procedureNow();
  if (!isWhole) useProcedure.setState({ isWhole: true });
  else if (plan) useProcedure.setState({ from: plan.origin });
}

/** Shows the days between two with room on both sides. */
export function showDays(first: number, last: number): void {
  const { width, farthest } = procedureNow();
  const room = Math.max(last - first, 1);
  const next = clamp((room * 1.6) / Math.max(width, 1), Math.min(CLOSEST, farthest), farthest);
  if (next >= farthest) showWhole();
  else show((first + last) / 2 - (width * next) / 2, next);
}

/** Moves just far enough to bring a stretch of the plan into view. */
export function revealInPlan(left: number, right: number): void {
  const { from, daysPerPx, width, plan, isWhole } = procedureNow();
  if (!plan || isWhole) return;
  const x = (value: number): number => (plan.origin - from) / daysPerPx + value;
  const room = Math.min(40, width / 4);
  if (x(left) < room) panPlan(x(left) - room);
  else if (x(right) > width - room) panPlan(Math.min(x(right) - width + room, x(left) - room));
}

function show(from: number, daysPerPx: number): void {
  const { plan, width } = procedureNow();
  if (!plan) return;
  const least = plan.origin;
  const last = plan.origin + plan.width * plan.daysPerPx;
  const most = Math.max(last - width * daysPerPx, least);
  useProcedure.setState({ from: day(clamp(from, least, most)), daysPerPx, isWhole: false });
}

/** Keeps the plan in step with all that it depends on, for as long as it is shown. */
export function startProcedure(): () => void {
  const stops = [
    useProcedure.subscribe(requestPlan),
    useFilter.subscribe(requestPlan),
    useClocks.subscribe(({ asKnown }, before) => {
      if (asKnown !== before.asKnown) requestPlan();
    }),
    useSelection.subscribe(({ key }, before) => {
      if (key === before.key) return;
      const { act, procedure } = procedureNow();
      const shown = act === null ? null : procedure?.acts[act];
      if (shown && shown.from !== key && shown.to !== key) {
        useProcedure.setState({ act: null });
      }
      followSelection();
      requestPlan();
    }),
    useCasebook.subscribe(({ state }, { state: before }) => {
      const path = state.kind === "open" ? state.summary.path : null;
      if (path !== (before.kind === "open" ? before.summary.path : null)) {
        useProcedure.setState(UNREAD);
      }
      requestPlan();
    }),
  ];
  asked = "";
  requestPlan();
  return () => {
    for (const stop of stops) stop();
  };
}
