//! The TypeScript shapes in `ui/src/ipc/generated` are those of the Rust types, and the
//! scene there is one that the program would send.
//! `UPDATE_BINDINGS=1 cargo test -p docketline-casebook --test bindings` rewrites them.

use docketline_casebook::view::*;
use docketline_domain::vocabulary::{RelationType, Shape};
use docketline_timeline::procedure::scene::*;
use docketline_timeline::scene::*;
use docketline_timeline::wire::{SHAPES, SceneHead, columns};
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
        CasebookSummary, ReadOnlyReason, Counts, Extent, Filter, GroupBy, Arrangement, SpanReading, Clocks, Facets, LaneFacet, Facet,
        EventRow, EventPage, EventDetail, RefinedDateView, NamedRef, CitationView,
        ParticipationView, PlaceView, SupportView, RelationView, DisputeView, OtherDateView,
        NoteView, Block, Inline, SearchResult, SearchHit, ExcerptPart, SourceRow, SourceUse, SourceQuery, SourcePage,
        PrincipleRow, AboutView, Footing, EventsBetween, Step, SortBy, Listing, RowRange, CopiedEvents, StandingView, StandingWords, UnderReview, StandingReason, StandingLife, StandingSpan, Interval,
        FindingCounts, RuleCounts, FindingQuery, FindingPage, FindingView, FindingEvent, AcceptedView,
        DateReading, PossibleDate, EditOutcome, ExportFormat, ExportOptions, PictureOptions, PictureSpan, PictureScale,
        PicturePage, ExportReport,
        ImportReport, RejectedRow, RecentCasebook,
        EventEdit, Deletion, HistoryQuery, HistoryPage, HistoryEntryView, HistoryKind,
        HistoryChange, ChangeKind, Difference, DifferencePart, GoingBack, RecordCount,
        SharedKind, RecordKind, Record, LaneForm, CourtForm, ProceedingForm, ActorForm, PlaceForm,
        PrincipleForm, SourceForm, RelationForm, DisputedDateForm, OtherDateForm, RecordView,
        RecordBefore, RecordEdit, RecordQuery, RecordPage, RecordRow, RecordUses, RecordRemoval, RecordMerge,
        Choice, EventPart,
        Procedure, ProcedureScope, ScopeChoice, ProcedureEventView, ProcedureActView,
        ProcedureView, ProcedureScene, Storey, Nodes, NodeCounts, ActArrow,
        MovePart, MoveBy, MovedDate, EntryChoice, EntryLane, EntryReading,
        BulkChange, DateShift, ShiftUnit, BulkPreview, ShiftedDate, NotShifted,
        DeletionPreview, MergePreview, MergedEvent, MergedField, MergeChoice,
        EventTarget, EventDraft, CitationDraft, EventForm, EventChoices, FieldProblem, SavedEvent,
        BackupList, BackupView, BackupContents, Occasion, CopyReport,
        RecoveryReport, RecoveredTable,
        Viewport, Part, SceneHead<'static>, SceneLane, Nesting, Tick, Arrow, Overview,
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
        ("INSIDE", flag::INSIDE),
        ("WITHIN_DAY", flag::WITHIN_DAY),
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
        ("INSIDE_HEIGHT", INSIDE_HEIGHT),
        ("INSIDE_GAP", INSIDE_GAP),
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
    let scene_columns = columns(&Scene::default())
        .map(|column| {
            format!(
                "  [\"{}\", \"{}\", \"{}\"],\n",
                column.group,
                column.name,
                column.kind()
            )
        })
        .concat();
    let shapes_of_marks = SHAPES
        .iter()
        .enumerate()
        .map(|(number, shape)| format!("  {}: {number},\n", serde_json::to_string(shape).unwrap()))
        .collect::<String>();
    let expected = format!(
        "// Generated from the Rust types by the test `bindings`; do not edit.\n\n{shapes}\n\
         /** Bits of Marks.flags. */\nexport const FLAG = {{\n{flags}}} as const;\n\n\
         /** CSS pixels that the layout and every drawing of it share. */\n\
         export const SIZE = {{\n{sizes}}} as const;\n\n\
         /** Numbers in the column of shapes. */\n\
         export const SHAPE = {{\n{shapes_of_marks}}} as const;\n\n\
         /** The columns of a scene in the order in which they come: group, name, values. */\n\
         export const SCENE_COLUMNS = [\n{scene_columns}] as const;\n"
    );

    expect_committed("ui/src/ipc/generated/bindings.ts", expected.as_bytes());
}

/// The window's tests read these bytes. They are hexadecimal so that a change can be seen.
#[test]
fn the_scene_of_the_windows_tests_is_what_the_program_sends() {
    let lines: Vec<String> = example()
        .to_bytes()
        .chunks(32)
        .map(|line| {
            line.iter()
                .map(|byte| format!("{byte:02x}"))
                .collect::<String>()
                + "\n"
        })
        .collect();
    expect_committed("ui/src/ipc/generated/scene.hex", lines.concat().as_bytes());
}

/// Everything that a scene may hold; odd numbers of things, and a word that is not ASCII.
fn example() -> Scene {
    Scene {
        origin: 16_000.5,
        days_per_px: 0.25,
        from: 15_800.0,
        to: 16_300.0,
        top: 0.0,
        bottom: 96.0,
        height: 108.0,
        lanes: vec![SceneLane {
            id: "été".to_owned(),
            name: "Été".to_owned(),
            colour: 3,
            events: 8,
            y: 0.0,
            height: 108.0,
            rows: 4,
            nesting: Nesting::Child,
        }],
        ticks: vec![Tick {
            x: -40.0,
            text: "2014".to_owned(),
            major: true,
        }],
        marks: Marks {
            key: vec![7.0, 9_007_199_254_740_991.0, 9.0],
            lane: vec![0, 0, 0],
            shape: vec![Shape::Diamond, Shape::Circle, Shape::HollowSquare],
            x0: vec![-12.5, 40.0, 131_072.0],
            x1: vec![-12.5, 90.25, 131_072.0],
            y: vec![17.0, 37.0, 57.0],
            flags: vec![0, flag::SPAN | flag::NOTED, flag::SELECTED],
        },
        labels: Labels {
            mark: vec![2, 0],
            x: vec![1.5, -1.5],
            y: vec![61.25, 21.25],
            width: vec![44.5, 80.125],
            text: vec!["“Šrems”, 憲法".to_owned(), String::new()],
        },
        bands: Bands {
            lane: vec![0],
            x0: vec![200.0],
            x1: vec![248.0],
            y: vec![97.0],
            count: vec![4_000_000_000],
            flags: vec![flag::FOUND],
        },
        arrows: vec![Arrow {
            relation: RelationType::Reverses,
            points: vec![[0.0, 1.0], [2.0, 3.0], [4.0, 5.0], [6.0, 7.5]],
            label_x: 3.0,
            label_y: 4.0,
            label_width: 0.0,
        }],
    }
}

/// What is generated from Rust is committed, so that the window is built without it.
fn expect_committed(path: &str, expected: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../..")
        .join(path);
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(&path, expected).expect("the bindings can be written");
    }
    let committed = std::fs::read(&path).unwrap_or_default();
    assert!(
        committed == expected,
        "{} is out of date; run this test with UPDATE_BINDINGS=1",
        path.display()
    );
}
