// Generated from the Rust types by the test `bindings`; do not edit.

export type CasebookSummary = { title: string, path: string, file_name: string, 
/**
 * Why it cannot be written, when it cannot.
 */
read_only: ReadOnlyReason | null, 
/**
 * Who has it open for writing, where that is why it cannot be written.
 */
held_by?: string, 
/**
 * Whether whoever had it open for writing has closed it since, so that it can be taken
 * over.
 */
is_free: boolean, 
/**
 * What to beware of where it stands: a folder of a cloud, a drive of the network.
 */
place_warning?: string, schema_version: number, counts: Counts, 
/**
 * The first and last day on which anything is dated, if anything is.
 */
extent: Extent | null, 
/**
 * What undo and redo would do now, in words.
 */
undo: string | null, redo: string | null, 
/**
 * Grows with every change; a view drawn at another revision is stale.
 */
revision: number, 
/**
 * Grows with every change of what a rule of the check reads: while it stays, so does
 * what was found.
 */
rules_revision: number, };
export type ReadOnlyReason = "permission" | "in-use" | "damaged";
export type Counts = { events: number, relations: number, sources: number, actors: number, places: number, principles: number, disputed_dates: number, notes: number, };
export type Extent = { first: number, last: number, };
export type Filter = { lanes: Array<string> | null, 
/**
 * Lanes whose events do not pass. Unlike `lanes` it lets lanes pass that are made later.
 */
hidden_lanes: Array<string> | null, kinds: Array<string> | null, actors: Array<string> | null, principles: Array<string> | null, 
/**
 * EDTF or words. An event passes when one of its days lies on or after the first day
 * of this.
 */
from: string | null, 
/**
 * An event passes when one of its days lies on or before the last day of this.
 */
to: string | null, 
/**
 * Whether that must be so in every reading of its date, or in one.
 */
span: SpanReading, 
/**
 * One day. An event passes when it may have happened by the end of it.
 */
as_of: string | null, 
/**
 * One day. An event passes when it may have been public by the end of it.
 */
known_on: string | null, 
/**
 * Words that must all occur; the last one may be unfinished. `"…"` is a phrase.
 */
search: string | null, };
export type GroupBy = "lane" | "court" | "jurisdiction" | "kind" | "actor" | "principle" | "source";
export type Arrangement = { by: GroupBy, 
/**
 * Those that come first, in this order.
 */
order: Array<string>, hidden: Array<string>, 
/**
 * Rows of marks at most; 0 folds a lane to its counts, and a lane with others under it
 * with them.
 */
rows: { [key in string]: number }, };
export type SpanReading = "possibly" | "certainly";
export type Clocks = { 
/**
 * What stood at the end of this day; later events are left out.
 */
as_of: string | null, 
/**
 * Only what may have been public by the end of this day.
 */
known_on: string | null, };
export type Facets = { lanes: Array<LaneFacet>, kinds: Array<Facet>, actors: Array<Facet>, principles: Array<Facet>, };
export type LaneFacet = { id: string, name: string, 
/**
 * Index of its colour token, 0 to 5.
 */
colour: number, events: number, 
/**
 * Whether there are lanes under it, which may be folded into it.
 */
is_parent: boolean, 
/**
 * The identifier of the lane that it stands under.
 */
parent: string | null, };
export type Facet = { id: string, name: string, events: number, };
export type EventRow = { key: number, id: string, 
/**
 * As written (EDTF).
 */
date: string, 
/**
 * As one would say it: "14 July 2016", "about June 2014".
 */
date_words: string, 
/**
 * `YYYY-MM-DD`, or `None` when open or unknown.
 */
earliest: string | null, latest: string | null, title: string, short_title: string | null, kind: string, lane: string, lane_name: string, colour: number, court: string | null, proceeding: string | null, docket: string | null, confidence: string | null, notes: number, disputed: boolean, 
/**
 * When it became public, if not on its own date: as written (EDTF).
 */
public_from: string | null, 
/**
 * The first day on which it may have been public; `None` is the beginning of time.
 */
public_first: number | null, };
export type EventPage = { 
/**
 * Events that pass the filter.
 */
total: number, offset: number, rows: Array<EventRow>, };
export type EventDetail = { precision: string, certainty: string, stated_date: string | null, stated_end: string | null, refined_date: RefinedDateView | null, date_note: string | null, 
/**
 * When it became public, when the paper was filed, and when it was entered on the
 * docket: as written (EDTF), and in words.
 */
public_from_words: string | null, filed: string | null, filed_words: string | null, entered: string | null, entered_words: string | null, summary: string, main_case: boolean, judges: Array<NamedRef>, citations: Array<CitationView>, actors: Array<ParticipationView>, jurisdictions: Array<string>, principles: Array<NamedRef>, places: Array<PlaceView>, sources: Array<SupportView>, from_knowledge: Array<string>, 
/**
 * Relations that start here: its effects.
 */
outgoing: Array<RelationView>, 
/**
 * Relations that end here: what acted on it.
 */
incoming: Array<RelationView>, dispute: DisputeView | null, event_notes: Array<NoteView>, key: number, id: string, 
/**
 * As written (EDTF).
 */
date: string, 
/**
 * As one would say it: "14 July 2016", "about June 2014".
 */
date_words: string, 
/**
 * `YYYY-MM-DD`, or `None` when open or unknown.
 */
earliest: string | null, latest: string | null, title: string, short_title: string | null, kind: string, lane: string, lane_name: string, colour: number, court: string | null, proceeding: string | null, docket: string | null, confidence: string | null, notes: number, disputed: boolean, 
/**
 * When it became public, if not on its own date: as written (EDTF).
 */
public_from: string | null, 
/**
 * The first day on which it may have been public; `None` is the beginning of time.
 */
public_first: number | null, };
export type RefinedDateView = { value: string, words: string, confidence: string, };
export type NamedRef = { id: string, name: string, };
export type CitationView = { text: string, confidence: string | null, };
export type ParticipationView = { id: string, name: string, 
/**
 * In this event.
 */
role: string, actor_type: string, affiliation: string | null, };
export type PlaceView = { id: string, name: string, lat: number | null, lon: number | null, country: string | null, role: string | null, precision: string | null, confidence: string | null, };
export type SupportView = { id: string, title: string, publisher: string | null, 
/**
 * As written, which need not be a date.
 */
date: string | null, 
/**
 * In words, where it is one; else as written.
 */
date_words: string | null, url: string | null, supports: string, read: boolean, read_scope: string | null, note: string | null, };
export type RelationView = { id: string, relation: string, other_key: number, other_id: string, other_title: string, other_date_words: string, 
/**
 * `YYYY-MM-DD`, or `None` when open or unknown.
 */
other_earliest: string | null, part: string | null, effective: string | null, basis: string | null, note: string | null, };
export type DisputeView = { chosen_words: string, reason: string, others: Array<OtherDateView>, };
export type OtherDateView = { value: string, words: string, source: NamedRef | null, what: string | null, };
export type NoteView = { id: string, event_key: number, event_id: string, event_title: string, event_date_words: string, 
/**
 * `YYYY-MM-DD`, or `None` when open or unknown.
 */
event_earliest: string | null, markdown: string, blocks: Array<Block>, 
/**
 * RFC 3339, UTC.
 */
created: string, modified: string, };
export type Block = { "type": "paragraph", inlines: Array<Inline>, } | { "type": "heading", level: number, inlines: Array<Inline>, } | { "type": "list", ordered: boolean, start: number | null, items: Array<Array<Block>>, } | { "type": "quote", blocks: Array<Block>, } | { "type": "code", text: string, } | { "type": "rule" };
export type Inline = { "type": "text", text: string, } | { "type": "strong", inlines: Array<Inline>, } | { "type": "emphasis", inlines: Array<Inline>, } | { "type": "code", text: string, } | { "type": "link", href: string, inlines: Array<Inline>, } | { "type": "break" };
export type SearchResult = { total: number, hits: Array<SearchHit>, };
export type SearchHit = { key: number, id: string, title: string, date_words: string, colour: number, 
/**
 * Where it was found: "title", "summary", "actors", "sources" or "notes".
 */
field: string, excerpt: Array<ExcerptPart>, };
export type ExcerptPart = { text: string, found: boolean, };
export type SourceRow = { id: string, title: string, publisher: string | null, 
/**
 * As written, which need not be a date.
 */
date: string | null, 
/**
 * In words, where it is one; else as written.
 */
date_words: string | null, url: string | null, read: boolean, read_url: string | null, read_scope: string | null, note: string | null, 
/**
 * How much it supports, and the first of it in time.
 */
uses: number, supports: Array<SourceUse>, };
export type SourceUse = { event_key: number, event_title: string, event_date_words: string, 
/**
 * `YYYY-MM-DD`, or `None` when open or unknown.
 */
event_earliest: string | null, supports: string, };
export type SourceQuery = { 
/**
 * Words that must all be found, in the source or in what it supports.
 */
find: string, only_unread: boolean, known_on: string | null, };
export type SourcePage = { 
/**
 * Of all pages.
 */
total: number, rows: Array<SourceRow>, };
export type PrincipleRow = { id: string, number: number, name: string, added_words: string | null, paraphrase: string, confidence: string | null, note: string | null, sources: Array<NamedRef>, 
/**
 * How many events it was given to, and the first of them in time.
 */
coded: number, events: Array<EventRow>, };
export type AboutView = { title: string, compiled: string | null, method: string | null, confidence_values: Array<NamedRef>, field_notes: Array<NamedRef>, };
export type Footing = { key: number, 
/**
 * Its identifier; `None` for whichever lane it stands in.
 */
lane: string | null, };
export type EventsBetween = { 
/**
 * As many as can be changed at once, from the first on.
 */
keys: Array<number>, total: number, };
export type Step = "next" | "previous" | "next-in-lane" | "previous-in-lane" | "lane-above" | "lane-below" | "first" | "last";
export type SortBy = "date" | "title" | "kind" | "lane" | "court" | "proceeding" | "docket" | "confidence" | "notes" | "disputed";
export type Listing = { filter: Filter, sort: SortBy, descending: boolean, };
export type RowRange = { first: number, last: number, };
export type CopiedEvents = { text: string, events: number, };
export type StandingView = { key: number, event: string, title: string, 
/**
 * The events that affirmed it, in order, while it is in force or stayed.
 */
affirmed_by: Array<string>, 
/**
 * The relations that produced the answer, in the order of effect.
 */
reasons: Array<string>, 
/**
 * The same, to be read.
 */
acts: Array<StandingReason>, 
/**
 * "in force", "stayed", "reversed" …: one word when the answer is definite,
 * otherwise each that some reading of the dates gives.
 */
standing: Array<string>, definite: boolean, 
/**
 * The part that an act was limited to, as in "quashed in part".
 */
part: string | null, under_review: UnderReview, };
export type StandingWords = { 
/**
 * "in force", "stayed", "reversed" …: one word when the answer is definite,
 * otherwise each that some reading of the dates gives.
 */
standing: Array<string>, definite: boolean, 
/**
 * The part that an act was limited to, as in "quashed in part".
 */
part: string | null, under_review: UnderReview, };
export type UnderReview = "no" | "possibly" | "yes";
export type StandingReason = { id: string, relation: string, by_key: number, by_title: string, 
/**
 * The day it took effect.
 */
date_words: string, part: string | null, basis: string | null, 
/**
 * The sources of the acting event.
 */
sources: Array<string>, };
export type StandingLife = { key: number, event: string, title: string, 
/**
 * One after the other; the first begins before every day.
 */
spans: Array<StandingSpan>, };
export type StandingSpan = { 
/**
 * The first day; `None` is the beginning of time.
 */
from: number | null, 
/**
 * "in force", "stayed", "reversed" …: one word when the answer is definite,
 * otherwise each that some reading of the dates gives.
 */
standing: Array<string>, definite: boolean, 
/**
 * The part that an act was limited to, as in "quashed in part".
 */
part: string | null, under_review: UnderReview, };
export type Interval = { from: string, to: string, 
/**
 * One number of days, in every reading of the dates.
 */
exact: boolean, 
/**
 * Negative when the other comes before; `None` where there is no bound.
 */
least_days: number | null, most_days: number | null, 
/**
 * "39 days", "between 27 and 38 days", "at least 27 days".
 */
days: string, 
/**
 * "1 month and 8 days", as the calendar counts.
 */
words: string, };
export type FindingCounts = { open: number, accepted: number, 
/**
 * Every rule, in the order of the check.
 */
rules: Array<RuleCounts>, };
export type RuleCounts = { rule: string, open: number, accepted: number, };
export type FindingQuery = { accepted: boolean, rule: string | null, 
/**
 * The identifier of an event.
 */
event: string | null, };
export type FindingPage = { 
/**
 * Findings that were asked for.
 */
total: number, offset: number, rows: Array<FindingView>, };
export type FindingView = { 
/**
 * Names it until what it rests on changes; by this it is accepted.
 */
id: string, 
/**
 * The rule, from a closed set: "act-before-target", "unsourced" …
 */
code: string, 
/**
 * "error", "warning" or "hint".
 */
severity: string, 
/**
 * `false` where the dates leave open whether it is so.
 */
is_certain: boolean, 
/**
 * Identifiers; the first is the place to look.
 */
events: Array<string>, relations: Array<string>, proceeding: string | null, 
/**
 * What was found and why it matters, in a sentence or two.
 */
message: string, 
/**
 * The first of the events, or of those of the proceeding, to go to.
 */
places: Array<FindingEvent>, accepted: AcceptedView | null, };
export type FindingEvent = { key: number, title: string, date_words: string, 
/**
 * Its first possible day; none when it is open or unknown.
 */
earliest: string | null, };
export type AcceptedView = { reason: string, author: string | null, 
/**
 * RFC 3339, UTC.
 */
at: string, };
export type DateReading = { input: string, 
/**
 * It has exactly one reading.
 */
valid: boolean, 
/**
 * The reading.
 */
edtf: string | null, 
/**
 * 0, 1 or 2.
 */
level: number | null, 
/**
 * `YYYY-MM-DD`, or `None` when open or unknown.
 */
earliest: string | null, latest: string | null, uncertain: boolean, approximate: boolean, 
/**
 * The reading in plain English.
 */
words: string | null, 
/**
 * Why it is not valid.
 */
error: string | null, 
/**
 * The character, from 0, at which it stops making sense.
 */
error_at: number | null, 
/**
 * All readings, where there is more than one; none is preferred.
 */
readings: Array<PossibleDate>, };
export type PossibleDate = { edtf: string, words: string, };
export type EditOutcome = { 
/**
 * "Undid: Note on Microsoft held in civil contempt", in words; `None` when there
 * was nothing to do.
 */
done: string | null, summary: CasebookSummary, };
export type ExportFormat = "json" | "csv" | "html" | "svg" | "png" | "pdf";
export type ExportOptions = { clocks: Clocks, 
/**
 * For SVG, PNG and PDF.
 */
picture: PictureOptions, };
export type PictureOptions = { span: PictureSpan, 
/**
 * Those of the casebook, unless a reader wants others.
 */
lanes: Arrangement, 
/**
 * Of the timeline without the heads of its lanes, in CSS pixels; without it, as wide
 * as it takes to draw every event by itself, within reason.
 */
width: number | null, 
/**
 * Pixels of a PNG for each CSS pixel: 1 to 4.
 */
scale: PictureScale, 
/**
 * Of a PDF.
 */
page: PicturePage, };
export type PictureSpan = { "of": "whole" } | { "of": "between", from: string | null, to: string | null, } | { "of": "view", filter: Filter, viewport: Viewport, selected: number | null, };
export type PictureScale = 1 | 2 | 3 | 4;
export type PicturePage = "sheet" | "a4" | "a3" | "letter";
export type ExportReport = { path: string, format: ExportFormat, bytes: number, events: number, 
/**
 * One sentence for each kind of loss; none for a lossless format.
 */
losses: Array<string>, };
export type ImportReport = { path: string, dry_run: boolean, created: number, updated: number, unchanged: number, rejected: Array<RejectedRow>, 
/**
 * Columns of a table that are not understood; their cells are left out.
 */
ignored_columns: Array<string>, };
export type RejectedRow = { 
/**
 * The line of the file on which the row starts, from 1; the position in the list
 * for JSON.
 */
line: number, reason: string, };
export type RecentCasebook = { path: string, title: string, exists: boolean, };
export type EventEdit = { 
/**
 * Its identifier, which may be what was changed.
 */
id: string, 
/**
 * False when every field had its new value already.
 */
changed: boolean, };
export type Deletion = { id: string, title: string, 
/**
 * The identifiers of the relations to and from it.
 */
relations: Array<string>, 
/**
 * The identifiers of its notes.
 */
notes: Array<string>, 
/**
 * Whether the dispute about its date goes too.
 */
disputed_date: boolean, };
export type HistoryQuery = { 
/**
 * Only what touched the event with this key.
 */
event: number | null, author: string | null, 
/**
 * Only entries that have this text in their subject or in a value before or after.
 */
text: string | null, 
/**
 * Only entries made before this moment. RFC 3339, UTC.
 */
until: string | null, 
/**
 * Only entries before this one: `next` of the page before.
 */
before: number | null, 
/**
 * The entries that follow this one, instead of the newest.
 */
after: number | null, 
/**
 * How many rows of each entry are put into words; `None` for as many as can be told.
 */
rows: number | null, };
export type HistoryPage = { entries: Array<HistoryEntryView>, 
/**
 * Where the page after this one begins: its `before`, or its `after` if this page was
 * asked for with that. `None` on the last one.
 */
next: number | null, 
/**
 * Everybody who signed an entry.
 */
authors: Array<string>, };
export type HistoryEntryView = { id: number, 
/**
 * RFC 3339, UTC.
 */
at: string, author: string | null, 
/**
 * "Change of “The ruling”", "Undid: Import of cases.csv".
 */
title: string, 
/**
 * The same as it goes on after a name: "changed “The ruling”".
 */
done: string, kind: HistoryKind, 
/**
 * What it changed, up to a number of changes.
 */
changes: Array<HistoryChange>, 
/**
 * Whether there is more than `changes` says.
 */
more: boolean, };
export type HistoryKind = "edit" | "undo" | "redo";
export type HistoryChange = { change: ChangeKind, 
/**
 * The record: "event", "relation", "note", "event_actor" …
 */
record: string, 
/**
 * What it is called.
 */
name: string, 
/**
 * The field, where the record stays and a field of it changed.
 */
field: string | null, 
/**
 * The value before; of a record that was deleted, what it said.
 */
from: string | null, to: string | null, 
/**
 * All of this as a sentence.
 */
words: string, 
/**
 * The event that the record is or belongs to, by its key, while it is there.
 */
event: number | null, 
/**
 * The values of a field, word by word; empty where a record came or went.
 */
difference: Array<DifferencePart>, };
export type ChangeKind = "added" | "changed" | "removed";
export type Difference = "same" | "removed" | "added";
export type DifferencePart = { kind: Difference, text: string, };
export type GoingBack = { id: number, 
/**
 * RFC 3339, UTC.
 */
at: string, title: string, 
/**
 * How many entries came after it.
 */
entries: number, 
/**
 * How many records would be affected; `None` when they are too many to compare, and
 * empty when nothing would change.
 */
records: Array<RecordCount> | null, 
/**
 * What would change, from what it is now to what it was, up to a number of changes.
 */
changes: Array<HistoryChange>, more: boolean, };
export type RecordCount = { record: string, 
/**
 * What a reader calls such records.
 */
name: string, 
/**
 * Deleted since, and there again.
 */
back: number, changed: number, 
/**
 * Added since, and there no more.
 */
gone: number, };
export type SharedKind = "lane" | "court" | "proceeding" | "actor" | "place" | "principle" | "source";
export type RecordKind = "lane" | "court" | "proceeding" | "actor" | "place" | "principle" | "source" | "relation" | "disputed-date";
export type Record = { "kind": "lane" } & LaneForm | { "kind": "court" } & CourtForm | { "kind": "proceeding" } & ProceedingForm | { "kind": "actor" } & ActorForm | { "kind": "place" } & PlaceForm | { "kind": "principle" } & PrincipleForm | { "kind": "source" } & SourceForm | { "kind": "relation" } & RelationForm | { "kind": "disputed-date" } & DisputedDateForm;
export type LaneForm = { id: string, name: string, };
export type CourtForm = { id: string, name: string, };
export type ProceedingForm = { id: string, name: string, docket: string, 
/**
 * Identifiers of actors.
 */
judges: Array<string>, start: string, end: string, outcome: string, };
export type ActorForm = { id: string, name: string, 
/**
 * "person", "company", "judge" …: an open list.
 */
type: string, role: string, side: string, affiliation: string, confidence: string, note: string, 
/**
 * Whether it belongs to the Reform Government Surveillance group: "yes", "no", or blank
 * where nothing is said, and then what follows is blank too.
 */
member: string, joined: string, member_basis: string, member_confidence: string, 
/**
 * Identifiers.
 */
member_sources: Array<string>, };
export type PlaceForm = { id: string, name: string, 
/**
 * Degrees, WGS 84: both or none.
 */
lat: string, lon: string, country: string, role: string, 
/**
 * What the coordinates stand for.
 */
precision: string, confidence: string, fact_confidence: string, };
export type PrincipleForm = { id: string, 
/**
 * Its place in the scheme; blank asks for the next one.
 */
number: string, name: string, added: string, paraphrase: string, 
/**
 * Identifiers.
 */
sources: Array<string>, confidence: string, note: string, };
export type SourceForm = { id: string, title: string, publisher: string, 
/**
 * As the source gives it, which need not be a date.
 */
date: string, url: string, read: boolean, read_url: string, read_scope: string, note: string, };
export type RelationForm = { id: string, 
/**
 * Identifiers of events.
 */
from: string, type: string, to: string, part: string, effective: string, basis: string, note: string, };
export type DisputedDateForm = { 
/**
 * The identifier of the event, which names the record too: an event has one at most.
 */
event: string, chosen: string, others: Array<OtherDateForm>, reason: string, };
export type OtherDateForm = { value: string, 
/**
 * The identifier of a source.
 */
source: string, what: string, };
export type RecordView = { record: Record, names: Array<NamedRef>, };
export type RecordBefore = { 
/**
 * Of the record; of a disputed date, that of its event.
 */
id: string, 
/**
 * What stood in the form then.
 */
record: Record, };
export type RecordEdit = { 
/**
 * Its identifier, which may be new.
 */
id: string, created: boolean, 
/**
 * False when everything was so already.
 */
changed: boolean, };
export type RecordQuery = { kind: SharedKind, 
/**
 * Words that must all occur; blank asks for all.
 */
find: string, };
export type RecordPage = { total: number, offset: number, rows: Array<RecordRow>, };
export type RecordRow = { id: string, name: string, 
/**
 * What tells records of one name apart.
 */
detail: string | null, 
/**
 * Of a lane: the index of its colour token, 0 to 5.
 */
colour: number | null, events: number, 
/**
 * Other records that use it: proceedings of an actor, principles of a source.
 */
others: number, };
export type RecordUses = { 
/**
 * The first of the events in time.
 */
first: Array<EventRow>, 
/**
 * Whether it can be deleted as it is: the events of a lane need another first.
 */
deletable: boolean, id: string, name: string, 
/**
 * What tells records of one name apart.
 */
detail: string | null, 
/**
 * Of a lane: the index of its colour token, 0 to 5.
 */
colour: number | null, events: number, 
/**
 * Other records that use it: proceedings of an actor, principles of a source.
 */
others: number, };
export type RecordRemoval = { id: string, name: string, 
/**
 * Events that no longer name it.
 */
events: number, 
/**
 * Other records that no longer name it.
 */
others: number, };
export type RecordMerge = { 
/**
 * Of the one that is left.
 */
id: string, name: string, 
/**
 * What named the other and names this one now.
 */
events: number, others: number, };
export type Choice = { "id": string } | { "name": string };
export type EventPart = { "part": "person", actor: Choice, role: string, judge: boolean, } | { "part": "principle", principle: Choice, } | { "part": "place", place: Choice, } | { "part": "source", source: Choice, 
/**
 * What it says of the event, and where: a page, a quotation.
 */
supports: string, } | { "part": "citation", text: string, confidence: string, } | { "part": "jurisdiction", name: string, } | { "part": "detail", text: string, };
export type Procedure = { 
/**
 * What is shown: what was asked for, or the main case. `None` when nothing acts.
 */
scope: ProcedureScope | null, scopes: Array<ScopeChoice>, 
/**
 * In the order of time.
 */
events: Array<ProcedureEventView>, 
/**
 * In the order of effect. [`ActArrow::act`](docketline_timeline::procedure::scene::ActArrow)
 * points here.
 */
acts: Array<ProcedureActView>, 
/**
 * Of the instruments among the events, in the order of time.
 */
lives: Array<StandingLife>, };
export type ProcedureScope = { "kind": "all" } | { "kind": "matter", key: number, } | { "kind": "proceeding", id: string, } | { "kind": "docket", docket: string, };
export type ScopeChoice = { scope: ProcedureScope, 
/**
 * The label of a matter's first instrument, the name of a proceeding, the number of a
 * docket; empty for all.
 */
name: string, events: number, 
/**
 * The events of a matter; empty for the others.
 */
keys: Array<number>, };
export type ProcedureEventView = { key: number, title: string, short_title: string | null, date_words: string, kind: string, court: string | null, docket: string | null, 
/**
 * Index of the colour token of its lane, 0 to 5.
 */
colour: number, 
/**
 * The first and last possible day; `None` when open or unknown.
 */
first: number | null, last: number | null, };
export type ProcedureActView = { id: string, relation: string, from: number, to: number, 
/**
 * The part of the target; `None` is the whole.
 */
part: string | null, 
/**
 * The day it takes effect, in words.
 */
effective_words: string, 
/**
 * The last day on which it may take effect; `None` when open or unknown.
 */
effective: number | null, 
/**
 * Who acted: the judges, or else the court.
 */
by: Array<string>, 
/**
 * Titles of the sources of the acting event.
 */
sources: Array<string>, };
export type ProcedureView = { 
/**
 * `None` shows the whole docket in `width`.
 */
days_per_px: number | null, 
/**
 * Of the drawing in CSS pixels, names of storeys not included.
 */
width: number, 
/**
 * Key of the event whose acts are all drawn.
 */
selected: number | null, };
export type ProcedureScene = { origin: number, days_per_px: number, 
/**
 * From the left edge at `x = 0` to the end of the last label.
 */
width: number, height: number, storeys: Array<Storey>, nodes: Nodes, counts: NodeCounts, arrows: Array<ActArrow>, };
export type Storey = { 
/**
 * `None` is what happened outside the courts.
 */
name: string | null, y: number, height: number, };
export type Nodes = { key: Array<number>, shape: Array<'diamond' | 'square' | 'hollow-square' | 'triangle' | 'circle'>, 
/**
 * The first and last possible position. Equal for an exact day.
 */
x0: Array<number>, x1: Array<number>, 
/**
 * Centre of the mark.
 */
y: Array<number>, 
/**
 * Title and date as they fit; empty where there is no room.
 */
title: Array<string>, date: Array<string>, 
/**
 * Width of the room of the label; 0 where there is none.
 */
width: Array<number>, 
/**
 * Acts of this event that are not drawn.
 */
more: Array<number>, };
export type NodeCounts = { 
/**
 * Centre.
 */
x: Array<number>, y: Array<number>, width: Array<number>, count: Array<number>, 
/**
 * Acts of these events that are not drawn.
 */
more: Array<number>, 
/**
 * The days of the first and of the last of them.
 */
first: Array<number>, last: Array<number>, };
export type ActArrow = { 
/**
 * Index into the acts of the docket.
 */
act: number, 
/**
 * A path of cubic Bézier segments: start, then three points for each segment.
 */
points: Array<[number, number]>, 
/**
 * Left edge and baseline of the room for the word of the relation, set in Inter
 * SemiBold at [`DATE_SIZE`].
 */
label_x: number, label_y: number, 
/**
 * Width of that room; 0 when there is none near the arrow.
 */
label_width: number, };
export type MovePart = "whole" | "start" | "end";
export type MoveBy = { "in": "days", count: number, } | { "in": "steps", count: number, };
export type MovedDate = { 
/**
 * EDTF; the date as it is where it cannot be moved so.
 */
date: string, words: string, 
/**
 * Days since 1970-01-01; `None` where open or unknown.
 */
first: number | null, last: number | null, is_changed: boolean, 
/**
 * Why it cannot be moved so.
 */
refused: string | null, };
export type EntryChoice = { 
/**
 * One of the readings of its date.
 */
date: string | null, lane: string | null, kind: string | null, };
export type EntryLane = { name: string, 
/**
 * No lane is called so yet; one is made.
 */
is_new: boolean, };
export type EntryReading = { input: string, 
/**
 * `None` where no date was found.
 */
date: DateReading | null, title: string, lane: EntryLane | null, kind: string, 
/**
 * A word of the line names it.
 */
kind_is_named: boolean, 
/**
 * Why it is no event yet.
 */
problem: string | null, };
export type BulkChange = { 
/**
 * Name or identifier; a lane of a new name is made.
 */
lane: string | null, kind: string | null, 
/**
 * Blank takes it out.
 */
confidence: string | null, main_case: boolean | null, 
/**
 * Identifiers.
 */
add_principles: Array<string>, remove_principles: Array<string>, shift: DateShift | null, };
export type DateShift = { unit: ShiftUnit, count: number, };
export type ShiftUnit = "days" | "months" | "years";
export type BulkPreview = { events: number, 
/**
 * Their first date as it would be and as it is, where dates are shifted.
 */
example: ShiftedDate | null, 
/**
 * How many keep their date, because it cannot be shifted so.
 */
not_shifted: number, 
/**
 * The first of these.
 */
reasons: Array<NotShifted>, };
export type ShiftedDate = { from_words: string, to_words: string, };
export type NotShifted = { key: number, title: string, date_words: string, reason: string, };
export type DeletionPreview = { events: number, 
/**
 * The first of their titles, as of everything below.
 */
titles: Array<string>, relations: number, 
/**
 * Each in words.
 */
relation_words: Array<string>, notes: number, note_words: Array<string>, disputed_dates: number, };
export type MergePreview = { keep: MergedEvent, other: MergedEvent, 
/**
 * Where both say something, and not the same: one is chosen, and what is not goes
 * into a note, or with the date among the disputed dates.
 */
fields: Array<MergedField>, 
/**
 * What comes over from the other without a choice, in words.
 */
joined: Array<string>, 
/**
 * Relations between the two, which would lead from the event to itself: each goes
 * into the note in words.
 */
between: Array<string>, };
export type MergedEvent = { key: number, title: string, date_words: string, };
export type MergedField = { 
/**
 * Its name in JSON.
 */
field: string, keep: string, other: string, };
export type MergeChoice = { 
/**
 * The event that stays.
 */
keep: number, 
/**
 * The event that becomes part of it.
 */
other: number, 
/**
 * The fields of which the other's value is taken where the two differ.
 */
take: Array<string>, };
export type EventTarget = { "of": "new" } | { "of": "copy", key: number, } | { "of": "event", key: number, };
export type EventDraft = { 
/**
 * Blank for one that is made from the title.
 */
id: string, title: string, short_title: string, 
/**
 * Dates are EDTF or words.
 */
date: string, stated_date: string, stated_end: string, refined_date: string, refined_confidence: string, date_note: string, public_from: string, filed: string, entered: string, summary: string, kind: string, 
/**
 * Lane, court and proceeding by name or identifier. What has a new name is made.
 */
lane: string, court: string, proceeding: string, main_case: boolean, docket: string, docket_sequence: string, confidence: string, citations: Array<CitationDraft>, jurisdictions: Array<string>, 
/**
 * Identifiers.
 */
principles: Array<string>, from_knowledge: Array<string>, };
export type CitationDraft = { text: string, 
/**
 * Blank where nothing is said of it.
 */
confidence: string, };
export type EventForm = { draft: EventDraft, choices: EventChoices, };
export type EventChoices = { kinds: Array<string>, confidences: Array<string>, lanes: Array<NamedRef>, courts: Array<NamedRef>, proceedings: Array<NamedRef>, principles: Array<NamedRef>, };
export type FieldProblem = { 
/**
 * Its name in [`EventDraft`].
 */
field: string, message: string, };
export type SavedEvent = { "became": "saved", key: number, 
/**
 * In words; `None` when everything was so already.
 */
done: string | null, summary: CasebookSummary, } | { "became": "refused", problems: Array<FieldProblem>, };
export type BackupList = { folder: string, backups: Array<BackupView>, };
export type BackupView = { path: string, 
/**
 * When it was made. RFC 3339, UTC.
 */
at: string, occasion: Occasion, bytes: number, 
/**
 * What it holds; `None` when it cannot be read any more.
 */
contents: BackupContents | null, };
export type BackupContents = { title: string, counts: Counts, 
/**
 * The last change it has, in words.
 */
last_change: string | null, 
/**
 * How many changes were made since; `None` when the present casebook cannot be read
 * or did not come from this copy.
 */
changes_since: number | null, 
/**
 * How many events those touched.
 */
events_since: number | null, };
export type Occasion = "work" | "before-import";
export type CopyReport = { path: string, bytes: number, counts: Counts, };
export type RecoveryReport = { path: string, 
/**
 * Everything that the damaged file ever held is in the new one.
 */
complete: boolean, counts: Counts, 
/**
 * Whether its history came along.
 */
history: boolean, tables: Array<RecoveredTable>, 
/**
 * What could not be saved as it was, in sentences.
 */
losses: Array<string>, };
export type RecoveredTable = { name: string, saved: number, 
/**
 * Stretches of rows that could not be read.
 */
unreadable: number, 
/**
 * Rows that were read but made no sense.
 */
refused: number, };
export type Viewport = { 
/**
 * The day at the left edge, with its fraction.
 */
from: number, days_per_px: number, 
/**
 * Width of the drawing in CSS pixels, lane heads not included.
 */
width: number, };
export type Part = { top: number, height: number, };
export type SceneHead = { origin: number, days_per_px: number, 
/**
 * The days that the scene covers.
 */
from: number, to: number, 
/**
 * The part of the lanes that the scene covers, and the height of all.
 */
top: number, bottom: number, height: number, lanes: Array<SceneLane>, ticks: Array<Tick>, arrows: Array<Arrow>, 
/**
 * The texts of the labels.
 */
texts: Array<string>, 
/**
 * How many values the columns of each group have.
 */
marks: number, labels: number, bands: number, };
export type SceneLane = { id: string, name: string, 
/**
 * Index of its colour token, 0 to 5.
 */
colour: number, 
/**
 * Events of the lane that pass the filter, in view or not.
 */
events: number, y: number, height: number, 
/**
 * Rows of marks that it has or has room for, those of counts not among them.
 */
rows: number, nesting: Nesting, };
export type Nesting = "alone" | "parent" | "child";
export type Tick = { x: number, text: string, major: boolean, };
export type Arrow = { relation: string, 
/**
 * A path of cubic Bézier segments: start, then three points for each segment.
 */
points: Array<[number, number]>, 
/**
 * Left edge and baseline of the room for the word of the relation, set in Inter
 * SemiBold at [`LABEL_SIZE`].
 */
label_x: number, label_y: number, 
/**
 * Width of that room; 0 when there is none near the arrow.
 */
label_width: number, };
export type Overview = { 
/**
 * The days at the left and right edge.
 */
from: number, to: number, 
/**
 * Events that begin in each of equally wide slices.
 */
counts: Array<number>, ticks: Array<Tick>, };

/** Bits of Marks.flags. */
export const FLAG = {
  UNCERTAIN: 1,
  APPROXIMATE: 2,
  SPAN: 4,
  OPEN_START: 8,
  OPEN_END: 16,
  SELECTED: 32,
  FOUND: 64,
  DISPUTED: 128,
  NOTED: 256,
  INSIDE: 512,
  WITHIN_DAY: 1024,
} as const;

/** CSS pixels that the layout and every drawing of it share. */
export const SIZE = {
  LABEL_SIZE: 12,
  LABEL_BASELINE: 4.25,
  LABEL_HALF_HEIGHT: 7,
  LABEL_GAP: 4,
  MARK_SIZE: 11,
  MARK_REACH: 7,
  INSIDE_HEIGHT: 17,
  INSIDE_GAP: 6,
  ROW_HEIGHT: 20,
  LANE_PADDING: 7,
  MINOR_TICK_SIZE: 11,
  MAJOR_TICK_SIZE: 13,
  TICK_GAP: 4,
  OVERVIEW_SLICE: 11,
  NODE_GAP: 12,
  NODE_TITLE_BASELINE: -2.5,
  NODE_DATE_BASELINE: 11.5,
  NODE_DATE_SIZE: 11,
} as const;

/** Numbers in the column of shapes. */
export const SHAPE = {
  "diamond": 0,
  "square": 1,
  "hollow-square": 2,
  "triangle": 3,
  "circle": 4,
} as const;

/** The columns of a scene in the order in which they come: group, name, values. */
export const SCENE_COLUMNS = [
  ["marks", "key", "f64"],
  ["marks", "x0", "f32"],
  ["marks", "x1", "f32"],
  ["marks", "y", "f32"],
  ["labels", "mark", "u32"],
  ["labels", "x", "f32"],
  ["labels", "y", "f32"],
  ["labels", "width", "f32"],
  ["bands", "x0", "f32"],
  ["bands", "x1", "f32"],
  ["bands", "y", "f32"],
  ["bands", "count", "u32"],
  ["marks", "lane", "u16"],
  ["marks", "flags", "u16"],
  ["bands", "lane", "u16"],
  ["bands", "flags", "u16"],
  ["marks", "shape", "u8"],
] as const;
