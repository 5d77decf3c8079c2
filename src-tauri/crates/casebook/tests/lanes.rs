//! The timeline's lanes by whatever the reader wants to compare.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; what helps the tests is no test function"
)]

use docketline_casebook::view::{
    Arrangement, Filter, Footing, GroupBy, LaneFacet, Part, Scene, Step, Viewport,
};
use docketline_casebook::{Assignment, Casebook, SystemClock};
use docketline_timeline::scene::Nesting;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tempfile::TempDir;

const GROUPINGS: [GroupBy; 7] = [
    GroupBy::Lane,
    GroupBy::Court,
    GroupBy::Jurisdiction,
    GroupBy::Kind,
    GroupBy::Actor,
    GroupBy::Principle,
    GroupBy::Source,
];

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

/// Every event with each lane that it has a mark in.
fn drawn(casebook: &Casebook, lanes: &Arrangement) -> BTreeSet<(i64, String)> {
    let all = Filter::default();
    let of_any = casebook.lanes(&all, lanes.by).unwrap();
    let rows = of_any.into_iter().map(|lane| (lane.id, 90)).collect();
    let high = Arrangement {
        rows,
        ..lanes.clone()
    };
    let scene = scene(casebook, &all, &high);
    assert!(scene.bands.count.is_empty());
    let lanes = scene.marks.lane.iter();
    let lanes = lanes.map(|lane| scene.lanes[usize::from(*lane)].id.clone());
    let keys = scene.marks.key.iter().map(|key| *key as i64);
    keys.zip(lanes).collect()
}

/// Of all lanes but those above others.
fn sum(lanes: &[LaneFacet]) -> i64 {
    let lanes = lanes.iter().filter(|lane| !lane.is_parent);
    lanes.map(|lane| lane.events).sum()
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
    let parents = lanes.iter().filter(|lane| lane.is_parent);
    for parent in parents.map(|lane| &lane.id) {
        let under = lanes
            .iter()
            .filter(|lane| lane.parent.as_ref() == Some(parent));
        let sizes: Vec<i64> = under.map(|lane| lane.events).collect();
        assert!(sizes.len() > 1, "{parent}");
        assert!(
            sizes.is_sorted_by(|a, b| a >= b),
            "the largest come first: {parent}"
        );
    }
    // Drawn once in each lane, with the same key.
    let scene = scene(&casebook, &all, &by(GroupBy::Actor));
    let keys: BTreeSet<u64> = scene.marks.key.iter().map(|key| *key as u64).collect();
    assert!(keys.len() < scene.marks.key.len());
}

#[test]
fn lanes_stand_under_what_they_belong_to_where_the_casebook_says_one_thing() {
    let (_dir, casebook) = sample();
    let parent_of = |grouping, id: &str| {
        let lanes = casebook.lanes(&Filter::default(), grouping).unwrap();
        let lane = events_of(&lanes, id).unwrap();
        let parent = lane.parent.as_ref()?;
        Some(events_of(&lanes, parent).unwrap().name.clone())
    };
    let courts = casebook.lanes(&Filter::default(), GroupBy::Court).unwrap();
    let court = |name: &str| {
        let lane = courts.iter().find(|lane| lane.name == name).unwrap();
        parent_of(GroupBy::Court, &lane.id)
    };
    let us = Some("US".to_owned());
    assert_eq!(court("U.S. District Court, S.D.N.Y."), us);
    assert_eq!(court("Supreme Court of the United States"), us);
    // Its events are in two jurisdictions, or one court is all that is in one.
    assert_eq!(court("High Court of Ireland"), None);
    let actor = |id| parent_of(GroupBy::Actor, id);
    let affiliated = Some("U.S. District Court, S.D.N.Y.".to_owned());
    assert_eq!(actor("james-c-francis-iv"), affiliated);
    assert_eq!(actor("microsoft"), Some("company".to_owned()));
    for grouping in [GroupBy::Lane, GroupBy::Kind, GroupBy::Principle] {
        let lanes = casebook.lanes(&Filter::default(), grouping).unwrap();
        let is_nested = |lane: &LaneFacet| lane.is_parent || lane.parent.is_some();
        assert!(!lanes.iter().any(is_nested), "{grouping:?}");
    }
}

#[test]
fn a_parent_stands_above_its_lanes_and_moves_with_them() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    let lanes = casebook.lanes(&all, GroupBy::Actor).unwrap();
    let parents: Vec<&str> = lanes
        .iter()
        .filter(|lane| lane.is_parent)
        .map(|lane| lane.id.as_str())
        .collect();
    let under = |parent: &str| {
        let lanes = lanes.iter();
        let lanes = lanes.filter(|lane| lane.parent.as_deref() == Some(parent));
        lanes.map(|lane| lane.id.as_str()).collect::<Vec<_>>()
    };
    let (first, last) = (parents[0], parents[parents.len() - 1]);
    let wanted = Arrangement {
        order: vec![
            under(last).pop().unwrap().to_owned(),
            last.to_owned(),
            first.to_owned(),
        ],
        rows: [(first.to_owned(), 0)].into(),
        ..by(GroupBy::Actor)
    };
    let shown = scene(&casebook, &all, &wanted).lanes;
    let got: Vec<&str> = shown.iter().map(|lane| lane.id.as_str()).collect();
    let mut expected = vec![last, under(last).pop().unwrap()];
    let others = under(last).len() - 1;
    expected.extend(&under(last)[..others]);
    expected.push(first);
    assert!(got.starts_with(&expected), "{got:?}");
    assert!(under(first).iter().all(|folded| !got.contains(folded)));
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
fn lanes_that_are_hidden_are_left_out_everywhere_and_those_made_later_are_not() {
    let (_dir, mut casebook) = sample();
    let all = Filter::default();
    let hidden = Filter {
        hidden_lanes: Some(vec!["appeal".to_owned(), "gone".to_owned()]),
        ..Filter::default()
    };
    let of_appeal = 17;
    for grouping in [GroupBy::Lane, GroupBy::Court, GroupBy::Kind] {
        let lanes = casebook.lanes(&hidden, grouping).unwrap();
        assert_eq!(sum(&lanes), 90 - of_appeal, "{grouping:?}");
        assert!(!(grouping == GroupBy::Lane && events_of(&lanes, "appeal").is_some()));
    }
    let listed = casebook.all_events(&hidden).unwrap();
    assert_eq!(listed.len(), 73);
    assert!(listed.iter().all(|event| event.lane != "appeal"));
    let lanes = casebook.facets(&hidden).unwrap().lanes;
    assert_eq!(
        lanes,
        casebook.facets(&all).unwrap().lanes,
        "they can be shown again"
    );
    let lane = Assignment {
        field: "lane".to_owned(),
        value: "Later".to_owned(),
    };
    casebook.edit_event("contempt-order", &[lane]).unwrap();
    let lanes = casebook.lanes(&hidden, GroupBy::Lane).unwrap();
    assert!(
        lanes
            .iter()
            .any(|lane| (lane.name.as_str(), lane.events) == ("Later", 1))
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
    let here = Footing { key, lane: None };
    let step = |from: &Footing, step| casebook.step(&all, &kinds, Some(from), step).unwrap();
    let kind = |of: &Footing| casebook.event(of.key, None).unwrap().row.kind;
    let below = step(&here, Step::LaneBelow).unwrap();
    assert_ne!(kind(&below), kind(&here));
    assert_eq!(below.lane, Some(kind(&below)));
    let back = step(&below, Step::LaneAbove).unwrap();
    assert_eq!(kind(&back), kind(&here));
}

#[test]
fn steps_down_come_through_every_lane_that_has_another_event() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    for grouping in GROUPINGS {
        let lanes = by(grouping);
        let step = |from: Option<&Footing>, step| casebook.step(&all, &lanes, from, step).unwrap();
        let shown = scene(&casebook, &all, &lanes).lanes;
        let place = |footing: &Footing| {
            let mut ids = shown.iter().map(|lane| Some(&lane.id));
            ids.position(|id| id == footing.lane.as_ref()).unwrap()
        };
        let mut here = step(None, Step::First).unwrap();
        while let Some(above) = step(Some(&here), Step::LaneAbove) {
            assert!(place(&above) < place(&here), "{grouping:?}");
            here = above;
        }
        let mut met = 1;
        while let Some(below) = step(Some(&here), Step::LaneBelow) {
            assert!(place(&below) > place(&here), "{grouping:?} {below:?}");
            assert_ne!(below.key, here.key, "{grouping:?}");
            // What is passed over has no other event.
            let passed_over = &shown[place(&here) + 1..place(&below)];
            for lane in passed_over {
                assert!(
                    lane.nesting == Nesting::Parent || lane.events <= 1,
                    "{}",
                    lane.id
                );
            }
            here = below;
            met += 1;
        }
        assert!(met > 1, "{grouping:?}");
    }
}

#[test]
fn steps_in_time_keep_to_their_lane_and_pass_over_what_is_hidden() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    for grouping in [GroupBy::Court, GroupBy::Actor] {
        let facets = casebook.lanes(&all, grouping).unwrap();
        let hidden: Vec<String> = facets.iter().take(2).map(|lane| lane.id.clone()).collect();
        let lanes = Arrangement {
            hidden,
            ..by(grouping)
        };
        let shown = drawn(&casebook, &lanes);
        let keys: BTreeSet<i64> = shown.iter().map(|(key, _)| *key).collect();
        assert!(keys.len() < 90, "{grouping:?}");
        let walk = |first, next| {
            let mut met: Vec<i64> = Vec::new();
            let mut held: Option<String> = None;
            let mut here = casebook.step(&all, &lanes, None, first).unwrap();
            while let Some(at) = here {
                let lane = at.lane.clone().unwrap();
                assert!(
                    shown.contains(&(at.key, lane.clone())),
                    "{grouping:?} {at:?}"
                );
                if let Some(held) = held {
                    let stays = lane == held;
                    assert!(
                        stays || !shown.contains(&(at.key, held)),
                        "{grouping:?} {at:?}"
                    );
                }
                here = casebook.step(&all, &lanes, Some(&at), next).unwrap();
                met.push(at.key);
                held = Some(lane);
            }
            met
        };
        let forward = walk(Step::First, Step::Next);
        let mut backward = walk(Step::Last, Step::Previous);
        backward.reverse();
        assert_eq!(forward, backward, "{grouping:?}");
        assert_eq!(forward.len(), keys.len(), "{grouping:?}");
        assert_eq!(BTreeSet::from_iter(forward), keys, "{grouping:?}");
    }
}

#[test]
fn what_stands_between_two_events_is_in_lanes_that_are_shown() {
    let (_dir, casebook) = sample();
    let all = Filter::default();
    let facets = casebook.lanes(&all, GroupBy::Court).unwrap();
    let lanes = Arrangement {
        hidden: vec![facets[0].id.clone()],
        ..by(GroupBy::Court)
    };
    let between = |lanes: &Arrangement, from, to| {
        let found = casebook.events_between(&all, lanes, from, to).unwrap();
        assert_eq!(found.total, found.keys.len() as i64);
        found.keys
    };
    let mut here = casebook.step(&all, &lanes, None, Step::First).unwrap();
    let mut shown = Vec::new();
    while let Some(at) = here {
        here = casebook.step(&all, &lanes, Some(&at), Step::Next).unwrap();
        shown.push(at.key);
    }
    let (first, last) = (shown[0], shown[shown.len() - 1]);
    assert_eq!(between(&lanes, first, last), shown);
    assert!(between(&by(GroupBy::Court), first, last).len() > shown.len());
    shown.reverse();
    assert_eq!(between(&lanes, last, first), shown);
    assert!(between(&lanes, first, -1).is_empty());
}

#[test]
fn a_casebook_with_nothing_in_it_has_no_lanes_and_no_faults() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("empty.casebook");
    let casebook = Casebook::create(&path, "Empty", Arc::new(SystemClock)).unwrap();
    for grouping in GROUPINGS {
        assert_eq!(casebook.lanes(&Filter::default(), grouping).unwrap(), []);
    }
}

fn groupings() -> impl Strategy<Value = GroupBy> {
    prop::sample::select(GROUPINGS.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn however_lanes_are_nested_folded_and_hidden_each_draws_or_counts_its_events_once(
        grouping in groupings(), fold in any::<u64>(), hide in any::<u64>()
    ) {
        let (_dir, casebook) = sample();
        let all = Filter::default();
        let facets = casebook.lanes(&all, grouping).unwrap();
        let usual = drawn(&casebook, &by(grouping));
        let some = |of: u64, at: usize| of.rotate_right(at as u32 * 7).is_multiple_of(3);
        let hidden: BTreeSet<&str> = facets
            .iter()
            .enumerate()
            .filter(|(at, _)| some(hide, *at))
            .map(|(_, lane)| lane.id.as_str())
            .collect();
        let folded: BTreeSet<&str> = facets
            .iter()
            .enumerate()
            .filter(|(at, lane)| lane.is_parent && some(fold, *at))
            .map(|(_, lane)| lane.id.as_str())
            .collect();
        // What stands in a lane: its events, or of a folded parent those of its lanes.
        let mut expected: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
        for lane in facets.iter().filter(|lane| !hidden.contains(lane.id.as_str())) {
            let parent = lane.parent.as_deref();
            if parent.is_some_and(|parent| hidden.contains(parent)) {
                continue;
            }
            let place = parent.filter(|parent| folded.contains(parent));
            let own = usual.iter().filter(|(_, id)| *id == lane.id).map(|(key, _)| *key);
            if !lane.is_parent {
                expected.entry(place.unwrap_or(&lane.id)).or_default().extend(own);
            }
        }
        expected.retain(|_, keys| !keys.is_empty());
        let wanted = Arrangement {
            hidden: hidden.iter().map(|id| (*id).to_owned()).collect(),
            rows: folded.iter().map(|id| ((*id).to_owned(), 0)).collect(),
            ..by(grouping)
        };
        let scene = scene(&casebook, &all, &wanted);
        let mut found: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
        for (at, lane) in scene.lanes.iter().enumerate() {
            let of_lane = |lanes: &[u16], one: usize| usize::from(lanes[one]) == at;
            let marks = (0..scene.marks.key.len()).filter(|one| of_lane(&scene.marks.lane, *one));
            let keys: Vec<i64> = marks.map(|one| scene.marks.key[one] as i64).collect();
            let bands = (0..scene.bands.count.len()).filter(|one| of_lane(&scene.bands.lane, *one));
            let counted: u32 = bands.map(|one| scene.bands.count[one]).sum();
            let is_open = lane.nesting == Nesting::Parent && !folded.contains(lane.id.as_str());
            let events = if is_open { 0 } else { lane.events as usize };
            prop_assert_eq!(keys.len() + counted as usize, events, "{}", lane.id);
            let drawn: BTreeSet<i64> = keys.iter().copied().collect();
            prop_assert_eq!(drawn.len(), keys.len(), "twice in {}", lane.id);
            if !is_open {
                let all = expected.get(lane.id.as_str()).cloned().unwrap_or_default();
                prop_assert_eq!(all.len(), events, "{}", lane.id);
                prop_assert!(drawn.is_subset(&all), "{}", lane.id);
                found.insert(&lane.id, all);
            }
        }
        prop_assert_eq!(found, expected);
    }
}
