import { lazy } from "react";
import type { ViewName } from "../../model/frame";
import { EDITING_FETCHES } from "../editing/dialogs";
import { TimelineView } from "../timeline/timeline_view";

/**
 * What the first picture does not need is read after it: the window can be used sooner.
 * By the time that a reader asks for another view, it is there.
 */
const fetchCheck = () => import("../check/check_view");
const fetchContents = () => import("../contents/contents_view");
const fetchEvidence = () => import("../evidence/evidence_view");
const fetchHistory = () => import("../history/history_view");
const fetchNotes = () => import("../notes/notes_view");
const fetchPrinciples = () => import("../principles/principles_view");
const fetchProcedure = () => import("../procedure/procedure_view");
const fetchTable = () => import("../table/table_view");

export const VIEW: Readonly<Record<ViewName, React.ComponentType>> = {
  timeline: TimelineView,
  procedure: lazy(async () => ({ default: (await fetchProcedure()).ProcedureView })),
  table: lazy(async () => ({ default: (await fetchTable()).TableView })),
  evidence: lazy(async () => ({ default: (await fetchEvidence()).EvidenceView })),
  notes: lazy(async () => ({ default: (await fetchNotes()).NotesView })),
  principles: lazy(async () => ({ default: (await fetchPrinciples()).PrinciplesView })),
  contents: lazy(async () => ({ default: (await fetchContents()).ContentsView })),
  check: lazy(async () => ({ default: (await fetchCheck()).CheckView })),
  history: lazy(async () => ({ default: (await fetchHistory()).HistoryView })),
};

const FETCHES = [
  fetchTable,
  fetchProcedure,
  fetchNotes,
  fetchEvidence,
  fetchPrinciples,
  fetchContents,
  fetchCheck,
  ...EDITING_FETCHES,
  fetchHistory,
];

/** Long enough for the first picture to stand. */
const AFTER_MS = 1000;

/** Reads the other views while nothing else is to be done. */
export function fetchRooms(): () => void {
  const timer = setTimeout(() => {
    for (const fetch of FETCHES) void fetch();
  }, AFTER_MS);
  return () => clearTimeout(timer);
}
