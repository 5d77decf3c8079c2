//! What a front end is shown and what it may ask: the shapes that cross the boundary
//! to the window, and the JSON of the command line where it shows the same things.
//!
//! Whole numbers stay below 2^53. `key` is an event's number inside its open casebook;
//! `id` is the name that stays with it in files. Days are numbers since 1970-01-01.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

mod bulk;
mod draft;
mod entry;
mod history;
mod merge;
mod moving;
mod records;
mod safety;

pub use bulk::{
    BulkChange, BulkPreview, DateShift, DeletionPreview, NotShifted, ShiftUnit, ShiftedDate,
};
pub use draft::{
    CitationDraft, EventChoices, EventDraft, EventForm, EventTarget, FieldProblem, SavedEvent,
};
pub use entry::{EntryChoice, EntryLane, EntryReading};
pub use merge::{MergeChoice, MergePreview, MergedEvent, MergedField};
pub use moving::{MoveBy, MovePart, MovedDate};

pub use history::{
    ChangeKind, Difference, DifferencePart, GoingBack, HistoryChange, HistoryEntryView,
    HistoryKind, HistoryPage, HistoryQuery, RecordCount,
};

pub use crate::procedure::view::{
    Procedure, ProcedureActView, ProcedureEventView, ProcedureScope, ScopeChoice,
};
pub use records::{
    ActorForm, Choice, CourtForm, DisputedDateForm, EventPart, LaneForm, OtherDateForm, PlaceForm,
    PrincipleForm, ProceedingForm, Record, RecordBefore, RecordEdit, RecordKind, RecordMerge,
    RecordPage, RecordQuery, RecordRemoval, RecordRow, RecordUses, RecordView, RelationForm,
    SharedKind, SourceForm,
};
pub use safety::{
    BackupContents, BackupList, BackupView, CopyReport, Occasion, RecoveredTable, RecoveryReport,
};

pub use docketline_formats::markdown::{Block, Inline};
pub use docketline_timeline::procedure::scene::{ProcedureScene, ProcedureView};
pub use docketline_timeline::{Overview, Part, Scene, Viewport};

/// The open casebook, as the top of the window shows it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CasebookSummary {
    pub title: String,
    pub path: String,
    pub file_name: String,
    /// Why it cannot be written, when it cannot.
    pub read_only: Option<ReadOnlyReason>,
    /// Who has it open for writing, where that is why it cannot be written.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub held_by: Option<String>,
    /// Whether whoever had it open for writing has closed it since, so that it can be taken
    /// over.
    pub is_free: bool,
    /// What to beware of where it stands: a folder of a cloud, a drive of the network.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub place_warning: Option<String>,
    pub schema_version: u32,
    pub counts: Counts,
    /// The first and last day on which anything is dated, if anything is.
    pub extent: Option<Extent>,
    /// What undo and redo would do now, in words.
    pub undo: Option<String>,
    pub redo: Option<String>,
    /// Grows with every change; a view drawn at another revision is stale.
    pub revision: i64,
    /// Grows with every change of what a rule of the check reads: while it stays, so does
    /// what was found.
    pub rules_revision: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReadOnlyReason {
    /// The file or its folder may not be written.
    Permission,
    /// Another process holds it.
    InUse,
    /// It is damaged; what can be saved of it is shown.
    Damaged,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, TS)]
pub struct Counts {
    pub events: i64,
    pub relations: i64,
    pub sources: i64,
    pub actors: i64,
    pub places: i64,
    pub principles: i64,
    pub disputed_dates: i64,
    pub notes: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Extent {
    pub first: i64,
    pub last: i64,
}

/// Which events are shown. `None` asks for any; an empty list asks for none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Filter {
    pub lanes: Option<Vec<String>>,
    /// Lanes whose events do not pass. Unlike `lanes` it lets lanes pass that are made later.
    pub hidden_lanes: Option<Vec<String>>,
    pub kinds: Option<Vec<String>>,
    pub actors: Option<Vec<String>>,
    pub principles: Option<Vec<String>>,
    /// EDTF or words. An event passes when one of its days lies on or after the first day
    /// of this.
    pub from: Option<String>,
    /// An event passes when one of its days lies on or before the last day of this.
    pub to: Option<String>,
    /// Whether that must be so in every reading of its date, or in one.
    pub span: SpanReading,
    /// One day. An event passes when it may have happened by the end of it.
    pub as_of: Option<String>,
    /// One day. An event passes when it may have been public by the end of it.
    pub known_on: Option<String>,
    /// Words that must all occur; the last one may be unfinished. `"…"` is a phrase.
    pub search: Option<String>,
}

/// How sure it must be that an event with an uncertain date lies in a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum SpanReading {
    #[default]
    Possibly,
    Certainly,
}

/// The two clocks that a view or an export is told by; each is one day, EDTF or words.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct Clocks {
    /// What stood at the end of this day; later events are left out.
    pub as_of: Option<String>,
    /// Only what may have been public by the end of this day.
    pub known_on: Option<String>,
}

/// What can be filtered by, each with how many events would be left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Facets {
    pub lanes: Vec<LaneFacet>,
    pub kinds: Vec<Facet>,
    pub actors: Vec<Facet>,
    pub principles: Vec<Facet>,
}

/// What the timeline has its lanes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum GroupBy {
    #[default]
    Lane,
    Court,
    Jurisdiction,
    Kind,
    Actor,
    Principle,
    Source,
}

impl GroupBy {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Lane => "lane",
            Self::Court => "court",
            Self::Jurisdiction => "jurisdiction",
            Self::Kind => "kind",
            Self::Actor => "actor",
            Self::Principle => "principle",
            Self::Source => "source",
        }
    }
}

/// How a reader wants the lanes: by identifiers, of which some may not exist any more.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Arrangement {
    pub by: GroupBy,
    /// Those that come first, in this order.
    pub order: Vec<String>,
    pub hidden: Vec<String>,
    /// Rows of marks at most; 0 folds a lane to its counts, and a lane with others under it
    /// with them.
    pub rows: BTreeMap<String, u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LaneFacet {
    pub id: String,
    pub name: String,
    /// Index of its colour token, 0 to 5.
    pub colour: u8,
    pub events: i64,
    /// Whether there are lanes under it, which may be folded into it.
    pub is_parent: bool,
    /// The identifier of the lane that it stands under.
    pub parent: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Facet {
    pub id: String,
    pub name: String,
    pub events: i64,
}

/// An event in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventRow {
    pub key: i64,
    pub id: String,
    /// As written (EDTF).
    pub date: String,
    /// As one would say it: "14 July 2016", "about June 2014".
    pub date_words: String,
    /// `YYYY-MM-DD`, or `None` when open or unknown.
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub title: String,
    pub short_title: Option<String>,
    pub kind: String,
    pub lane: String,
    pub lane_name: String,
    pub colour: u8,
    pub court: Option<String>,
    pub proceeding: Option<String>,
    pub docket: Option<String>,
    pub confidence: Option<String>,
    pub notes: i64,
    pub disputed: bool,
    /// When it became public, if not on its own date: as written (EDTF).
    pub public_from: Option<String>,
    /// The first day on which it may have been public; `None` is the beginning of time.
    pub public_first: Option<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventPage {
    /// Events that pass the filter.
    pub total: i64,
    pub offset: i64,
    pub rows: Vec<EventRow>,
}

/// Everything of one event, with names in place of identifiers.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EventDetail {
    #[serde(flatten)]
    pub row: EventRow,
    pub precision: String,
    pub certainty: String,
    pub stated_date: Option<String>,
    pub stated_end: Option<String>,
    pub refined_date: Option<RefinedDateView>,
    pub date_note: Option<String>,
    /// When it became public, when the paper was filed, and when it was entered on the
    /// docket: as written (EDTF), and in words.
    pub public_from_words: Option<String>,
    pub filed: Option<String>,
    pub filed_words: Option<String>,
    pub entered: Option<String>,
    pub entered_words: Option<String>,
    pub summary: String,
    pub main_case: bool,
    pub judges: Vec<NamedRef>,
    pub citations: Vec<CitationView>,
    pub actors: Vec<ParticipationView>,
    pub jurisdictions: Vec<String>,
    pub principles: Vec<NamedRef>,
    pub places: Vec<PlaceView>,
    pub sources: Vec<SupportView>,
    pub from_knowledge: Vec<String>,
    /// Relations that start here: its effects.
    pub outgoing: Vec<RelationView>,
    /// Relations that end here: what acted on it.
    pub incoming: Vec<RelationView>,
    pub dispute: Option<DisputeView>,
    pub event_notes: Vec<NoteView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RefinedDateView {
    pub value: String,
    pub words: String,
    pub confidence: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NamedRef {
    pub id: String,
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CitationView {
    pub text: String,
    pub confidence: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ParticipationView {
    pub id: String,
    pub name: String,
    /// In this event.
    pub role: String,
    pub actor_type: String,
    pub affiliation: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct PlaceView {
    pub id: String,
    pub name: String,
    pub lat: Option<f64>,
    pub lon: Option<f64>,
    pub country: Option<String>,
    pub role: Option<String>,
    pub precision: Option<String>,
    pub confidence: Option<String>,
}

/// A source of an event and what it supports there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SupportView {
    pub id: String,
    pub title: String,
    pub publisher: Option<String>,
    /// As written, which need not be a date.
    pub date: Option<String>,
    /// In words, where it is one; else as written.
    pub date_words: Option<String>,
    pub url: Option<String>,
    pub supports: String,
    pub read: bool,
    pub read_scope: Option<String>,
    pub note: Option<String>,
}

/// A relation, seen from one of its two events.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RelationView {
    pub id: String,
    pub relation: String,
    pub other_key: i64,
    pub other_id: String,
    pub other_title: String,
    pub other_date_words: String,
    /// `YYYY-MM-DD`, or `None` when open or unknown.
    pub other_earliest: Option<String>,
    pub part: Option<String>,
    pub effective: Option<String>,
    pub basis: Option<String>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DisputeView {
    pub chosen_words: String,
    pub reason: String,
    pub others: Vec<OtherDateView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OtherDateView {
    pub value: String,
    pub words: String,
    pub source: Option<NamedRef>,
    pub what: Option<String>,
}

/// A note with its text as written and as it reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct NoteView {
    pub id: String,
    pub event_key: i64,
    pub event_id: String,
    pub event_title: String,
    pub event_date_words: String,
    /// `YYYY-MM-DD`, or `None` when open or unknown.
    pub event_earliest: Option<String>,
    pub markdown: String,
    pub blocks: Vec<Block>,
    /// RFC 3339, UTC.
    pub created: String,
    pub modified: String,
}

/// The events that a search found, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchResult {
    pub total: i64,
    pub hits: Vec<SearchHit>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SearchHit {
    pub key: i64,
    pub id: String,
    pub title: String,
    pub date_words: String,
    pub colour: u8,
    /// Where it was found: "title", "summary", "actors", "sources" or "notes".
    pub field: String,
    pub excerpt: Vec<ExcerptPart>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExcerptPart {
    pub text: String,
    pub found: bool,
}

/// A source in the Evidence view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceRow {
    pub id: String,
    pub title: String,
    pub publisher: Option<String>,
    /// As written, which need not be a date.
    pub date: Option<String>,
    /// In words, where it is one; else as written.
    pub date_words: Option<String>,
    pub url: Option<String>,
    pub read: bool,
    pub read_url: Option<String>,
    pub read_scope: Option<String>,
    pub note: Option<String>,
    /// How much it supports, and the first of it in time.
    pub uses: i64,
    pub supports: Vec<SourceUse>,
}

/// Which sources are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize, TS)]
pub struct SourceQuery {
    /// Words that must all be found, in the source or in what it supports.
    pub find: String,
    pub only_unread: bool,
    pub known_on: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourcePage {
    /// Of all pages.
    pub total: i64,
    pub rows: Vec<SourceRow>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SourceUse {
    pub event_key: i64,
    pub event_title: String,
    pub event_date_words: String,
    /// `YYYY-MM-DD`, or `None` when open or unknown.
    pub event_earliest: Option<String>,
    pub supports: String,
}

/// A code of the coding scheme in the Principles view.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PrincipleRow {
    pub id: String,
    pub number: i64,
    pub name: String,
    pub added_words: Option<String>,
    pub paraphrase: String,
    pub confidence: Option<String>,
    pub note: Option<String>,
    pub sources: Vec<NamedRef>,
    /// How many events it was given to, and the first of them in time.
    pub coded: i64,
    pub events: Vec<EventRow>,
}

/// How the casebook was made and how far to trust it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AboutView {
    pub title: String,
    pub compiled: Option<String>,
    pub method: Option<String>,
    pub confidence_values: Vec<NamedRef>,
    pub field_notes: Vec<NamedRef>,
}

/// Events that the timeline shows in time from one to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventsBetween {
    /// As many as can be changed at once, from the first on.
    pub keys: Vec<i64>,
    pub total: i64,
}

/// Where a reader of the timeline stands: at an event, and in one of its lanes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Footing {
    pub key: i64,
    /// Its identifier; `None` for whichever lane it stands in.
    pub lane: Option<String>,
}

/// Where a step from one event leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The event after or before it, in any lane.
    Next,
    Previous,
    /// The event after or before it in the same lane.
    NextInLane,
    PreviousInLane,
    /// The event nearest in time in the lane above or below.
    LaneAbove,
    LaneBelow,
    First,
    Last,
}

/// The columns of the table. Lanes and proceedings are sorted as the author ordered
/// them, everything else by its value; what is empty comes last either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SortBy {
    Date,
    Title,
    Kind,
    Lane,
    Court,
    Proceeding,
    Docket,
    Confidence,
    Notes,
    Disputed,
}

/// A list of events: which, and in what order.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct Listing {
    pub filter: Filter,
    pub sort: SortBy,
    pub descending: bool,
}

/// Rows of a listing, from the first to the last of them, counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, TS)]
pub struct RowRange {
    pub first: i64,
    pub last: i64,
}

/// Events as text for the clipboard: a line for each, cells parted by tabs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct CopiedEvents {
    pub text: String,
    pub events: i64,
}

/// How many findings of the consistency check there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingCounts {
    pub open: i64,
    pub accepted: i64,
    /// Every rule, in the order of the check.
    pub rules: Vec<RuleCounts>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RuleCounts {
    pub rule: String,
    pub open: i64,
    pub accepted: i64,
}

/// Which findings are shown. `None` asks for any rule, or about any event.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FindingQuery {
    pub accepted: bool,
    pub rule: Option<String>,
    /// The identifier of an event.
    pub event: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingPage {
    /// Findings that were asked for.
    pub total: i64,
    pub offset: i64,
    pub rows: Vec<FindingView>,
}

/// Something in the casebook that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingView {
    /// Names it until what it rests on changes; by this it is accepted.
    pub id: String,
    /// The rule, from a closed set: "act-before-target", "unsourced" …
    pub code: String,
    /// "error", "warning" or "hint".
    pub severity: String,
    /// `false` where the dates leave open whether it is so.
    pub is_certain: bool,
    /// Identifiers; the first is the place to look.
    pub events: Vec<String>,
    pub relations: Vec<String>,
    pub proceeding: Option<String>,
    /// What was found and why it matters, in a sentence or two.
    pub message: String,
    /// The first of the events, or of those of the proceeding, to go to.
    pub places: Vec<FindingEvent>,
    pub accepted: Option<AcceptedView>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FindingEvent {
    pub key: i64,
    pub title: String,
    pub date_words: String,
    /// Its first possible day; none when it is open or unknown.
    pub earliest: Option<String>,
}

/// Why a finding was let stand, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct AcceptedView {
    pub reason: String,
    pub author: Option<String>,
    /// RFC 3339, UTC.
    pub at: String,
}

/// How an instrument stood on a day, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingView {
    pub key: i64,
    pub event: String,
    pub title: String,
    #[serde(flatten)]
    pub state: StandingWords,
    /// The events that affirmed it, in order, while it is in force or stayed.
    pub affirmed_by: Vec<String>,
    /// The relations that produced the answer, in the order of effect.
    pub reasons: Vec<String>,
    /// The same, to be read.
    pub acts: Vec<StandingReason>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingWords {
    /// "in force", "stayed", "reversed" …: one word when the answer is definite,
    /// otherwise each that some reading of the dates gives.
    pub standing: Vec<String>,
    pub definite: bool,
    /// The part that an act was limited to, as in "quashed in part".
    pub part: Option<String>,
    pub under_review: UnderReview,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum UnderReview {
    No,
    Possibly,
    Yes,
}

/// One act in the answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingReason {
    pub id: String,
    pub relation: String,
    pub by_key: i64,
    pub by_title: String,
    /// The day it took effect.
    pub date_words: String,
    pub part: Option<String>,
    pub basis: Option<String>,
    /// The sources of the acting event.
    pub sources: Vec<String>,
}

/// How an instrument stood from its beginning to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingLife {
    pub key: i64,
    pub event: String,
    pub title: String,
    /// One after the other; the first begins before every day.
    pub spans: Vec<StandingSpan>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct StandingSpan {
    /// The first day; `None` is the beginning of time.
    pub from: Option<i64>,
    #[serde(flatten)]
    pub state: StandingWords,
}

/// The time from one event to another: from the last day of the one to the first day of
/// the other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Interval {
    pub from: String,
    pub to: String,
    /// One number of days, in every reading of the dates.
    pub exact: bool,
    /// Negative when the other comes before; `None` where there is no bound.
    pub least_days: Option<i64>,
    pub most_days: Option<i64>,
    /// "39 days", "between 27 and 38 days", "at least 27 days".
    pub days: String,
    /// "1 month and 8 days", as the calendar counts.
    pub words: String,
}

/// How a date that somebody typed is understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DateReading {
    pub input: String,
    /// It has exactly one reading.
    pub valid: bool,
    /// The reading.
    pub edtf: Option<String>,
    /// 0, 1 or 2.
    pub level: Option<u8>,
    /// `YYYY-MM-DD`, or `None` when open or unknown.
    pub earliest: Option<String>,
    pub latest: Option<String>,
    pub uncertain: bool,
    pub approximate: bool,
    /// The reading in plain English.
    pub words: Option<String>,
    /// Why it is not valid.
    pub error: Option<String>,
    /// The character, from 0, at which it stops making sense.
    pub error_at: Option<u32>,
    /// All readings, where there is more than one; none is preferred.
    pub readings: Vec<PossibleDate>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PossibleDate {
    pub edtf: String,
    pub words: String,
}

/// What an edit did, and what the undo button now says.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct EditOutcome {
    /// "Undid: Note on Microsoft held in civil contempt", in words; `None` when there
    /// was nothing to do.
    pub done: Option<String>,
    pub summary: CasebookSummary,
}

/// Where an edit of an event's fields left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct EventEdit {
    /// Its identifier, which may be what was changed.
    pub id: String,
    /// False when every field had its new value already.
    pub changed: bool,
}

/// An event that is deleted or would be, and what goes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Deletion {
    pub id: String,
    pub title: String,
    /// The identifiers of the relations to and from it.
    pub relations: Vec<String>,
    /// The identifiers of its notes.
    pub notes: Vec<String>,
    /// Whether the dispute about its date goes too.
    pub disputed_date: bool,
}

/// The formats the window can write and read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum ExportFormat {
    Json,
    Csv,
    Html,
    Svg,
    Png,
    Pdf,
}

impl ExportFormat {
    /// The ending of its files' names.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Svg => "svg",
            Self::Png => "png",
            Self::Pdf => "pdf",
        }
    }
}

/// What is chosen about a file besides its format. Without a choice it is everything.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct ExportOptions {
    pub clocks: Clocks,
    /// For SVG, PNG and PDF.
    pub picture: PictureOptions,
}

#[derive(Debug, Clone, PartialEq, Default, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct PictureOptions {
    pub span: PictureSpan,
    /// Those of the casebook, unless a reader wants others.
    pub lanes: Arrangement,
    /// Of the timeline without the heads of its lanes, in CSS pixels; without it, as wide
    /// as it takes to draw every event by itself, within reason.
    pub width: Option<f64>,
    /// Pixels of a PNG for each CSS pixel: 1 to 4.
    pub scale: PictureScale,
    /// Of a PDF.
    pub page: PicturePage,
}

/// How much of the timeline a picture shows.
#[derive(Debug, Clone, PartialEq, Default, Deserialize, TS)]
#[serde(tag = "of", rename_all = "lowercase")]
pub enum PictureSpan {
    /// Everything in the casebook.
    #[default]
    Whole,
    /// All lanes, from the first day of one date to the last of another, in EDTF or words.
    Between {
        from: Option<String>,
        to: Option<String>,
    },
    /// What the window shows between two days.
    View {
        filter: Box<Filter>,
        viewport: Viewport,
        selected: Option<i64>,
    },
}

/// Pixels for each CSS pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, TS)]
#[ts(type = "1 | 2 | 3 | 4")]
pub struct PictureScale(u8);

impl<'de> Deserialize<'de> for PictureScale {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::try_from(u8::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

impl Default for PictureScale {
    /// Sharp on paper and on dense screens.
    fn default() -> Self {
        Self(2)
    }
}

impl TryFrom<u8> for PictureScale {
    type Error = String;

    fn try_from(scale: u8) -> Result<Self, String> {
        if (1..=4).contains(&scale) {
            Ok(Self(scale))
        } else {
            Err(format!("a scale is 1, 2, 3 or 4, and not {scale}"))
        }
    }
}

impl From<PictureScale> for u8 {
    fn from(scale: PictureScale) -> Self {
        scale.0
    }
}

/// What a PDF is cut to. Pages lie on their long side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
pub enum PicturePage {
    /// One sheet, as large as the picture.
    #[default]
    Sheet,
    A4,
    A3,
    Letter,
}

/// What was written, and what the format could not hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ExportReport {
    pub path: String,
    pub format: ExportFormat,
    pub bytes: i64,
    pub events: i64,
    /// One sentence for each kind of loss; none for a lossless format.
    pub losses: Vec<String>,
}

/// What an import did or, in a dry run, would do. Every row is in one of the four.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportReport {
    pub path: String,
    pub dry_run: bool,
    pub created: i64,
    pub updated: i64,
    pub unchanged: i64,
    pub rejected: Vec<RejectedRow>,
    /// Columns of a table that are not understood; their cells are left out.
    pub ignored_columns: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RejectedRow {
    /// The line of the file on which the row starts, from 1; the position in the list
    /// for JSON.
    pub line: i64,
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RecentCasebook {
    pub path: String,
    pub title: String,
    pub exists: bool,
}
