use crate::{empty, sample, saved};
use docketline_casebook::view::{EntryChoice, SavedEvent};

fn chosen(lane: Option<&str>, date: Option<&str>, kind: Option<&str>) -> EntryChoice {
    EntryChoice {
        date: date.map(ToOwned::to_owned),
        lane: lane.map(ToOwned::to_owned),
        kind: kind.map(ToOwned::to_owned),
    }
}

#[test]
fn a_line_is_read_with_its_lane_and_kind_before_it_is_taken() {
    let casebook = sample();
    let before = casebook.document().unwrap();
    for (line, choice, date, lane, is_new, kind) in [
        (
            "14 July 2016 Second Circuit reverses #appeal",
            chosen(None, None, None),
            "2016-07-14",
            "Appeal",
            false,
            "other",
        ),
        (
            "14 July 2016 Second Circuit reverses #APPEAL",
            chosen(None, None, None),
            "2016-07-14",
            "Appeal",
            false,
            "other",
        ),
        (
            "14 July 2016 Warrant served #surveillance-reform",
            chosen(None, None, None),
            "2016-07-14",
            "Surveillance reform",
            false,
            "warrant",
        ),
        (
            "14 July 2016 Warrant served",
            chosen(Some("Case"), None, None),
            "2016-07-14",
            "Case",
            false,
            "warrant",
        ),
        (
            "14 July 2016 Warrant served #appeal",
            chosen(Some("Case"), None, Some("order")),
            "2016-07-14",
            "Appeal",
            false,
            "order",
        ),
        (
            "summer 2014 Talks #back-channel",
            chosen(None, None, None),
            "2014-22",
            "back channel",
            true,
            "other",
        ),
        (
            "4/7/2016 Order #case",
            chosen(None, Some("2016-04-07"), None),
            "2016-04-07",
            "Case",
            false,
            "order",
        ),
    ] {
        let reading = casebook.read_entry(line, &choice).unwrap();
        assert_eq!(reading.problem, None, "{line}");
        assert_eq!(reading.date.unwrap().edtf.as_deref(), Some(date), "{line}");
        let found = reading.lane.unwrap();
        assert_eq!(
            (found.name.as_str(), found.is_new),
            (lane, is_new),
            "{line}"
        );
        assert_eq!(reading.kind, kind, "{line}");
    }
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn a_line_that_leaves_something_open_is_not_taken() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    for (line, choice, why) in [
        (
            "",
            chosen(Some("Case"), None, None),
            "Begin or end with a date",
        ),
        (
            "Second Circuit reverses #appeal",
            chosen(None, None, None),
            "Begin or end with a date",
        ),
        (
            "31 June 2016 Ruling #appeal",
            chosen(None, None, None),
            "is not a date",
        ),
        (
            "4/7/2016 Order #appeal",
            chosen(None, None, None),
            "two ways",
        ),
        // A date that is none of its readings is not taken for one.
        (
            "4/7/2016 Order #appeal",
            chosen(None, Some("1999"), None),
            "two ways",
        ),
        (
            "14 July 2016 #appeal",
            chosen(None, None, None),
            "Say what happened",
        ),
        (
            "14 July 2016 Order",
            chosen(None, None, None),
            "Name a lane",
        ),
        (
            "14 July 2016 Order #appeal #case",
            chosen(None, None, None),
            "#appeal, #case",
        ),
    ] {
        let SavedEvent::Refused { problems } = casebook.add_entry(line, &choice).unwrap() else {
            panic!("{line:?} was taken");
        };
        assert!(problems[0].message.contains(why), "{line:?}: {problems:?}");
    }
    assert!(
        casebook
            .add_entry("2016 Order #case", &chosen(None, None, Some("verdict")))
            .is_err()
    );
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn a_line_becomes_an_event_with_its_new_lane_in_one_step() {
    let mut casebook = empty();
    let nothing = EntryChoice::default();
    let outcome = casebook
        .add_entry("14 July 2016 Second Circuit reverses #appeal", &nothing)
        .unwrap();
    let (key, done) = saved(outcome);
    assert_eq!(done.as_deref(), Some("Event “Second Circuit reverses”"));
    let event = casebook.event(key, None).unwrap().row;
    assert_eq!(
        (event.date.as_str(), event.lane_name.as_str()),
        ("2016-07-14", "appeal")
    );
    // The only lane need not be named again.
    saved(casebook.add_entry("16 July 2016 Letter", &nothing).unwrap());
    assert_eq!(casebook.summary().unwrap().counts.events, 2);
    casebook.undo().unwrap();
    casebook.undo().unwrap();
    let document = casebook.document().unwrap();
    assert!(document.events.is_empty() && document.lanes.is_empty());
}
