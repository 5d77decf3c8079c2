//! A form of a record that is saved after something else changed the same record.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{Record, RecordBefore, RecordKind};
use docketline_casebook::{Assignment, Casebook, ErrorCode, SystemClock};
use serde_json::{Map, Value, json};
use std::sync::Arc;

const EVENT: &str = "contempt-order";
/// An event whose date nobody disputes.
const PLAIN: &str = "warrant-issued";

struct Book {
    casebook: Casebook,
    _dir: tempfile::TempDir,
}

fn sample() -> Book {
    let dir = tempfile::tempdir().unwrap();
    let clock = Arc::new(SystemClock);
    let casebook = Casebook::create_sample(&dir.path().join("c.casebook"), clock).unwrap();
    Book {
        casebook,
        _dir: dir,
    }
}

type Fields = Map<String, Value>;

impl Book {
    fn fields(&self, kind: RecordKind, id: &str) -> Fields {
        let record = self.casebook.record(kind, id).unwrap().record;
        serde_json::from_value(serde_json::to_value(&record).unwrap()).unwrap()
    }

    /// Something else, such as another window or the command line, sets a field.
    fn elsewhere(&mut self, kind: RecordKind, id: &str, field: &str, value: &Value) {
        let value = match value {
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let field = field.to_owned();
        self.casebook
            .assign_record(kind, Some(id), &[Assignment { field, value }])
            .unwrap();
    }

    /// Saves a form that began with `before`.
    fn save(&mut self, id: &str, before: &Fields, fields: &Fields) -> bool {
        let before = RecordBefore {
            id: id.to_owned(),
            record: record(before),
        };
        let put = self.casebook.put_record(Some(&before), &record(fields));
        put.unwrap().changed
    }
}

fn record(fields: &Fields) -> Record {
    serde_json::from_value(Value::Object(fields.clone())).unwrap()
}

/// A field, what is set in it elsewhere, and what is written in the form.
type Both = (&'static str, Value, Value);

/// Of each kind one record, with values for its fields.
fn kinds() -> Vec<(RecordKind, &'static str, Vec<Both>)> {
    let text = |field| (field, json!("Elsewhere"), json!("Here"));
    let date = |field| (field, json!("2015-05"), json!("2016-06-07"));
    let trust = |field, here| (field, json!(""), json!(here));
    vec![
        (RecordKind::Lane, "appeal", vec![text("name")]),
        (
            RecordKind::Proceeding,
            "second-circuit",
            vec![
                text("name"),
                text("docket"),
                date("start"),
                ("end", json!("2018"), json!("2019-01-02")),
                text("outcome"),
                ("judges", json!([]), json!(["microsoft"])),
            ],
        ),
        (
            RecordKind::Actor,
            "microsoft",
            vec![
                text("name"),
                text("type"),
                text("role"),
                text("side"),
                text("affiliation"),
                trust("confidence", "known"),
                text("note"),
                ("joined", json!("2014-02"), json!("")),
                text("member_basis"),
                trust("member_confidence", "known"),
                (
                    "member_sources",
                    json!(["hlswatch-rgs"]),
                    json!(["mondaq-oconnor"]),
                ),
            ],
        ),
        (
            RecordKind::Place,
            "redmond",
            vec![
                text("name"),
                text("country"),
                text("role"),
                text("precision"),
                trust("confidence", "confirmed"),
                trust("fact_confidence", "known"),
            ],
        ),
        (
            RecordKind::Principle,
            "limiting-collection",
            vec![
                text("name"),
                ("number", json!("41"), json!("42")),
                date("added"),
                text("paraphrase"),
                ("sources", json!([]), json!(["hlswatch-rgs"])),
                trust("confidence", "known"),
                text("note"),
            ],
        ),
        (
            RecordKind::Source,
            "mondaq-oconnor",
            vec![
                text("title"),
                text("publisher"),
                text("date"),
                text("url"),
                text("read_url"),
                text("read_scope"),
                text("note"),
            ],
        ),
        (
            RecordKind::Relation,
            "the-relation",
            vec![
                ("type", json!("stays"), json!("cites")),
                text("part"),
                date("effective"),
                ("basis", json!("known"), json!("editorial")),
                text("note"),
            ],
        ),
        (
            RecordKind::DisputedDate,
            EVENT,
            vec![
                date("chosen"),
                text("reason"),
                (
                    "others",
                    json!([{"value": "2013", "source": "", "what": "Elsewhere"}]),
                    json!([{"value": "2014", "source": "", "what": "Here"}]),
                ),
            ],
        ),
    ]
}

#[test]
fn what_was_changed_elsewhere_stays_and_where_both_changed_a_field_the_form_counts() {
    let mut book = sample();
    relate(&mut book);
    for (kind, id, fields) in kinds() {
        let before = book.fields(kind, id);
        for (elsewhere, there, _) in &fields {
            for (written, _, here) in &fields {
                book.elsewhere(kind, id, elsewhere, there);
                let mut form = before.clone();
                form.insert((*written).to_owned(), here.clone());
                assert!(book.save(id, &before, &form), "{id}: {written}");

                let mut expected = before.clone();
                expected.insert((*elsewhere).to_owned(), there.clone());
                expected.insert((*written).to_owned(), here.clone());
                let left = book.fields(kind, id);
                assert_eq!(left, expected, "{elsewhere} elsewhere, {written} here");
                // Each of the two is one entry.
                book.casebook.undo().unwrap();
                book.casebook.undo().unwrap();
                assert_eq!(book.fields(kind, id), before);
            }
        }
    }
}

fn relate(book: &mut Book) {
    let record = record(
        json!({
            "kind": "relation", "id": "the-relation", "from": EVENT, "type": "follows",
            "to": PLAIN,
        })
        .as_object()
        .unwrap(),
    );
    book.casebook.put_record(None, &record).unwrap();
}

#[test]
fn a_form_in_which_nothing_was_written_takes_nothing_back() {
    let mut book = sample();
    relate(&mut book);
    for (kind, id, fields) in kinds() {
        let before = book.fields(kind, id);
        for (field, there, _) in &fields {
            book.elsewhere(kind, id, field, there);
        }
        let left = book.fields(kind, id);
        let mut form = before.clone();
        if let Some(Value::String(note)) = form.get_mut("note") {
            note.push(' ');
        }
        assert!(!book.save(id, &before, &form), "{kind:?}");
        assert_eq!(book.fields(kind, id), left);
    }
}

#[test]
fn a_point_and_an_act_are_taken_whole_from_one_of_the_two() {
    let mut book = sample();
    relate(&mut book);
    let place = (RecordKind::Place, "redmond");
    let act = (RecordKind::Relation, "the-relation");
    for ((kind, id), elsewhere, written, whole) in [
        (place, ("lat", "1.5"), ("lon", "2.5"), &["lat", "lon"][..]),
        (
            act,
            ("to", "preska-affirms"),
            ("type", "cites"),
            &["from", "type", "to"],
        ),
    ] {
        let before = book.fields(kind, id);
        book.elsewhere(kind, id, elsewhere.0, &json!(elsewhere.1));
        let mut form = before.clone();
        form.insert(written.0.to_owned(), json!(written.1));
        book.save(id, &before, &form);
        let left = book.fields(kind, id);
        for field in whole {
            assert_eq!(left[*field], form[*field], "{field}");
        }
    }
}

#[test]
fn what_is_gone_or_came_to_be_elsewhere_is_refused_and_not_replaced() {
    let mut book = sample();
    let before = book.fields(RecordKind::Actor, "microsoft");
    book.elsewhere(RecordKind::Actor, "microsoft", "id", &json!("renamed"));
    let microsoft = RecordBefore {
        id: "microsoft".to_owned(),
        record: record(&before),
    };
    let put = book.casebook.put_record(Some(&microsoft), &record(&before));
    let gone = put.unwrap_err();
    assert_eq!(gone.code(), ErrorCode::NoSuch);

    // Two began to compare the dates of one event.
    let compared = |reason: &str| {
        let fields = json!({
            "kind": "disputed-date", "event": PLAIN, "chosen": "2014-07-31", "reason": reason,
        });
        record(fields.as_object().unwrap())
    };
    book.casebook.put_record(None, &compared("First")).unwrap();
    let refused = book
        .casebook
        .put_record(None, &compared("Second"))
        .unwrap_err();
    assert_eq!(
        (refused.field(), refused.code()),
        (Some("chosen"), ErrorCode::BadValue)
    );
    let left = book.fields(RecordKind::DisputedDate, PLAIN);
    assert_eq!(left["reason"], json!("First"));

    let lane = record(&book.fields(RecordKind::Lane, "appeal"));
    let refused = book.casebook.put_record(Some(&microsoft), &lane);
    assert_eq!(refused.unwrap_err().code(), ErrorCode::NoSuch);
    let appeal = RecordBefore {
        id: "appeal".to_owned(),
        ..microsoft
    };
    let refused = book.casebook.put_record(Some(&appeal), &lane);
    assert_eq!(refused.unwrap_err().code(), ErrorCode::BadValue);
}
