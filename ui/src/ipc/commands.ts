import type { Picture } from "../base/picture";
import type {
  AboutView,
  Arrangement,
  BackupList,
  BulkChange,
  BulkPreview,
  CasebookSummary,
  Record as CaseRecord,
  CopiedEvents,
  CopyReport,
  Counts,
  DateReading,
  DeletionPreview,
  EditOutcome,
  EntryChoice,
  EntryReading,
  EventDetail,
  EventDraft,
  EventEdit,
  EventForm,
  EventPage,
  EventPart,
  EventsBetween,
  EventTarget,
  ExportFormat,
  ExportOptions,
  ExportReport,
  Facets,
  FieldProblem,
  Filter,
  FindingCounts,
  FindingPage,
  FindingQuery,
  Footing,
  GoingBack,
  GroupBy,
  HistoryEntryView,
  HistoryPage,
  HistoryQuery,
  ImportReport,
  Interval,
  LaneFacet,
  Listing,
  MergeChoice,
  MergePreview,
  MoveBy,
  MovedDate,
  MovePart,
  NoteView,
  Overview,
  Part,
  PrincipleRow,
  Procedure,
  ProcedureScene,
  ProcedureScope,
  ProcedureView,
  RecentCasebook,
  RecordBefore,
  RecordEdit,
  RecordKind,
  RecordMerge,
  RecordPage,
  RecordQuery,
  RecordRemoval,
  RecordUses,
  RecordView,
  RecoveryReport,
  RowRange,
  SavedEvent,
  SearchResult,
  SharedKind,
  SortBy,
  SourcePage,
  SourceQuery,
  SourceUse,
  StandingLife,
  StandingView,
  Step,
  Viewport,
} from "./generated/bindings";

/**
 * What the window can ask of the program: the name of each command, what it takes and
 * what it answers. `null` from a command with a dialog means that the reader cancelled.
 */
export interface Commands {
  /** The casebook of this window. */
  current_casebook: { args: Record<string, never>; result: CasebookSummary };
  list_recent: { args: Record<string, never>; result: RecentCasebook[] };
  /** Asks where, creates an empty casebook there and opens it. */
  new_casebook: { args: Record<string, never>; result: CasebookSummary | null };
  /** Asks which, and opens it. */
  open_casebook: { args: Record<string, never>; result: CasebookSummary | null };
  open_recent: { args: { path: string }; result: CasebookSummary };
  /** Opens the reader's own copy of the sample. */
  open_sample: { args: Record<string, never>; result: CasebookSummary };
  /** Writes a fresh copy of the sample beside the reader's own and opens it. */
  restore_sample: { args: Record<string, never>; result: CasebookSummary };
  /** Asks where, and writes a copy there; answers its path. */
  save_copy: { args: Record<string, never>; result: string | null };

  timeline_scene: {
    args: {
      filter: Filter;
      lanes: Arrangement;
      viewport: Viewport;
      part: Part;
      selected: number | null;
    };
    result: Picture;
  };
  timeline_overview: { args: { filter: Filter; width: number }; result: Overview };
  /** The lanes of a grouping with the events in them that pass, hidden ones too. */
  list_lanes: { args: { filter: Filter; by: GroupBy }; result: LaneFacet[] };
  list_facets: { args: { filter: Filter }; result: Facets };
  /** Refuses a filter whose dates cannot be read. */
  check_filter: { args: { filter: Filter }; result: null };
  list_events: {
    args: { filter: Filter; sort: SortBy; descending: boolean; offset: number; limit: number };
    result: EventPage;
  };
  /** The row in which an event stands, from 0; `null` when it does not pass. */
  event_position: { args: { listing: Listing; key: number }; result: number | null };
  /**
   * The events of these rows, 10,000 at most; `null` when the casebook is at another
   * revision, where other events may stand in them.
   */
  keys_of_rows: {
    args: { listing: Listing; rows: RowRange[]; revision: number };
    result: readonly number[] | null;
  };
  /** Where these events stand in a listing; those that do not pass are left out. */
  rows_of_keys: { args: { listing: Listing; keys: readonly number[] }; result: RowRange[] };
  /** Rows as text for the clipboard, with headings; 10,000 at most. */
  copy_events: {
    args: { listing: Listing; rows: RowRange[]; columns: SortBy[] };
    result: CopiedEvents;
  };
  /** Where a step leads; from nowhere, to the first or last event. */
  step_event: {
    args: { filter: Filter; lanes: Arrangement; from: Footing | null; step: Step };
    result: Footing | null;
  };
  /** What the lanes show in time from one event to another, up to what changes at once. */
  events_between: {
    args: { filter: Filter; lanes: Arrangement; from: number; to: number };
    result: EventsBetween;
  };
  /** With `known_on`, without relations to what was not public then. */
  get_event: { args: { key: number; known_on: string | null }; result: EventDetail };
  search_events: { args: { filter: Filter; limit: number }; result: SearchResult };
  list_sources: {
    args: { query: SourceQuery; offset: number; limit: number };
    result: SourcePage;
  };
  /** The first of what a source supports, in time. */
  list_source_uses: {
    args: { source: string; known_on: string | null; limit: number };
    result: SourceUse[];
  };
  list_principles: { args: { known_on: string | null }; result: PrincipleRow[] };
  list_notes: { args: { known_on: string | null }; result: NoteView[] };
  /** How much there is of what was public on a day. */
  count_known: { args: { known_on: string }; result: Counts };
  get_about: { args: Record<string, never>; result: AboutView };
  /**
   * How every instrument, or one event, stood at the end of a day; with `known_on`, as
   * far as was public then. Dates are single days.
   */
  get_standing: {
    args: { on: string; known_on: string | null; event: string | null };
    result: StandingView[];
  };
  /** How every instrument that is acted on, or acts, stood from beginning to end. */
  get_standing_life: {
    args: { event: string; known_on: string | null };
    result: StandingLife | null;
  };
  /**
   * The events that acts join, the acts, and how the instruments stood; without a scope,
   * of the main case.
   */
  get_procedure: {
    args: { filter: Filter; known_on: string | null; scope: ProcedureScope | null };
    result: Procedure;
  };
  /** The same, laid out at a scale. */
  procedure_scene: {
    args: {
      filter: Filter;
      known_on: string | null;
      scope: ProcedureScope | null;
      view: ProcedureView;
    };
    result: ProcedureScene;
  };
  /** The time from one event to another, exactly or as a range. */
  measure_interval: { args: { from: number; to: number }; result: Interval };
  /** How a text is understood as a date. */
  explain_date: { args: { text: string }; result: DateReading };
  /** HTML from the clipboard as Markdown; null where its plain text serves as well. */
  convert_pasted: { args: { html: string }; result: string | null };

  /**
   * Runs the consistency check, or takes what the last one found; with `known_on`, on what
   * was public by then and nothing else.
   */
  count_findings: { args: { known_on: string | null }; result: FindingCounts };
  list_findings: {
    args: { query: FindingQuery; known_on: string | null; offset: number; limit: number };
    result: FindingPage;
  };
  accept_finding: {
    args: { finding: string; reason: string; known_on: string | null };
    result: EditOutcome;
  };
  withdraw_acceptance: { args: { finding: string }; result: EditOutcome };

  /** Writes a new note (`note` null) or changes one. */
  save_note: {
    args: { key: number; note: string | null; markdown: string };
    result: { note: NoteView; summary: CasebookSummary };
  };
  delete_note: { args: { note: string }; result: EditOutcome };
  /** A form for an event, with everything that can be chosen in it. */
  event_form: { args: { target: EventTarget }; result: EventForm };
  /** What would be refused of a form; `before` is what stood in it when it was opened. */
  check_event: {
    args: { target: EventTarget; before: EventDraft; draft: EventDraft };
    result: FieldProblem[];
  };
  /** Saves a form, or says what is wrong with it. */
  save_event: {
    args: { target: EventTarget; before: EventDraft; draft: EventDraft };
    result: SavedEvent;
  };
  /** What a change of many events would do. */
  preview_change: {
    args: { keys: readonly number[]; change: BulkChange };
    result: BulkPreview;
  };
  change_events: {
    args: { keys: readonly number[]; change: BulkChange };
    result: EditOutcome;
  };
  /** What deleting events would take with them. */
  preview_deletion: { args: { keys: readonly number[] }; result: DeletionPreview };
  delete_events: { args: { keys: readonly number[] }; result: EditOutcome };
  preview_merge: { args: { keep: number; other: number }; result: MergePreview };
  merge_events: { args: { choice: MergeChoice }; result: SavedEvent };
  /** Where a move in time would lead, or why it cannot be made. */
  preview_move: { args: { key: number; part: MovePart; by: MoveBy }; result: MovedDate };
  move_event: { args: { key: number; part: MovePart; by: MoveBy }; result: EditOutcome };
  /** How a line is understood as an event. */
  read_entry: { args: { line: string; choice: EntryChoice }; result: EntryReading };
  add_entry: { args: { line: string; choice: EntryChoice }; result: SavedEvent };
  undo: { args: Record<string, never>; result: EditOutcome };
  redo: { args: Record<string, never>; result: EditOutcome };

  /** Records that events share, in their order or best found first. */
  list_records: {
    args: { query: RecordQuery; offset: number; limit: number };
    result: RecordPage;
  };
  /** Where a record stands in such a list, from 0. */
  record_position: { args: { query: RecordQuery; id: string }; result: number | null };
  /** A record as a form holds it; a disputed date by the identifier of its event. */
  get_record: { args: { kind: RecordKind; id: string }; result: RecordView };
  get_record_uses: { args: { kind: SharedKind; id: string }; result: RecordUses };
  /** The roles that people played in events, most frequent first. */
  list_roles: { args: Record<string, never>; result: string[] };
  /** Makes a record, or writes what a form changed of one. */
  put_record: {
    args: { of: RecordBefore | null; record: CaseRecord };
    result: Edited<RecordEdit>;
  };
  remove_record: { args: { kind: RecordKind; id: string }; result: Edited<RecordRemoval> };
  /** What names `from` names `into` from then on. */
  merge_records: {
    args: { kind: SharedKind; from: string; into: string };
    result: Edited<RecordMerge>;
  };
  /** Puts a lane or a proceeding before another one, or last. */
  move_record: {
    args: { kind: SharedKind; id: string; before: string | null };
    result: Edited<boolean>;
  };
  /** Adds an entry to a list of an event, changes one, or takes one out (`new` null). */
  change_event_part: {
    args: { event: string; old: EventPart | null; new: EventPart | null };
    result: Edited<EventEdit>;
  };
  /** Entries of the history, newest first. */
  list_history: { args: { query: HistoryQuery; limit: number }; result: HistoryPage };
  /** One entry with all that can be told of it. */
  get_history_entry: { args: { entry: number }; result: HistoryEntryView };
  /** What going back to the state right after an entry would do. */
  preview_go_back: { args: { entry: number }; result: GoingBack };
  /** Goes back there, which is an entry itself. */
  go_back: { args: { entry: number }; result: EditOutcome };

  /** Takes the right to write once whoever had it has closed the casebook. */
  take_over: { args: Record<string, never>; result: CasebookSummary };
  /** Asks where, writes everything that is open here there, and goes on in that file. */
  rescue_casebook: { args: Record<string, never>; result: CasebookSummary | null };
  list_backups: { args: Record<string, never>; result: BackupList };
  /** What was done since a backup, as it would be taken back; null where nothing tells. */
  compare_backup: { args: { path: string }; result: GoingBack | null };
  /** Asks where, and makes a backup a casebook of its own there. */
  restore_backup: { args: { path: string }; result: CopyReport | null };
  /** Asks where, and writes what can be saved of a damaged casebook there. */
  recover_casebook: { args: Record<string, never>; result: RecoveryReport | null };
  /** Opens what was just restored or recovered; in this window only if it shows nothing. */
  open_made: { args: { path: string }; result: CasebookSummary | null };

  /** Asks where, and writes there what is told by the clocks; without options, everything. */
  export_casebook: {
    args: { format: ExportFormat; options: ExportOptions | null };
    result: ExportReport | null;
  };
  /** Asks for a file and says what importing it would do. */
  preview_import: { args: Record<string, never>; result: ImportReport | null };
  /** Imports the file that was just previewed. */
  import_file: {
    args: { path: string };
    result: { report: ImportReport; summary: CasebookSummary };
  };
  /** Opens a source's address in the reader's browser. */
  open_source: { args: { url: string }; result: null };

  /** Closes the window, or keeps it where something could not be saved. */
  close_window: { args: { saved: boolean }; result: null };
}

export type CommandName = keyof Commands;

/** What an edit did, and the casebook after it. */
export interface Edited<Did> {
  readonly did: Did;
  readonly summary: CasebookSummary;
}

/** What a command answers instead of a result. `code` is from a closed set. */
export interface CommandError {
  code: string;
  message: string;
  hint: string | null;
  /** The field of a form that was refused, where it is one. */
  field?: string;
}

/** The way to the program: the window's own, or a fake one for tests. */
export interface Transport {
  call<N extends CommandName>(
    name: N,
    args: Commands[N]["args"],
  ): Promise<Commands[N]["result"]>;
  /** Another part of the program changed this window's casebook or opened another. */
  onCasebookChanged(listener: (summary: CasebookSummary) => void): () => void;
  /** Something happened to the file of this window's casebook; null when that is over. */
  onTrouble(listener: (trouble: CommandError | null) => void): () => void;
  /** A backup could not be made; null when one could be again. */
  onBackupFailed(listener: (reason: CommandError | null) => void): () => void;
  /** The window is to be closed, which waits a moment for `close_window`. */
  onClosing(listener: () => void): () => void;
  /** The reader chose a menu entry or shortcut that the program owns. */
  onMenu(listener: (action: string) => void): () => void;
}
