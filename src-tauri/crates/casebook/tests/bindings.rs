//! The TypeScript shapes in `ui/src/ipc/generated` are those of the Rust types.
//! `UPDATE_BINDINGS=1 cargo test -p docketline-casebook --test bindings` rewrites them.

use docketline_casebook::view::*;
use docketline_timeline::procedure::scene::*;
use docketline_timeline::scene::*;
use std::path::Path;
use ts_rs::{Config, TS};

macro_rules! declarations {
    ($config:expr; $($name:ty),+ $(,)?) => {
        [$(format!("export {}\n", <$name as TS>::decl($config))),+].concat()
    };
}

#[test]
fn the_generated_typescript_is_up_to_date() {
    let config = Config::new().with_large_int("number");
    let shapes = declarations!(&config;
        CasebookSummary, ReadOnlyReason, Counts, Extent, Filter, SpanReading, Clocks, Facets, LaneFacet, Facet,
        EventRow, EventPage, EventDetail, RefinedDateView, NamedRef, CitationView,
        ParticipationView, PlaceView, SupportView, RelationView, DisputeView, OtherDateView,
        NoteView, Block, Inline, SearchResult, SearchHit, ExcerptPart, SourceRow, SourceUse,
        PrincipleRow, AboutView, Step, SortBy, Listing, RowRange, CopiedEvents, StandingView, StandingWords, UnderReview, StandingReason, StandingLife, StandingSpan, Interval,
        FindingCounts, RuleCounts, FindingQuery, FindingPage, FindingView, FindingEvent, AcceptedView,
        DateReading, PossibleDate, EditOutcome, ExportFormat, ExportOptions, PictureOptions, PictureSpan, PictureScale,
        PicturePage, ExportReport,
        ImportReport, RejectedRow, RecentCasebook,
        EventEdit, Deletion, HistoryQuery, HistoryPage, HistoryEntryView, HistoryKind,
        HistoryChange, ChangeKind, Difference, DifferencePart, GoingBack, RecordCount,
        SharedKind, RecordKind, Record, LaneForm, CourtForm, ProceedingForm, ActorForm, PlaceForm,
        PrincipleForm, SourceForm, RelationForm, DisputedDateForm, OtherDateForm, RecordView,
        RecordEdit, RecordQuery, RecordPage, RecordRow, RecordUses, RecordRemoval, RecordMerge,
        Choice, EventPart,
        Procedure, ProcedureScope, ScopeChoice, ProcedureEventView, ProcedureActView,
        ProcedureView, ProcedureScene, Storey, Nodes, NodeCounts, ActArrow,
        MovePart, MoveBy, MovedDate, EntryChoice, EntryLane, EntryReading,
        EventChoice, BulkChange, DateShift, ShiftUnit, BulkPreview, ShiftedDate, NotShifted,
        DeletionPreview, MergePreview, MergedEvent, MergedField, MergeChoice,
        EventTarget, EventDraft, CitationDraft, EventForm, EventChoices, FieldProblem, SavedEvent,
        BackupList, BackupView, BackupContents, Occasion, CopyReport,
        RecoveryReport, RecoveredTable,
        Viewport, Scene, SceneLane, Tick, Marks, Labels, Bands, Arrow, Overview,
    );
    let flags = [
        ("UNCERTAIN", flag::UNCERTAIN),
        ("APPROXIMATE", flag::APPROXIMATE),
        ("SPAN", flag::SPAN),
        ("OPEN_START", flag::OPEN_START),
        ("OPEN_END", flag::OPEN_END),
        ("SELECTED", flag::SELECTED),
        ("FOUND", flag::FOUND),
        ("DISPUTED", flag::DISPUTED),
        ("NOTED", flag::NOTED),
    ]
    .map(|(name, bit)| format!("  {name}: {bit},\n"))
    .concat();
    let sizes = [
        ("LABEL_SIZE", LABEL_SIZE),
        ("LABEL_BASELINE", LABEL_BASELINE),
        ("LABEL_HALF_HEIGHT", LABEL_HALF_HEIGHT),
        ("LABEL_GAP", LABEL_GAP),
        ("MARK_SIZE", MARK_SIZE),
        ("MARK_REACH", MARK_REACH),
        ("ROW_HEIGHT", ROW_HEIGHT),
        ("LANE_PADDING", LANE_PADDING),
        ("MINOR_TICK_SIZE", MINOR_TICK_SIZE),
        ("MAJOR_TICK_SIZE", MAJOR_TICK_SIZE),
        ("TICK_GAP", TICK_GAP),
        ("OVERVIEW_SLICE", OVERVIEW_SLICE),
        ("NODE_GAP", NODE_GAP),
        ("NODE_TITLE_BASELINE", TITLE_BASELINE),
        ("NODE_DATE_BASELINE", DATE_BASELINE),
        ("NODE_DATE_SIZE", DATE_SIZE),
    ]
    .map(|(name, pixels)| format!("  {name}: {pixels},\n"))
    .concat();
    let expected = format!(
        "// Generated from the Rust types by the test `bindings`; do not edit.\n\n{shapes}\n\
         /** Bits of Marks.flags. */\nexport const FLAG = {{\n{flags}}} as const;\n\n\
         /** CSS pixels that the layout and every drawing of it share. */\n\
         export const SIZE = {{\n{sizes}}} as const;\n"
    );

    let path =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/ipc/generated/bindings.ts");
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(&path, &expected).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == expected,
        "ui/src/ipc/generated/bindings.ts is out of date; run this test with UPDATE_BINDINGS=1"
    );
}
