use docketline_domain::compare::{Extent, elapsed};
use docketline_domain::standing::Certainty;
use docketline_domain::{Day, Edtf};
use proptest::prelude::*;

/// A date and every first and last day that it can mean.
#[derive(Debug, Clone)]
struct Dated {
    edtf: Edtf,
    readings: Vec<(i64, i64)>,
}

/// The days of one end: one day, or nine or ten of which it is one.
fn end() -> impl Strategy<Value = (String, Vec<i64>)> {
    let day = |number: i64| Day::from_civil(2014, 7, number as u8).map_or(0, |day| day.0);
    prop_oneof![
        (1_i64..=28).prop_map(move |number| (format!("2014-07-{number:02}"), vec![day(number)])),
        Just(("2014-07-0X".to_owned(), (1..=9).map(day).collect())),
        Just(("2014-07-1X".to_owned(), (10..=19).map(day).collect())),
    ]
}

fn dated() -> impl Strategy<Value = Dated> {
    prop_oneof![
        end().prop_map(|(text, days)| Dated {
            edtf: Edtf::parse(&text).expect("a day or a mask of July"),
            readings: days.into_iter().map(|day| (day, day)).collect(),
        }),
        (end(), end()).prop_filter_map("reversed", |((from, firsts), (to, lasts))| {
            let edtf = Edtf::parse(&format!("{from}/{to}")).ok()?;
            let readings = firsts
                .iter()
                .flat_map(|&first| lasts.iter().map(move |&last| (first, last)))
                .filter(|(first, last)| first <= last)
                .collect();
            Some(Dated { edtf, readings })
        }),
    ]
}

/// Whether something holds in all, some or no pairs of readings.
fn over_readings(
    a: &Dated,
    b: &[(i64, i64)],
    holds: impl Fn((i64, i64), (i64, i64)) -> bool,
) -> Certainty {
    let mut all = a
        .readings
        .iter()
        .flat_map(|&a| b.iter().map(move |&b| (a, b)));
    let some = all.clone().any(|(a, b)| holds(a, b));
    match (some, all.all(|(a, b)| holds(a, b))) {
        (_, true) => Certainty::Yes,
        (true, false) => Certainty::Possibly,
        (false, _) => Certainty::No,
    }
}

proptest! {
    #[test]
    fn every_answer_is_what_the_readings_say(a in dated(), b in dated()) {
        let (first, second) = (Extent::of_event(&a.edtf), Extent::of_event(&b.edtf));
        let say = |holds: fn((i64, i64), (i64, i64)) -> bool| over_readings(&a, &b.readings, holds);
        prop_assert_eq!(first.before(&second), say(|a, b| a.1 < b.0));
        prop_assert_eq!(first.after(&second), say(|a, b| b.1 < a.0));
        prop_assert_eq!(first.within(&second), say(|a, b| b.0 <= a.0 && a.1 <= b.1));
        prop_assert_eq!(first.overlaps(&second), say(|a, b| a.0 <= b.1 && b.0 <= a.1));
    }

    #[test]
    fn a_period_is_all_its_days(a in dated(), b in dated()) {
        let asked = Extent::of_period(b.edtf.bounds());
        let first = b.readings.iter().map(|reading| reading.0).min().unwrap();
        let last = b.readings.iter().map(|reading| reading.1).max().unwrap();
        let event = Extent::of_event(&a.edtf);
        let say = |holds: fn((i64, i64), (i64, i64)) -> bool| over_readings(&a, &[(first, last)], holds);
        prop_assert_eq!(event.within(&asked), say(|a, b| b.0 <= a.0 && a.1 <= b.1));
        prop_assert_eq!(event.overlaps(&asked), say(|a, b| a.0 <= b.1 && b.0 <= a.1));
        prop_assert_eq!(event.before(&asked), say(|a, b| a.1 < b.0));
    }

    #[test]
    fn the_time_between_is_the_least_and_the_most_of_all_readings(a in dated(), b in dated()) {
        let times = a.readings.iter().flat_map(|&a| b.readings.iter().map(move |&b| {
            if a.1 < b.0 {
                b.0 - a.1
            } else if b.1 < a.0 {
                b.1 - a.0
            } else {
                0
            }
        }));
        let time = elapsed(&a.edtf, &b.edtf);
        prop_assert_eq!(time.days(), (times.clone().min(), times.max()));
        let back = elapsed(&b.edtf, &a.edtf).days();
        prop_assert_eq!(time.days(), (back.1.map(|days| -days), back.0.map(|days| -days)));
        prop_assert!(!time.in_days().is_empty() && !time.in_words().is_empty());
    }

    #[test]
    fn the_order_of_events_is_total_and_follows_the_certain_order(a in dated(), b in dated(), c in dated()) {
        let key = |dated: &Dated| {
            let (earliest, latest, second, text) = dated.edtf.sort_key();
            (earliest, latest, second, text.to_owned())
        };
        let (ka, kb, kc) = (key(&a), key(&b), key(&c));
        prop_assert_eq!(ka == kb, a.edtf == b.edtf);
        prop_assert!(!(ka <= kb && kb <= kc) || ka <= kc);
        if Extent::of_event(&a.edtf).before(&Extent::of_event(&b.edtf)) == Certainty::Yes {
            prop_assert!(ka < kb);
        }
    }

    #[test]
    fn no_two_dates_are_too_far_apart(a in "Y-?[1-9][0-9]{4,15}|[0-9]{4}", b in "Y-?[1-9][0-9]{4,15}|[0-9]{4}") {
        if let (Ok(a), Ok(b)) = (Edtf::parse(&a), Edtf::parse(&b)) {
            let time = elapsed(&a, &b);
            prop_assert!(!time.in_days().is_empty() && !time.in_words().is_empty());
        }
    }
}
