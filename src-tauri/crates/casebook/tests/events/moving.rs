use crate::sample;
use docketline_casebook::ErrorCode;
use docketline_casebook::view::{MoveBy, MovePart};

#[test]
fn a_move_is_told_before_and_is_one_step_with_its_new_date() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let key = casebook.key_of("contempt-order");
    let by = MoveBy::Days { count: 3 };
    let preview = casebook.preview_move(key, MovePart::Whole, by).unwrap();
    assert_eq!(preview.words, "11 September 2014");
    assert!(preview.is_changed && preview.refused.is_none());
    assert_eq!(casebook.document().unwrap(), before);

    let done = casebook.move_event(key, MovePart::Whole, by).unwrap().done;
    let done = done.unwrap();
    assert!(done.starts_with("New date of “Microsoft held"), "{done}");
    assert!(done.ends_with("11 September 2014"), "{done}");
    assert_eq!(casebook.date_of("contempt-order"), "2014-09-11");
    assert!(casebook.check().unwrap().is_empty());
    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn what_cannot_be_moved_says_why_and_stays() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let set = before
        .events
        .iter()
        .find(|event| event.date.as_str().starts_with('['))
        .unwrap();
    let key = casebook.key_of(set.id.as_str());
    let by = MoveBy::Steps { count: 1 };
    let preview = casebook.preview_move(key, MovePart::Whole, by).unwrap();
    assert!(preview.refused.is_some() && !preview.is_changed);
    assert_eq!(preview.date, set.date.as_str());
    let refused = casebook.move_event(key, MovePart::Whole, by).unwrap_err();
    assert_eq!(refused.code(), ErrorCode::BadValue);
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn a_move_that_leads_nowhere_is_no_step() {
    let mut casebook = sample();
    let key = casebook.key_of("contempt-order");
    let by = MoveBy::Days { count: 0 };
    let outcome = casebook.move_event(key, MovePart::Whole, by).unwrap();
    assert_eq!(outcome.done, None);
    assert_eq!(outcome.summary.undo, None);
}
