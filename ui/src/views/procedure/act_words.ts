import type { Procedure, ProcedureActView } from "../../ipc/generated/bindings";
import { say, sayOr } from "../say";

/** The label of an event: its short title where it has one. */
export const nameOf = (procedure: Procedure, key: number): string => {
  const event = procedure.events.find((one) => one.key === key);
  return event?.short_title ?? event?.title ?? "";
};

/** "Second Circuit reverses vacates Civil contempt, 14 July 2016". */
export const sayAct = (act: ProcedureActView, procedure: Procedure): string =>
  say(act.part === null ? "procedure-act" : "procedure-act-part", {
    from: nameOf(procedure, act.from),
    act: sayOr("arrow", act.relation),
    to: nameOf(procedure, act.to),
    part: act.part ?? "",
    date: act.effective_words,
  });
