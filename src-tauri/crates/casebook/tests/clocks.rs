//! The two clocks and the span of the filter, against casebooks that hold nothing else
//! and against every reading of every date.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{
    Arrangement, Clocks, EventRow, ExportFormat, ExportOptions, Filter, FindingQuery,
    ProcedureScope, Scene, SourceQuery, SpanReading, Step, Viewport,
};
use docketline_casebook::{Casebook, Overwrite, SystemClock, sample};
use docketline_domain::compare::Extent;
use docketline_domain::model::Document;
use docketline_domain::standing::Certainty;
use docketline_domain::{Bounds, Day, Edtf};
use proptest::prelude::*;
use std::path::Path;
use std::sync::Arc;

fn casebook(folder: &Path, name: &str, document: &Document) -> Casebook {
    let mut without = document.clone();
    let events = std::mem::take(&mut without.events);
    Casebook::create_from(
        &folder.join(name),
        &without,
        events.into_iter(),
        Arc::new(SystemClock),
    )
    .unwrap()
}

/// Dates around the years of the sample, exact and not.
fn dates() -> impl Strategy<Value = String> {
    let day = (2010_i64..2020, 1_u8..13, 1_u8..29)
        .prop_map(|(year, month, day)| Day::from_civil(year, month, day).unwrap().to_string());
    let pair = (day.clone(), day.clone()).prop_map(|(a, b)| if a <= b { (a, b) } else { (b, a) });
    prop_oneof![
        4 => day.clone(),
        1 => day.clone().prop_map(|day| day[..7].to_owned()),
        1 => day.clone().prop_map(|day| day[..4].to_owned()),
        1 => day.clone().prop_map(|day| format!("{day}T12:30:00")),
        1 => pair.clone().prop_map(|(a, b)| format!("{a}/{b}")),
        1 => pair.clone().prop_map(|(a, b)| format!("{}/{}", &a[..4], &b[..7])),
        1 => pair.clone().prop_map(|(a, b)| format!("[{a}..{b}]")),
        1 => pair.prop_map(|(a, b)| format!("{{{a}..{b}}}")),
        1 => day.clone().prop_map(|day| format!("{day}/..")),
        1 => day.clone().prop_map(|day| format!("../{day}")),
        1 => day.clone().prop_map(|day| format!("{day}/")),
        1 => day.prop_map(|day| format!("/{day}")),
    ]
}

/// The sample with its events moved in time, many of them public later than they happened.
fn documents() -> impl Strategy<Value = Document> {
    let sample = sample();
    let count = sample.events.len();
    let moves = prop::collection::vec(
        (
            prop::option::weighted(0.7, dates()),
            prop::option::weighted(0.5, dates()),
        ),
        count,
    );
    moves.prop_map(move |moves| {
        let mut document = sample.clone();
        for (event, (date, public)) in document.events.iter_mut().zip(moves) {
            if let Some(date) = date {
                event.date = Edtf::parse(&date).unwrap();
                event.stated_date = None;
            }
            event.public_from = public.map(|date| Edtf::parse(&date).unwrap());
        }
        document
    })
}

fn day() -> impl Strategy<Value = Day> {
    (2010_i64..2020, 1_u8..13, 1_u8..29)
        .prop_map(|(year, month, day)| Day::from_civil(year, month, day).unwrap())
}

/// A row without its number, which differs between casebooks.
fn named(row: EventRow) -> EventRow {
    EventRow {
        key: 0,
        colour: 0,
        ..row
    }
}

/// A scene without numbers of events, and without lanes in which there is nothing.
fn drawn(mut scene: Scene, events: &[EventRow]) -> Scene {
    for key in &mut scene.marks.key {
        *key = events
            .iter()
            .position(|row| row.key == *key as i64)
            .unwrap() as _;
    }
    scene
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10) })]

    #[test]
    fn nothing_public_later_influences_a_view_or_an_export(
        document in documents(),
        known_on in day(),
        as_of in prop::option::of(day()),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let clocks = docketline_domain::Clocks { as_of, known_on: Some(known_on) };
        let told = clocks.tell(&document);
        let whole = casebook(folder.path(), "whole.casebook", &document);
        let known = casebook(folder.path(), "known.casebook", &told);
        let clock = Some(known_on.to_string());
        let as_of = as_of.map(|day| day.to_string());
        let filter = Filter { known_on: clock.clone(), as_of: as_of.clone(), ..Filter::default() };
        let all = Filter::default();

        let rows = |casebook: &Casebook, filter: &Filter| casebook.all_events(filter).unwrap();
        let (left, right) = (rows(&whole, &filter), rows(&known, &all));
        let names = |rows: &[EventRow]| rows.iter().cloned().map(named).collect::<Vec<_>>();
        prop_assert_eq!(names(&left), names(&right));

        // The views that have no as-of of their own are compared without one.
        if as_of.is_none() {
            let clock = clock.as_deref();
            let sources = |casebook: &Casebook, known_on: Option<&str>| {
                let query = SourceQuery {
                    known_on: known_on.map(str::to_owned),
                    ..SourceQuery::default()
                };
                let page = casebook.sources(&query, 0, 1_000).unwrap();
                assert_eq!(page.total, page.rows.len() as i64);
                page.rows.into_iter().map(|row| (row.id, row.uses)).collect::<Vec<_>>()
            };
            prop_assert_eq!(sources(&whole, clock), sources(&known, None));
            let principles = |casebook: &Casebook, clock| {
                let principles = casebook.principles(clock).unwrap();
                let counted = principles.into_iter().map(|row| {
                    let first: Vec<String> = row.events.into_iter().map(|event| event.id).collect();
                    (row.id, row.coded, first)
                });
                counted.collect::<Vec<_>>()
            };
            prop_assert_eq!(principles(&whole, clock), principles(&known, None));
            let found = |casebook: &Casebook, clock| {
                let checked = casebook.begin_check(clock).unwrap().run();
                let query = FindingQuery::default();
                let rows = checked.page(&query, 0, 1_000).rows.into_iter();
                let rows = rows.map(|of| (of.id, of.message, of.places.len()));
                (checked.counts(), rows.collect::<Vec<_>>())
            };
            prop_assert_eq!(found(&whole, clock), found(&known, None));
            prop_assert_eq!(
                whole.counts_known_on(&known_on.to_string()).unwrap(),
                known.summary().unwrap().counts
            );
            for (a, b) in left.iter().zip(&right).step_by(7) {
                let (a, b) = (whole.event(a.key, clock).unwrap(), known.event(b.key, None).unwrap());
                let ends = |relations: &[docketline_casebook::view::RelationView]| {
                    relations.iter().map(|r| r.id.clone()).collect::<Vec<_>>()
                };
                prop_assert_eq!(ends(&a.outgoing), ends(&b.outgoing));
                prop_assert_eq!(ends(&a.incoming), ends(&b.incoming));
            }
            let standings = |casebook: &Casebook, known_on| {
                let all = casebook.standing("2016-08-01", known_on, None).unwrap();
                all.into_iter().map(|s| (s.event, s.state, s.reasons)).collect::<Vec<_>>()
            };
            // What may or may not have been public counts possibly, so both have the clock.
            prop_assert_eq!(standings(&whole, clock), standings(&known, clock));
            let a = whole.overview(&filter, 300.0).unwrap();
            let b = known.overview(&all, 300.0).unwrap();
            prop_assert_eq!(a, b);
        }

        for text in ["court", "warrant"] {
            let found = |casebook: &Casebook, filter: &Filter| {
                let filter = Filter { search: Some(text.to_owned()), ..filter.clone() };
                let mut ids: Vec<String> =
                    casebook.search(&filter, 500).unwrap().hits.into_iter().map(|h| h.id).collect();
                ids.sort();
                ids
            };
            prop_assert_eq!(found(&whole, &filter), found(&known, &all));
        }
        let counts = |casebook: &Casebook, filter: &Filter| {
            let facets = casebook.facets(filter).unwrap();
            (facets.lanes, facets.kinds, facets.actors, facets.principles)
        };
        prop_assert_eq!(counts(&whole, &filter), counts(&known, &all));

        let viewport = Viewport { from: 14_600.0, days_per_px: 4.0, width: 1_000.0 };
        let scene = |casebook: &Casebook, filter: &Filter, rows: &[EventRow]| {
            drawn(casebook.scene(filter, viewport, None).unwrap(), rows)
        };
        prop_assert_eq!(scene(&whole, &filter, &left), scene(&known, &all, &right));
        let first = |casebook: &Casebook, filter: &Filter, rows: &[EventRow], step| {
            let found = casebook.step(filter, &Arrangement::default(), None, step).unwrap();
            found.map(|found| rows.iter().position(|row| row.key == found.key))
        };
        for step in [Step::First, Step::Last] {
            prop_assert_eq!(first(&whole, &filter, &left, step), first(&known, &all, &right, step));
        }

        // And out of the program again.
        let options = ExportOptions {
            clocks: Clocks { as_of, known_on: clock },
            ..ExportOptions::default()
        };
        for format in [ExportFormat::Json, ExportFormat::Csv, ExportFormat::Html, ExportFormat::Svg] {
            let export = |casebook: &Casebook, name: &str| {
                let path = folder.path().join(name);
                casebook.export(format, &options, &path, Overwrite::Allow).unwrap();
                std::fs::read_to_string(path).unwrap()
            };
            prop_assert!(export(&whole, "whole.out") == export(&known, "told.out"), "{:?}", format);
        }
    }

    #[test]
    fn an_event_stands_by_what_acts_join_to_it_as_it_does_by_the_whole_casebook(
        document in documents(),
        on in day(),
        known_on in prop::option::of(day()),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let near = casebook(folder.path(), "near.casebook", &document);
        let whole = casebook(folder.path(), "whole.casebook", &document);
        let (on, known_on) = (on.to_string(), known_on.map(|day| day.to_string()));
        let known_on = known_on.as_deref();
        // From here on it is read as a whole.
        whole.standing(&on, known_on, None).unwrap();
        for event in &document.events {
            let id = event.id.as_str();
            let standing = |casebook: &Casebook| {
                let views = casebook.standing(&on, known_on, Some(id));
                views.map(|views| format!("{views:?}")).map_err(|error| error.code())
            };
            prop_assert_eq!(standing(&near), standing(&whole));
            let life = |casebook: &Casebook| {
                format!("{:?}", casebook.standing_life(id, known_on).unwrap())
            };
            prop_assert_eq!(life(&near), life(&whole));
        }
        for scope in [None, Some(ProcedureScope::All)] {
            let procedure = |casebook: &Casebook| {
                let all = Filter::default();
                casebook.procedure(&all, known_on, scope.as_ref()).unwrap()
            };
            prop_assert_eq!(procedure(&near), procedure(&whole));
        }
    }

    #[test]
    fn the_span_of_the_filter_agrees_with_every_reading_of_every_date(
        document in documents(),
        (from, to) in (day(), day()).prop_map(|(a, b)| (a.min(b), a.max(b))),
        (has_from, has_to) in (any::<bool>(), any::<bool>()),
    ) {
        let folder = tempfile::tempdir().unwrap();
        let whole = casebook(folder.path(), "whole.casebook", &document);
        let period = Extent::of_period(Bounds {
            earliest: has_from.then_some(from),
            latest: has_to.then_some(to),
        });
        for span in [SpanReading::Possibly, SpanReading::Certainly] {
            let filter = Filter {
                from: has_from.then(|| from.to_string()),
                to: has_to.then(|| to.to_string()),
                span,
                ..Filter::default()
            };
            let mut found: Vec<String> =
                whole.all_events(&filter).unwrap().into_iter().map(|row| row.id).collect();
            let mut expected: Vec<String> = document
                .events
                .iter()
                .filter(|event| {
                    match Extent::of_event(&event.date).overlaps(&period) {
                        Certainty::Yes => true,
                        Certainty::Possibly => span == SpanReading::Possibly,
                        Certainty::No => false,
                    }
                })
                .map(|event| event.id.to_string())
                .collect();
            found.sort();
            expected.sort();
            prop_assert_eq!(found, expected, "{:?}", span);
        }
    }

    #[test]
    fn events_are_listed_in_the_order_of_their_dates(document in documents()) {
        let folder = tempfile::tempdir().unwrap();
        let whole = casebook(folder.path(), "whole.casebook", &document);
        let dates: Vec<Edtf> = whole.all_events(&Filter::default()).unwrap()
            .iter()
            .map(|row| Edtf::parse(&row.date).unwrap())
            .collect();
        let key = |date: &Edtf| {
            let (first, last, time, _) = date.sort_key();
            (first, last, time)
        };
        prop_assert!(dates.iter().map(key).is_sorted());
    }
}
