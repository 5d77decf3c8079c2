//! The engine against the rules by brute force, on small cases of every shape.

use super::answer::Standing;
use super::case::{Act, Case, CaseEvent, EventIx, Sequence};
use super::reference::{self, Reading};
use super::word::{Certainty, StandingWord};
use crate::day::Day;
use crate::edtf::Bounds;
use crate::vocabulary::{EventKind, RelationType};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// More readings than this take too long in a debug build.
const MOST_ASSIGNMENTS: u64 = 1_500;

fn bounds() -> impl Strategy<Value = Bounds> {
    let day = 0..7_i64;
    prop_oneof![
        10 => day.clone().prop_map(|d| (Some(d), Some(d))),
        6 => (day.clone(), 0..5_i64).prop_map(|(d, more)| (Some(d), Some(d + more))),
        1 => day.clone().prop_map(|d| (Some(d), None)),
        1 => day.prop_map(|d| (None, Some(d))),
    ]
    .prop_map(|(lo, hi)| Bounds {
        earliest: lo.map(Day),
        latest: hi.map(Day),
    })
}

fn event() -> impl Strategy<Value = CaseEvent> {
    let kind = prop_oneof![
        6 => Just(EventKind::Ruling),
        1 => Just(EventKind::Petition),
    ];
    let sequence = (0..2_u32, 0..3_i64).prop_map(|(docket, number)| Sequence { docket, number });
    (
        bounds(),
        prop::option::weighted(0.2, bounds()),
        kind,
        prop::option::weighted(0.3, sequence),
    )
        .prop_map(|(date, public_from, kind, sequence)| CaseEvent {
            date,
            public_from,
            kind,
            sequence,
        })
}

fn relation() -> impl Strategy<Value = RelationType> {
    use RelationType as R;
    prop_oneof![
        3 => Just(R::Vacates),
        2 => Just(R::Reverses),
        1 => Just(R::Moots),
        1 => Just(R::Withdraws),
        2 => Just(R::Reinstates),
        2 => Just(R::Affirms),
        4 => Just(R::Stays),
        2 => Just(R::LiftsStay),
        2 => Just(R::AppealsFrom),
        1 => Just(R::DeniesReview),
    ]
}

type Ends = (usize, RelationType, usize, Option<Bounds>, Option<Arc<str>>);

fn act(events: usize) -> impl Strategy<Value = Ends> {
    let part = prop_oneof![Just(Arc::from("x")), Just(Arc::from("y"))];
    (
        0..events,
        relation(),
        0..events,
        prop::option::weighted(0.2, bounds()),
        prop::option::weighted(0.2, part),
    )
}

fn case_of(events: &[CaseEvent], acts: &[Ends]) -> Case {
    let mut case = Case::default();
    for event in events {
        case.add_event(event.clone());
    }
    for (number, (from, relation, to, effective, part)) in acts.iter().enumerate() {
        case.add_act(Act {
            from: EventIx(*from as u32),
            relation: *relation,
            to: EventIx(*to as u32),
            effective: *effective,
            part: part.clone(),
            number,
            rank: number as u32,
        });
    }
    case
}

fn any_case() -> impl Strategy<Value = Case> {
    prop::collection::vec(event(), 2..6)
        .prop_flat_map(|events| {
            let acts = prop::collection::vec(act(events.len()), 1..8);
            (Just(events), acts)
        })
        .prop_map(|(events, acts)| case_of(&events, &acts))
        .prop_filter("few enough readings", |case| {
            reference::assignments(case) <= MOST_ASSIGNMENTS
        })
}

fn day_and_knowledge() -> impl Strategy<Value = (i64, Option<i64>)> {
    (-1..12_i64, prop::option::weighted(0.4, -1..12_i64))
}

type Words = BTreeSet<(StandingWord, Option<String>)>;

fn words(standing: &Standing) -> Words {
    let named = standing.possible.iter();
    named
        .map(|p| (p.word, p.part.as_deref().map(str::to_owned)))
        .collect()
}

fn words_of(readings: &BTreeSet<Reading>) -> Words {
    readings.iter().map(|r| (r.word, r.part.clone())).collect()
}

fn review_of(readings: &BTreeSet<Reading>) -> Certainty {
    match readings.iter().filter(|r| r.under_review).count() {
        0 => Certainty::No,
        n if n == readings.len() => Certainty::Yes,
        _ => Certainty::Possibly,
    }
}

/// Per event that affirmed in some reading whether it did in all.
fn affirmed_of(readings: &BTreeSet<Reading>) -> BTreeSet<(usize, bool)> {
    let any: BTreeSet<usize> = readings
        .iter()
        .flat_map(|r| r.affirmed_by.clone())
        .collect();
    any.into_iter()
        .map(|by| (by, readings.iter().all(|r| r.affirmed_by.contains(&by))))
        .collect()
}

fn affirmed(standing: &Standing) -> BTreeSet<(usize, bool)> {
    let by = standing.affirmed_by.iter();
    by.map(|a| (a.by.index(), a.certain)).collect()
}

/// What may be under review in a wide answer must be so in no fewer cases.
fn covers(wide: Certainty, exact: Certainty) -> bool {
    wide == exact || wide == Certainty::Possibly
}

proptest! {
    #![proptest_config(ProptestConfig {
        max_global_rejects: 1_000_000,
        // A failure prints the smallest case; it becomes a test of its own by hand.
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn the_fold_equals_the_enumeration_of_all_readings(
        case in any_case(),
        (day, known_on) in day_and_knowledge(),
    ) {
        let prepared = case.prepare();
        let expect = reference::readings(&case, day, known_on);
        let all = prepared.on(Day(day), known_on.map(Day));
        for (event, readings) in expect.iter().enumerate() {
            let ix = EventIx(event as u32);
            let one = prepared.of(ix, Day(day), known_on.map(Day));
            let of_all = all.iter().find(|(e, _)| *e == ix).map(|(_, s)| s);
            if !reference::is_instrument(&case, event, known_on) {
                prop_assert!(one.is_none() && of_all.is_none());
                continue;
            }
            let standing = one.expect("an instrument has standing");
            prop_assert_eq!(words(&standing), words_of(readings), "event {}", event);
            prop_assert_eq!(standing.under_review, review_of(readings), "event {}", event);
            prop_assert_eq!(affirmed(&standing), affirmed_of(readings), "event {}", event);
            if reference::may_be_known(&case, event, known_on) {
                prop_assert_eq!(Some(&standing), of_all);
            } else {
                prop_assert!(of_all.is_none());
            }
        }
    }

    #[test]
    fn an_answer_that_gives_up_exactness_never_lists_too_little(
        case in any_case(),
        (day, known_on) in day_and_knowledge(),
        limit in 0..3_usize,
    ) {
        let mut prepared = case.prepare();
        prepared.limit = limit;
        let expect = reference::readings(&case, day, known_on);
        for (ix, standing) in prepared.on(Day(day), known_on.map(Day)) {
            let readings = &expect[ix.index()];
            prop_assert!(words(&standing).is_superset(&words_of(readings)), "{:?} {:?}", ix, standing);
            prop_assert!(covers(standing.under_review, review_of(readings)), "{:?}", ix);
            let wide = affirmed(&standing);
            for (by, certain) in affirmed_of(readings) {
                prop_assert!(wide.contains(&(by, certain)) || wide.contains(&(by, false)));
            }
            for (by, certain) in wide {
                prop_assert!(!certain || affirmed_of(readings).contains(&(by, true)));
            }
        }
    }

    #[test]
    fn wider_dates_never_take_a_possibility_away(
        case in any_case(),
        (day, known_on) in day_and_knowledge(),
        more in prop::collection::vec((0..3_i64, 0..3_i64), 16),
    ) {
        let mut wider = case.clone();
        let widen = |bounds: &mut Bounds, (before, after): (i64, i64)| {
            bounds.earliest = bounds.earliest.map(|d| Day(d.0 - before));
            bounds.latest = bounds.latest.map(|d| Day(d.0 + after));
        };
        let mut more = more.into_iter().cycle();
        for event in &mut wider.events {
            widen(&mut event.date, more.next().unwrap());
        }
        // An effective date that repeats the day of its event moves with it; any other
        // is an unknown of its own.
        for (act, was) in wider.acts.iter_mut().zip(&case.acts) {
            let own = case.events[was.from.index()].date;
            if was.effective == Some(own) && own.earliest == own.latest {
                act.effective = None;
            } else if let Some(effective) = &mut act.effective {
                widen(effective, more.next().unwrap());
            }
        }
        // The parts of a stay are named by the first possible day; widening may turn
        // two of them round.
        let parts = case.acts.iter().filter(|a| a.relation == RelationType::Stays && a.part.is_some());
        prop_assume!(parts.count() < 2);
        let (narrow, wide) = (case.prepare(), wider.prepare());
        let known_on = known_on.map(Day);
        for (ix, standing) in narrow.on(Day(day), known_on) {
            let wider = wide.of(ix, Day(day), known_on).expect("still an instrument");
            prop_assert!(
                words(&wider).is_superset(&words(&standing)),
                "{:?} {:?} {:?}", ix, standing, wider
            );
        }
    }

    #[test]
    fn nothing_public_after_the_day_of_knowledge_has_any_influence(
        case in any_case(),
        later in prop::collection::vec((event(), 0..4_i64), 1..3),
        more in prop::collection::vec(act(5), 1..6),
        (day, known_on) in day_and_knowledge(),
    ) {
        let known_on = known_on.unwrap_or(3);
        let mut grown = case.clone();
        for (event, after) in later {
            let public = Day(known_on + 1 + after);
            grown.add_event(CaseEvent {
                public_from: Some(Bounds { earliest: Some(public), latest: None }),
                ..event
            });
        }
        for (i, (a, relation, b, effective, part)) in more.into_iter().enumerate() {
            // One end at least is new.
            let new = EventIx((case.events.len() + a % (grown.events.len() - case.events.len())) as u32);
            let any = EventIx((b % grown.events.len()) as u32);
            let (from, to) = if i % 2 == 0 { (new, any) } else { (any, new) };
            let number = 100 + i;
            grown.add_act(Act { from, relation, to, effective, part, number, rank: number as u32 });
        }
        let known_on = Some(Day(known_on));
        prop_assert_eq!(
            case.prepare().on(Day(day), known_on),
            grown.prepare().on(Day(day), known_on)
        );
    }

    #[test]
    fn the_order_of_input_does_not_matter(
        case in any_case(),
        (day, known_on) in day_and_knowledge(),
        shuffle in any::<u64>(),
    ) {
        let count = case.events.len();
        let mut places: Vec<usize> = (0..count).collect();
        places.sort_by_key(|&i| (i as u64 + 1).wrapping_mul(shuffle | 1).rotate_left(17));
        let mut moved = Case::default();
        for &place in &places {
            moved.add_event(case.events[place].clone());
        }
        let to_new = |ix: EventIx| EventIx(places.iter().position(|&p| p == ix.index()).unwrap() as u32);
        for act in case.acts.iter().rev() {
            moved.add_act(Act { from: to_new(act.from), to: to_new(act.to), ..act.clone() });
        }
        let (was, is) = (case.prepare(), moved.prepare());
        for (ix, standing) in was.on(Day(day), known_on.map(Day)) {
            let mut other = is.of(to_new(ix), Day(day), known_on.map(Day)).expect("an instrument");
            for affirmation in &mut other.affirmed_by {
                affirmation.by = EventIx(places[affirmation.by.index()] as u32);
            }
            prop_assert_eq!(standing, other);
        }
        prop_assert_eq!(was.findings().len(), is.findings().len());
    }

    #[test]
    fn spans_say_what_each_day_says(
        case in any_case(),
        known_on in prop::option::weighted(0.4, -1..12_i64),
    ) {
        let prepared = case.prepare();
        let known_on = known_on.map(Day);
        for ix in prepared.instruments() {
            let spans = prepared.spans(ix, known_on);
            for day in -3..14 {
                let span = spans.iter().rev().find(|s| s.from.is_none_or(|d| d.0 <= day));
                let standing = prepared.of(ix, Day(day), known_on);
                prop_assert_eq!(span.map(|s| &s.standing), standing.as_ref(), "{:?} day {}", ix, day);
            }
        }
    }
}
