import { create } from "zustand";
import { asCommandError } from "../ipc/errors";
import type {
  EventChoices,
  EventDraft,
  EventTarget,
  FieldProblem,
} from "../ipc/generated/bindings";
import { adopt, mayEdit, tellDone, useCasebook } from "./casebook";
import { openDialog } from "./frame";
import { holdBack } from "./leaving";
import { ask, attempt } from "./program";
import { select, selectedNow } from "./selection";
import { report } from "./toasts";

export type Field = keyof EventDraft;

/** An event while it is written. */
export interface EventFormState {
  readonly target: EventTarget;
  readonly choices: EventChoices;
  /** What stood in the form when it was opened. */
  readonly before: EventDraft;
  readonly draft: EventDraft;
  /** What is wrong, with the fields that the writer has left. */
  readonly problems: readonly FieldProblem[];
  readonly touched: ReadonlySet<string>;
  readonly isSaving: boolean;
  /** The writer is asked whether what was typed may be lost. */
  readonly isLeaving: boolean;
  /** Grows when the first problem is to be gone to. */
  readonly refusals: number;
}

export const useEventForm = create<{ readonly form: EventFormState | null }>(() => ({
  form: null,
}));

const formNow = (): EventFormState | null => useEventForm.getState().form;

function change(part: Partial<EventFormState>): void {
  useEventForm.setState(({ form }) => ({ form: form && { ...form, ...part } }));
}

/**
 * Opens a form, with what is known of the event already where something is. Answers
 * whether it did.
 */
export async function openEventForm(
  target: EventTarget,
  known: Partial<EventDraft> = {},
): Promise<boolean> {
  if (!mayEdit() || formNow()) return false;
  const answer = await attempt("event_form", { target });
  if (!answer || formNow()) return false;
  const { draft: before, choices } = answer;
  useEventForm.setState({
    form: {
      target,
      choices,
      before,
      draft: { ...before, ...known },
      problems: [],
      touched: new Set(),
      isSaving: false,
      isLeaving: false,
      refusals: 0,
    },
  });
  openDialog({ kind: "event" });
  return true;
}

/** Opens the form of the selected event. */
export function editSelected(): void {
  const key = selectedNow();
  if (key !== null) void openEventForm({ of: "event", key });
}

export function write(part: Partial<EventDraft>): void {
  const form = formNow();
  if (!form) return;
  // What was wrong with a field is not known of what is typed now.
  const problems = form.problems.filter(({ field }) => !(field in part));
  change({ draft: { ...form.draft, ...part }, problems, isLeaving: false });
}

/** The writer has left a field: what is wrong with it may be said. */
export async function leaveField(field: Field): Promise<void> {
  const form = formNow();
  if (!form || form.draft[field] === form.before[field]) return;
  const touched = new Set([...form.touched, field]);
  change({ touched });
  const { target, before, draft } = form;
  try {
    const found = await ask("check_event", { target, before, draft });
    const problems = found.filter(({ field: name }) => touched.has(name));
    if (formNow()?.draft === draft) change({ problems });
  } catch (reason) {
    report(asCommandError(reason));
  }
}

export async function saveForm(): Promise<void> {
  const form = formNow();
  if (!form || form.isSaving) return;
  const { target, before, draft } = form;
  change({ isSaving: true, isLeaving: false });
  try {
    const outcome = await ask("save_event", { target, before, draft });
    if (outcome.became === "refused") {
      const problems = outcome.problems.filter(({ field }) => isAsSent(form, field as Field));
      const touched = new Set(outcome.problems.map(({ field }) => field));
      change({ isSaving: false, problems, touched, refusals: form.refusals + 1 });
      return;
    }
    goOn(form, outcome.key);
    adopt(outcome.summary);
    select(outcome.key);
    if (outcome.done !== null) tellDone({ text: outcome.done });
  } catch (reason) {
    // What was typed stays, to be saved once there is room for it.
    change({ isSaving: false });
    report(asCommandError(reason));
  }
}

/** Whether nothing was typed into the field since the form was sent. */
const isAsSent = ({ draft }: EventFormState, field: Field): boolean =>
  formNow()?.draft[field] === draft[field];

/** What was typed while the form was being saved keeps it open, as that of the saved event. */
function goOn({ draft }: EventFormState, key: number): void {
  if (formNow()?.draft === draft) close();
  else change({ target: { of: "event", key }, before: draft, isSaving: false, problems: [] });
}

export const hasUnsavedForm = (): boolean => {
  const form = formNow();
  return form !== null && !isSame(form.draft, form.before);
};

/** Closes the form; whoever would lose something is asked first. */
export function leaveForm(): void {
  const form = formNow();
  if (!form || form.isSaving) return;
  if (hasUnsavedForm() && !form.isLeaving) change({ isLeaving: true });
  else if (!hasUnsavedForm()) close();
}

export const keepWriting = (): void => change({ isLeaving: false });
export const discardForm = (): void => close();

function close(): void {
  useEventForm.setState({ form: null });
  openDialog(null);
}

/** A form belongs to the casebook for which it was opened, and keeps the window open. */
export function followForm(): () => void {
  holdBack(hasUnsavedForm);
  return useCasebook.subscribe(({ state }, { state: before }) => {
    if (state.kind !== "open" || before.kind !== "open" || !formNow()) return;
    if (state.summary.path !== before.summary.path) close();
  });
}

/** Blanks at the ends are not kept, so they are nothing to lose. */
function isSame(a: EventDraft, b: EventDraft): boolean {
  const told = (draft: EventDraft): string =>
    JSON.stringify(draft, (_, value) => (typeof value === "string" ? value.trim() : value));
  return told(a) === told(b);
}
