//! What can be filtered by, and the counts beside it, against the events themselves.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; what helps the tests is no test function"
)]

use docketline_casebook::view::{EventDetail, Facet, Filter, GroupBy, SortBy, SpanReading};
use docketline_casebook::{Casebook, NewEvent, SystemClock};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex};
use tempfile::TempDir;

/// The sample, every event of it, and the words that a filter may name.
struct Sample {
    _folder: TempDir,
    casebook: Casebook,
    events: BTreeMap<i64, EventDetail>,
}

static SAMPLE: LazyLock<Mutex<Sample>> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.casebook");
    let mut casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    // At the first and the last minute of a day.
    for (id, time) in [("first-minute", "00:00:00"), ("last-minute", "23:59:59")] {
        casebook
            .add_event(&NewEvent {
                id: id.to_owned(),
                date: format!("2014-07-31T{time}Z"),
                title: "Entered by the clerk".to_owned(),
                kind: "filing".to_owned(),
                lane: "case".to_owned(),
                public_from: None,
            })
            .unwrap();
    }
    let rows = casebook.all_events(&Filter::default()).unwrap();
    let detail = |key| (key, casebook.event(key, None).unwrap());
    let events = rows.iter().map(|row| detail(row.key)).collect();
    Mutex::new(Sample {
        _folder: folder,
        casebook,
        events,
    })
});

fn actors(event: &EventDetail) -> BTreeSet<&str> {
    let taking_part = event.actors.iter().map(|actor| actor.id.as_str());
    let judging = event.judges.iter().map(|judge| judge.id.as_str());
    taking_part.chain(judging).collect()
}

fn ids_of(sample: &Sample, of: impl Fn(&EventDetail) -> Vec<String>) -> Vec<String> {
    let ids: BTreeSet<String> = sample.events.values().flat_map(of).collect();
    ids.into_iter().collect()
}

fn some_of(ids: Vec<String>) -> impl Strategy<Value = Option<Vec<String>>> {
    let most = ids.len();
    proptest::option::weighted(0.3, subsequence(ids, 0..=most))
}

fn filters() -> impl Strategy<Value = Filter> {
    let sample = SAMPLE.lock().unwrap();
    let lanes = ids_of(&sample, |event| vec![event.row.lane.clone()]);
    let kinds = ids_of(&sample, |event| vec![event.row.kind.clone()]);
    let some_actors = ids_of(&sample, |event| {
        actors(event).into_iter().map(str::to_owned).collect()
    });
    let principles = ids_of(&sample, |event| {
        let principles = event.principles.iter();
        principles.map(|principle| principle.id.clone()).collect()
    });
    let day = || {
        let date = (2012..2020_u32, 1..13_u32, 1..29_u32);
        let date = date.prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
        let vague = select(
            [
                "2013",
                "2014-06",
                "2014-07-30",
                "2014-07-31",
                "2014-08-01",
                "2018-04~",
            ]
            .map(str::to_owned)
            .to_vec(),
        );
        proptest::option::weighted(0.4, prop_oneof![3 => date, 2 => vague])
    };
    let clock = || {
        proptest::option::weighted(
            0.2,
            select(vec!["2014-08-01".to_owned(), "2017-01-01".to_owned()]),
        )
    };
    let search = [
        "court",
        "warrant micro",
        "\"stored communications\"",
        "no such word",
        "–",
    ];
    let search = proptest::option::weighted(0.3, select(search.map(str::to_owned).to_vec()));
    let span = select(vec![SpanReading::Possibly, SpanReading::Certainly]);
    (
        (some_of(lanes.clone()), some_of(lanes), some_of(kinds)),
        (some_of(some_actors), some_of(principles)),
        (day(), day(), span),
        (clock(), clock(), search),
    )
        .prop_map(
            |(
                (lanes, hidden_lanes, kinds),
                (actors, principles),
                (from, to, span),
                (as_of, known_on, search),
            )| Filter {
                lanes,
                hidden_lanes,
                kinds,
                actors,
                principles,
                from,
                to,
                span,
                as_of,
                known_on,
                search,
            },
        )
}

/// How many events there are of each, of those that have any.
fn counted<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<String, i64> {
    let mut counts = BTreeMap::new();
    for id in ids {
        *counts.entry(id.to_owned()).or_insert(0) += 1;
    }
    counts
}

fn told(facets: &[Facet]) -> BTreeMap<String, i64> {
    let told: BTreeMap<_, _> = facets.iter().map(|f| (f.id.clone(), f.events)).collect();
    assert_eq!(told.len(), facets.len(), "each is listed once");
    told
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn each_list_counts_the_events_that_pass_all_but_its_own_part(filter in filters()) {
        let sample = SAMPLE.lock().unwrap();
        let passing = |filter: Filter| -> Vec<&EventDetail> {
            let rows = sample.casebook.all_events(&filter).unwrap();
            rows.iter().map(|row| &sample.events[&row.key]).collect()
        };
        let facets = sample.casebook.facets(&filter).unwrap();

        let events = passing(Filter { kinds: None, ..filter.clone() });
        prop_assert!(facets.kinds.is_sorted_by_key(|f| (Reverse(f.events), f.id.clone())));
        prop_assert!(facets.actors.is_sorted_by_key(|f| (Reverse(f.events), f.name.clone())));
        prop_assert_eq!(told(&facets.kinds), counted(events.iter().map(|e| e.row.kind.as_str())));

        let events = passing(Filter { actors: None, ..filter.clone() });
        prop_assert_eq!(told(&facets.actors), counted(events.iter().flat_map(|e| actors(e))));

        let events = passing(Filter { principles: None, ..filter.clone() });
        let principles = events.iter().flat_map(|e| &e.principles).map(|p| p.id.as_str());
        prop_assert_eq!(told(&facets.principles), counted(principles));

        let events = passing(Filter { lanes: None, hidden_lanes: None, ..filter });
        let mut lanes = counted(events.iter().map(|e| e.row.lane.as_str()));
        for lane in &facets.lanes {
            prop_assert_eq!(lanes.remove(&lane.id).unwrap_or(0), lane.events);
        }
        prop_assert!(lanes.is_empty());
    }

    #[test]
    fn the_timeline_has_the_events_that_are_listed(filter in filters()) {
        let sample = SAMPLE.lock().unwrap();
        let rows = sample.casebook.all_events(&filter).unwrap();
        let drawn = sample.casebook.lanes(&filter, GroupBy::Lane).unwrap();
        let drawn: i64 = drawn.iter().map(|lane| lane.events).sum();
        prop_assert_eq!(drawn, rows.len() as i64);
        let page = sample.casebook.events(&filter, SortBy::Date, false, 0, 7).unwrap();
        prop_assert_eq!(page.total, rows.len() as i64);
        prop_assert_eq!(&page.rows[..], &rows[..rows.len().min(7)]);
    }
}
