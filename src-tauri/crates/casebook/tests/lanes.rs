//! The timeline's lanes by whatever the reader wants to compare.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; what helps the tests is no test function"
)]

use docketline_casebook::view::{
    Arrangement, Filter, GroupBy, LaneFacet, Part, Scene, Step, Viewport,
};
use docketline_casebook::{Assignment, Casebook, SystemClock};
use std::collections::BTreeSet;
use std::sync::Arc;
use tempfile::TempDir;

fn sample() -> (TempDir, Casebook) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("sample.casebook");
    let casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    (dir, casebook)
}

fn by(by: GroupBy) -> Arrangement {
    Arrangement {
        by,
        ..Arrangement::default()
    }
}

/// Everything, in view.
fn scene(casebook: &Casebook, filter: &Filter, lanes: &Arrangement) -> Scene {
    let viewport = Viewport {
        from: -10_000.0,
        days_per_px: 30.0,
        width: 1_200.0,
    };
    casebook
        .scene_part(filter, lanes, viewport, Part::WHOLE, None)
        .unwrap()
}

fn sum(lanes: &[LaneFacet]) -> i64 {
    lanes.iter().map(|lane| lane.events).sum()
}

fn events_of<'a>(lanes: &'a [LaneFacet], id: &str) -> Option<&'a LaneFacet> {
    lanes.iter().find(|lane| lane.id == id)
}

#[test]
fn every_event_stands_in_the_lane_of_its_court_or_kind_or_in_the_lane_of_those_without() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    for grouping in [GroupBy::Lane, GroupBy::Court, GroupBy::Kind] {
        let lanes = casebook.lanes(&all, grouping).unwrap();
        assert_eq!(sum(&lanes), 90, "{grouping:?}");
        let scene = scene(&casebook, &all, &by(grouping));
        let counted: u32 = scene.bands.count.iter().sum();
        assert_eq!(scene.marks.key.len() + counted as usize, 90, "{grouping:?}");
    }
    let kinds = casebook.facets(&all).unwrap().kinds;
    let lanes = casebook.lanes(&all, GroupBy::Kind).unwrap();
    for kind in kinds {
        assert_eq!(events_of(&lanes, &kind.id).unwrap().events, kind.events);
    }
}

#[test]
fn an_event_with_several_actors_stands_in_the_lane_of_each() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    let lanes = casebook.lanes(&all, GroupBy::Actor).unwrap();
    let actors = casebook.facets(&all).unwrap().actors;
    for actor in &actors {
        assert_eq!(
            events_of(&lanes, &actor.id).unwrap().events,
            actor.events,
            "{}",
            actor.id
        );
    }
    let without = events_of(&lanes, "").map_or(0, |lane| lane.events);
    let named: i64 = actors.iter().map(|actor| actor.events).sum();
    assert_eq!(sum(&lanes), named + without);
    let order: Vec<i64> = lanes.iter().map(|lane| lane.events).collect();
    let of_actors = &order[..order.len() - usize::from(without > 0)];
    assert!(
        of_actors.is_sorted_by(|a, b| a >= b),
        "the largest come first"
    );
    // Drawn once in each lane, with the same key.
    let scene = scene(&casebook, &all, &by(GroupBy::Actor));
    let keys: BTreeSet<u64> = scene.marks.key.iter().map(|key| *key as u64).collect();
    assert!(keys.len() < scene.marks.key.len());
}

#[test]
fn the_reader_orders_hides_and_folds_lanes() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    let usual = scene(&casebook, &all, &Arrangement::default());
    let ids: Vec<&str> = usual.lanes.iter().map(|lane| lane.id.as_str()).collect();
    let wanted = Arrangement {
        order: vec![ids[3].to_owned(), "gone".to_owned(), ids[1].to_owned()],
        hidden: vec![ids[0].to_owned()],
        rows: [(ids[3].to_owned(), 0)].into(),
        ..Arrangement::default()
    };
    let arranged = scene(&casebook, &all, &wanted);
    let got: Vec<&str> = arranged.lanes.iter().map(|lane| lane.id.as_str()).collect();
    let rest = ids
        .iter()
        .enumerate()
        .filter(|(at, _)| ![0, 1, 3].contains(at));
    let mut expected = vec![ids[3], ids[1]];
    expected.extend(rest.map(|(_, id)| *id));
    assert_eq!(got, expected);
    assert_eq!(arranged.lanes[0].colour, usual.lanes[3].colour);
    assert!(arranged.lanes[0].height < usual.lanes[3].height);
    // Whoever hides a lane finds it in the list again.
    assert_eq!(
        casebook.lanes(&all, GroupBy::Lane).unwrap().len(),
        ids.len()
    );
    // What is disputed or noted shows through the counts of a folded lane.
    let folded = arranged.lanes[0].events as usize;
    let counted: u32 = (0..arranged.bands.lane.len())
        .filter(|at| arranged.bands.lane[*at] == 0)
        .map(|at| arranged.bands.count[at])
        .sum();
    let drawn = arranged
        .marks
        .lane
        .iter()
        .filter(|lane| **lane == 0)
        .count();
    assert_eq!(drawn + counted as usize, folded);
    assert!(counted > 0);
}

#[test]
fn a_filter_of_lanes_holds_in_every_grouping() {
    let (_dir, casebook) = sample();
    let appeal = Filter {
        lanes: Some(vec!["appeal".to_owned()]),
        ..Filter::default()
    };
    for grouping in [GroupBy::Court, GroupBy::Kind] {
        assert_eq!(
            sum(&casebook.lanes(&appeal, grouping).unwrap()),
            17,
            "{grouping:?}"
        );
    }
    let courts = casebook.lanes(&appeal, GroupBy::Court).unwrap();
    assert!(
        courts.iter().all(|court| court.events > 0),
        "empty courts are left out"
    );
}

#[test]
fn an_edit_moves_an_event_to_the_lane_of_its_new_court() {
    let (_dir, mut casebook) = sample();
    let all = Filter::default();
    let before = casebook.lanes(&all, GroupBy::Court).unwrap();
    let key = casebook.event_by_id("contempt-order").unwrap().row.key;
    let court = Assignment {
        field: "court".to_owned(),
        value: "Court of Moving".to_owned(),
    };
    casebook.edit_event("contempt-order", &[court]).unwrap();
    let after = casebook.lanes(&all, GroupBy::Court).unwrap();
    assert_eq!(after.len(), before.len() + 1);
    assert_eq!(sum(&after), 90);
    let scene = scene(&casebook, &all, &by(GroupBy::Court));
    let at = scene
        .marks
        .key
        .iter()
        .position(|drawn| *drawn as i64 == key)
        .unwrap();
    let lane = &scene.lanes[usize::from(scene.marks.lane[at])];
    assert_eq!((lane.name.as_str(), lane.events), ("Court of Moving", 1));
}

#[test]
fn steps_go_from_lane_to_lane_as_they_are_shown() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    let kinds = by(GroupBy::Kind);
    let key = casebook.event_by_id("contempt-order").unwrap().row.key;
    let below = casebook
        .step(&all, &kinds, Some(key), Step::LaneBelow)
        .unwrap()
        .unwrap();
    let kind = |key| casebook.event(key, None).unwrap().row.kind;
    assert_ne!(kind(below), kind(key));
    let back = casebook
        .step(&all, &kinds, Some(below), Step::LaneAbove)
        .unwrap()
        .unwrap();
    assert_eq!(kind(back), kind(key));
}

#[test]
fn a_casebook_with_nothing_in_it_has_no_lanes_and_no_faults() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("empty.casebook");
    let casebook = Casebook::create(&path, "Empty", Arc::new(SystemClock)).unwrap();
    for grouping in [
        GroupBy::Lane,
        GroupBy::Court,
        GroupBy::Jurisdiction,
        GroupBy::Kind,
        GroupBy::Actor,
        GroupBy::Principle,
        GroupBy::Source,
    ] {
        assert_eq!(casebook.lanes(&Filter::default(), grouping).unwrap(), []);
    }
}
