//! What events share, and the lists that belong to them: made, changed, merged, deleted,
//! and taken back.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{
    ActorForm, Choice, DisputedDateForm, EventPart, LaneForm, OtherDateForm, PlaceForm,
    PrincipleForm, Record, RecordBefore, RecordKind, RecordQuery, RelationForm, SharedKind,
    SourceForm,
};
use docketline_casebook::{Assignment, Casebook, ErrorCode, SystemClock};
use serde_json::json;
use std::sync::Arc;

const EVENT: &str = "contempt-order";

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

impl Book {
    fn rows(&self, kind: SharedKind, find: &str) -> Vec<(String, i64)> {
        let query = RecordQuery {
            kind,
            find: find.to_owned(),
        };
        let page = self.casebook.records(&query, 0, 1000).unwrap();
        assert_eq!(page.total, page.rows.len() as i64);
        page.rows
            .into_iter()
            .map(|row| (row.id, row.events))
            .collect()
    }

    /// Nothing dangles, and what is derived agrees.
    fn sound(&self) {
        assert_eq!(self.casebook.check().unwrap(), []);
    }

    /// Everything that the casebook says, as JSON.
    fn content(&self) -> String {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("out.json");
        self.casebook
            .export(
                docketline_casebook::view::ExportFormat::Json,
                &docketline_casebook::view::ExportOptions::default(),
                &out,
                docketline_casebook::Overwrite::Refuse,
            )
            .unwrap();
        std::fs::read_to_string(out).unwrap()
    }

    /// Does something that is one entry, and takes it back.
    fn undone<T>(&mut self, work: impl FnOnce(&mut Casebook) -> T) -> T {
        let before = self.content();
        let done = work(&mut self.casebook);
        self.sound();
        assert_ne!(self.content(), before);
        self.casebook.undo().unwrap();
        self.sound();
        assert_eq!(self.content(), before);
        self.casebook.redo().unwrap();
        done
    }
}

/// What a form begins with that is opened now.
fn opened(casebook: &Casebook, kind: RecordKind, id: &str) -> RecordBefore {
    RecordBefore {
        id: id.to_owned(),
        record: casebook.record(kind, id).unwrap().record,
    }
}

fn undo_words(casebook: &Casebook) -> String {
    casebook.summary().unwrap().undo.unwrap()
}

#[test]
fn a_record_is_made_changed_renamed_and_deleted_each_as_one_entry() {
    let mut book = sample();
    let made = book.undone(|casebook| {
        let form = ActorForm {
            name: " Ada Reader ".to_owned(),
            actor_type: "person".to_owned(),
            ..ActorForm::default()
        };
        casebook.put_record(None, &Record::Actor(form)).unwrap()
    });
    assert_eq!((made.id.as_str(), made.created), ("ada-reader", true));
    assert_eq!(
        undo_words(&book.casebook),
        "New person or body “Ada Reader”"
    );
    book.undone(|casebook| {
        let form = ActorForm {
            id: "reader".to_owned(),
            name: "A. Reader".to_owned(),
            note: "Signs for the clinic".to_owned(),
            ..ActorForm::default()
        };
        let before = opened(casebook, RecordKind::Actor, "ada-reader");
        let edit = casebook
            .put_record(Some(&before), &Record::Actor(form))
            .unwrap();
        assert_eq!((edit.id.as_str(), edit.created), ("reader", false));
    });
    assert_eq!(
        book.rows(SharedKind::Actor, "reader clinic"),
        [],
        "a note is not what tells people apart"
    );
    assert_eq!(
        book.rows(SharedKind::Actor, "a. reader"),
        [("reader".to_owned(), 0)]
    );
    let removal =
        book.undone(|casebook| casebook.remove_record(RecordKind::Actor, "reader").unwrap());
    assert_eq!((removal.name.as_str(), removal.events), ("A. Reader", 0));
}

#[test]
fn saving_a_record_as_it_is_makes_no_entry() {
    let mut book = sample();
    for (kind, id) in [
        (RecordKind::Actor, "microsoft"),
        (RecordKind::Source, "mondaq-oconnor"),
        (RecordKind::Lane, "appeal"),
        (RecordKind::Place, "redmond"),
        (RecordKind::Principle, "limiting-collection"),
        (RecordKind::DisputedDate, EVENT),
    ] {
        let before = book.casebook.summary().unwrap();
        let form = opened(&book.casebook, kind, id);
        let edit = book.casebook.put_record(Some(&form), &form.record).unwrap();
        assert!(!edit.changed, "{id}");
        let after = book.casebook.summary().unwrap();
        assert_eq!((after.revision, after.undo), (before.revision, before.undo));
    }
}

#[test]
fn deleting_a_record_lets_go_of_everything_that_names_it() {
    for (kind, id) in [
        (RecordKind::Actor, "microsoft"),
        (RecordKind::Source, "mondaq-oconnor"),
        (RecordKind::Source, "hlswatch-rgs"),
        (RecordKind::Place, "redmond"),
        (RecordKind::Principle, "limiting-collection"),
    ] {
        let mut book = sample();
        let would = book.casebook.preview_remove_record(kind, id).unwrap();
        let did = book.undone(|casebook| casebook.remove_record(kind, id).unwrap());
        assert_eq!(did, would);
        assert!(did.events > 0, "{id} is used, or the test says little");
        assert!(!book.content().contains(&format!("\"{id}\"")), "{id}");
    }
}

#[test]
fn a_lane_with_events_is_merged_and_not_deleted() {
    let mut book = sample();
    let refused = book
        .casebook
        .remove_record(RecordKind::Lane, "industry")
        .unwrap_err();
    assert_eq!(refused.code(), ErrorCode::BadValue);
    let lanes = book.rows(SharedKind::Lane, "");
    let merge = book.undone(|casebook| {
        casebook
            .merge_records(SharedKind::Lane, "industry", "appeal")
            .unwrap()
    });
    let events = |id: &str| lanes.iter().find(|(lane, _)| lane == id).unwrap().1;
    assert_eq!(merge.events, events("industry"));
    assert_eq!(
        book.rows(SharedKind::Lane, "appeal"),
        [("appeal".to_owned(), events("industry") + events("appeal"))]
    );
    book.undone(|casebook| {
        let form = LaneForm {
            name: "Press".to_owned(),
            ..LaneForm::default()
        };
        casebook.put_record(None, &Record::Lane(form)).unwrap()
    });
    book.undone(|casebook| casebook.remove_record(RecordKind::Lane, "press").unwrap());
}

#[test]
fn merging_says_once_what_both_said_and_loses_nothing_that_one_said() {
    let mut book = sample();
    let part = |actor: &str| EventPart::Person {
        actor: Choice::Id(actor.to_owned()),
        role: "signatory".to_owned(),
        judge: false,
    };
    let form = ActorForm {
        name: "Microsoft Corp.".to_owned(),
        note: "As the letter has it".to_owned(),
        ..ActorForm::default()
    };
    book.casebook
        .put_record(None, &Record::Actor(form))
        .unwrap();
    for actor in ["microsoft", "microsoft-corp"] {
        book.casebook
            .change_event_part(EVENT, None, Some(&part(actor)))
            .unwrap();
    }
    book.undone(|casebook| {
        casebook
            .merge_records(SharedKind::Actor, "microsoft-corp", "microsoft")
            .unwrap()
    });
    let parts = book.casebook.event_parts(EVENT).unwrap();
    assert_eq!(
        parts
            .iter()
            .filter(|one| **one == part("microsoft"))
            .count(),
        1
    );
    let Record::Actor(left) = book
        .casebook
        .record(RecordKind::Actor, "microsoft")
        .unwrap()
        .record
    else {
        panic!("an actor is an actor");
    };
    assert_eq!(left.name, "Microsoft Corporation");
    assert!(left.note.contains("As the letter has it"));
    assert!(book.content().contains("\"basis\": \"founder\""));
}

#[test]
fn lanes_are_put_in_order_and_the_order_is_undone() {
    let mut book = sample();
    let ids = |book: &Book| -> Vec<String> {
        let rows = book.rows(SharedKind::Lane, "");
        rows.into_iter().map(|(id, _)| id).collect()
    };
    let before = ids(&book);
    book.undone(|casebook| {
        assert!(
            casebook
                .move_record(SharedKind::Lane, "industry", Some(&before[0]))
                .unwrap()
        );
    });
    assert_eq!(ids(&book)[0], "industry");
    book.undone(|casebook| {
        casebook
            .move_record(SharedKind::Lane, "industry", None)
            .unwrap()
    });
    let after = ids(&book);
    assert_eq!(after.last().unwrap(), "industry");
    let still = book
        .casebook
        .move_record(SharedKind::Lane, "industry", None);
    assert!(!still.unwrap());
    let actors = book
        .casebook
        .move_record(SharedKind::Actor, "microsoft", None);
    assert_eq!(actors.unwrap_err().code(), ErrorCode::BadValue);
}

#[test]
fn a_refusal_names_the_field_and_changes_nothing() {
    let mut book = sample();
    let before = book.content();
    let relation = RelationForm {
        from: EVENT.to_owned(),
        relation_type: "cites".to_owned(),
        to: "second-circuit-opinion".to_owned(),
        ..RelationForm::default()
    };
    let dispute = DisputedDateForm {
        event: EVENT.to_owned(),
        chosen: "2014-09-08".to_owned(),
        reason: "So".to_owned(),
        ..DisputedDateForm::default()
    };
    let other = |value: &str, source: &str| OtherDateForm {
        value: value.to_owned(),
        source: source.to_owned(),
        ..OtherDateForm::default()
    };
    let cases = [
        (
            Record::Lane(LaneForm::default()),
            "name",
            ErrorCode::BadValue,
        ),
        (
            Record::Lane(LaneForm {
                id: "appeal".to_owned(),
                name: "Another".to_owned(),
            }),
            "id",
            ErrorCode::Taken,
        ),
        (
            Record::Place(PlaceForm {
                name: "Dublin".to_owned(),
                lat: "53.3".to_owned(),
                ..PlaceForm::default()
            }),
            "lon",
            ErrorCode::BadValue,
        ),
        (
            Record::Place(PlaceForm {
                name: "Dublin".to_owned(),
                lat: "north".to_owned(),
                lon: "-6".to_owned(),
                ..PlaceForm::default()
            }),
            "lat",
            ErrorCode::BadValue,
        ),
        (
            Record::Principle(PrincipleForm {
                name: "Comity".to_owned(),
                sources: vec!["nobody".to_owned()],
                ..PrincipleForm::default()
            }),
            "sources",
            ErrorCode::NoSuch,
        ),
        (
            Record::Source(SourceForm::default()),
            "title",
            ErrorCode::BadValue,
        ),
        (
            Record::Relation(RelationForm {
                to: String::new(),
                ..relation.clone()
            }),
            "to",
            ErrorCode::BadValue,
        ),
        (
            Record::Relation(RelationForm {
                to: "nobody".to_owned(),
                ..relation.clone()
            }),
            "to",
            ErrorCode::NoSuch,
        ),
        (
            Record::Relation(RelationForm {
                to: EVENT.to_owned(),
                ..relation.clone()
            }),
            "to",
            ErrorCode::BadValue,
        ),
        (
            Record::Relation(RelationForm {
                effective: "4/7/2016".to_owned(),
                ..relation.clone()
            }),
            "effective",
            ErrorCode::AmbiguousDate,
        ),
        (
            Record::Relation(RelationForm {
                relation_type: "likes".to_owned(),
                ..relation
            }),
            "type",
            ErrorCode::BadValue,
        ),
        (
            Record::DisputedDate(DisputedDateForm {
                others: vec![other("someday", "")],
                ..dispute.clone()
            }),
            "others",
            ErrorCode::BadDate,
        ),
        (
            Record::DisputedDate(DisputedDateForm {
                others: vec![other("2014", "nobody")],
                ..dispute.clone()
            }),
            "others",
            ErrorCode::NoSuch,
        ),
        (
            Record::DisputedDate(DisputedDateForm {
                reason: " ".to_owned(),
                ..dispute
            }),
            "reason",
            ErrorCode::BadValue,
        ),
    ];
    for (record, field, code) in cases {
        let refused = book.casebook.put_record(None, &record).unwrap_err();
        assert_eq!(
            (refused.field(), refused.code()),
            (Some(field), code),
            "{record:?}"
        );
    }
    assert_eq!(book.content(), before);
}

#[test]
fn a_relation_is_changed_in_every_part_and_deleted() {
    let mut book = sample();
    let form = RelationForm {
        from: EVENT.to_owned(),
        relation_type: "cites".to_owned(),
        to: "second-circuit-opinion".to_owned(),
        ..RelationForm::default()
    };
    let id = book.undone(|casebook| {
        let record = Record::Relation(form.clone());
        casebook.put_record(None, &record).unwrap().id
    });
    assert!(undo_words(&book.casebook).contains("” cites “"));
    let changed = RelationForm {
        id: id.clone(),
        relation_type: "stays".to_owned(),
        part: "the fine".to_owned(),
        effective: "July 2016".to_owned(),
        basis: "editorial".to_owned(),
        note: "For the test".to_owned(),
        ..form
    };
    book.undone(|casebook| {
        let record = Record::Relation(changed.clone());
        let before = opened(casebook, RecordKind::Relation, &id);
        let edit = casebook.put_record(Some(&before), &record).unwrap();
        assert!(edit.changed);
    });
    let kept = book.casebook.record(RecordKind::Relation, &id).unwrap();
    let expected = RelationForm {
        effective: "2016-07".to_owned(),
        ..changed
    };
    assert_eq!(kept.record, Record::Relation(expected));
    book.undone(|casebook| casebook.remove_record(RecordKind::Relation, &id).unwrap());
    let missing = book.casebook.record(RecordKind::Relation, &id).unwrap_err();
    assert_eq!(missing.code(), ErrorCode::NoSuch);
}

#[test]
fn whoever_an_actor_is_merged_into_takes_over_its_membership() {
    let mut book = sample();
    let form = ActorForm {
        name: "Microsoft Corp.".to_owned(),
        ..ActorForm::default()
    };
    book.casebook
        .put_record(None, &Record::Actor(form))
        .unwrap();
    assert!(book.content().contains("\"basis\": \"founder\""));
    let members = book.content().matches("\"rgs_member\": {").count();
    book.undone(|casebook| {
        casebook
            .merge_records(SharedKind::Actor, "microsoft", "microsoft-corp")
            .unwrap()
    });
    assert_eq!(book.content().matches("\"rgs_member\": {").count(), members);
}

#[test]
fn a_membership_is_said_changed_and_taken_out() {
    let mut book = sample();
    let set = |field: &str, value: &str| Assignment {
        field: field.to_owned(),
        value: value.to_owned(),
    };
    let of = |book: &Book, id: &str| {
        let document = book.casebook.document().unwrap();
        let actor = document.actors.into_iter().find(|a| a.id.as_str() == id);
        serde_json::to_value(actor.unwrap().rgs_member).unwrap()
    };
    let form = ActorForm {
        name: "Ada".to_owned(),
        ..ActorForm::default()
    };
    book.casebook
        .put_record(None, &Record::Actor(form))
        .unwrap();
    for (assignments, expected, words) in [
        (
            vec![set("member", "yes"), set("joined", "October 2014")],
            json!({"member": true, "joined": "2014-10", "basis": null, "confidence": null,
                   "sources": []}),
            "Membership of Reform Government Surveillance of “Ada”: set to “Member · joined 2014-10”",
        ),
        (
            vec![
                set("member", "no"),
                set("joined", ""),
                set("member_basis", "Left"),
                set("member_confidence", "known"),
                set("member_sources", "hlswatch-rgs"),
            ],
            json!({"member": false, "joined": null, "basis": "Left", "confidence": "known",
                   "sources": ["hlswatch-rgs"]}),
            "",
        ),
        (
            vec![
                set("member", ""),
                set("member_basis", ""),
                set("member_confidence", ""),
                set("member_sources", ""),
            ],
            json!(null),
            "",
        ),
    ] {
        book.undone(|casebook| {
            casebook
                .assign_record(RecordKind::Actor, Some("ada"), &assignments)
                .unwrap()
        });
        assert_eq!(of(&book, "ada"), expected);
        let query = docketline_casebook::view::HistoryQuery::default();
        let history = book.casebook.history(&query, 1).unwrap();
        let told = &history.entries[0].changes[0].words;
        assert!(words.is_empty() || told == words, "{told}");
    }
    for (assignments, field) in [
        (vec![set("joined", "2014")], "member"),
        (vec![set("member", "perhaps")], "member"),
        (
            vec![set("member", "yes"), set("joined", "someday")],
            "joined",
        ),
        (
            vec![set("member", "yes"), set("member_sources", "nobody")],
            "member_sources",
        ),
    ] {
        let refused = book
            .casebook
            .assign_record(RecordKind::Actor, Some("ada"), &assignments)
            .unwrap_err();
        assert_eq!(refused.field(), Some(field));
    }
}

/// The bench of an event, in its order.
fn bench(book: &Book) -> Vec<String> {
    let document = book.casebook.document().unwrap();
    let event = document
        .events
        .into_iter()
        .find(|event| event.id.as_str() == EVENT);
    event
        .unwrap()
        .judges
        .into_iter()
        .map(|id| id.to_string())
        .collect()
}

#[test]
fn the_bench_keeps_its_order_and_its_judges_while_their_roles_are_written() {
    let judge = |actor: &str, role: &str, judge| EventPart::Person {
        actor: Choice::Id(actor.to_owned()),
        role: role.to_owned(),
        judge,
    };
    let mut book = sample();
    let before = bench(&book);
    for (actor, role) in [("first", "author"), ("second", ""), ("third", "dissent")] {
        let person = EventPart::Person {
            actor: Choice::Name(actor.to_owned()),
            role: role.to_owned(),
            judge: true,
        };
        book.casebook
            .change_event_part(EVENT, None, Some(&person))
            .unwrap();
    }
    let panel = |names: &[&str]| -> Vec<String> {
        let names = names.iter().map(|name| (*name).to_owned());
        before.iter().cloned().chain(names).collect()
    };
    let mut change = |old: Option<EventPart>, new: Option<EventPart>, left: &[&str]| {
        book.casebook
            .change_event_part(EVENT, old.as_ref(), new.as_ref())
            .unwrap();
        assert_eq!(bench(&book), panel(left), "{old:?} {new:?}");
    };
    let all = ["first", "second", "third"];
    // A role is corrected, or given for the first time.
    let author = judge("first", "author", true);
    let writer = judge("first", "wrote the opinion", true);
    change(Some(author), Some(writer.clone()), &all);
    change(
        Some(judge("second", "", true)),
        Some(judge("second", "joins", true)),
        &all,
    );
    // Another role of the same judge comes and goes.
    change(None, Some(judge("first", "presides", true)), &all);
    change(Some(judge("first", "presides", true)), None, &all);
    // Who is said not to sit does not, and who has no role left neither.
    change(
        Some(writer),
        Some(judge("first", "amicus", false)),
        &["second", "third"],
    );
    change(Some(judge("third", "dissent", true)), None, &["second"]);
}

#[test]
fn entries_of_an_event_are_added_changed_and_taken_out() {
    let mut book = sample();
    let named = |name: &str| Choice::Name(name.to_owned());
    let known = |id: &str| Choice::Id(id.to_owned());
    let cases = [
        (
            EventPart::Person {
                actor: named("A new clerk"),
                role: "clerk".to_owned(),
                judge: false,
            },
            EventPart::Person {
                actor: known("a-new-clerk"),
                role: "magistrate".to_owned(),
                judge: true,
            },
        ),
        (
            EventPart::Principle {
                principle: named("Comity"),
            },
            EventPart::Principle {
                principle: known("limiting-collection"),
            },
        ),
        (
            EventPart::Place {
                place: named("Dublin Castle"),
            },
            EventPart::Place {
                place: known("redmond"),
            },
        ),
        (
            EventPart::Source {
                source: named("The docket"),
                supports: "Date".to_owned(),
            },
            EventPart::Source {
                source: known("the-docket"),
                supports: "Date, at 3".to_owned(),
            },
        ),
        (
            EventPart::Citation {
                text: "15 F. Supp. 3d 466".to_owned(),
                confidence: String::new(),
            },
            EventPart::Citation {
                text: "15 F. Supp. 3d 466".to_owned(),
                confidence: "known".to_owned(),
            },
        ),
        (
            EventPart::Jurisdiction {
                name: "FR".to_owned(),
            },
            EventPart::Jurisdiction {
                name: "EU".to_owned(),
            },
        ),
        (
            EventPart::Detail {
                text: "Heard".to_owned(),
            },
            EventPart::Detail {
                text: "Read".to_owned(),
            },
        ),
    ];
    for (first, second) in cases {
        book.undone(|casebook| {
            casebook
                .change_event_part(EVENT, None, Some(&first))
                .unwrap()
        });
        let again = book
            .casebook
            .change_event_part(EVENT, None, Some(&first))
            .unwrap_err();
        assert_eq!(again.code(), ErrorCode::BadValue, "{first:?} is there");
        book.undone(|casebook| {
            casebook
                .change_event_part(EVENT, Some(&first), Some(&second))
                .unwrap()
        });
        let parts = book.casebook.event_parts(EVENT).unwrap();
        assert!(parts.contains(&second), "{second:?} in {parts:?}");
        book.undone(|casebook| {
            casebook
                .change_event_part(EVENT, Some(&second), None)
                .unwrap()
        });
        let gone = book
            .casebook
            .change_event_part(EVENT, Some(&second), None)
            .unwrap_err();
        assert_eq!(gone.code(), ErrorCode::BadValue, "{second:?} is gone");
    }
}

#[test]
fn changing_one_entry_of_a_list_says_nothing_of_the_others() {
    let mut book = sample();
    let parts = book.casebook.event_parts(EVENT).unwrap();
    let old = parts
        .iter()
        .find(|part| matches!(part, EventPart::Source { .. }))
        .unwrap();
    let EventPart::Source { source, .. } = old.clone() else {
        panic!("it was found as one");
    };
    let new = EventPart::Source {
        source,
        supports: "Something else".to_owned(),
    };
    book.casebook
        .change_event_part(EVENT, Some(old), Some(&new))
        .unwrap();
    let history = book
        .casebook
        .history(&docketline_casebook::view::HistoryQuery::default(), 1)
        .unwrap();
    assert_eq!(history.entries[0].changes.len(), 1);
    let mut expected = parts.clone();
    let place = expected.iter().position(|part| part == old).unwrap();
    expected[place] = new;
    assert_eq!(book.casebook.event_parts(EVENT).unwrap(), expected);
}

#[test]
fn a_renamed_actor_and_source_are_found_by_their_new_names_and_names_without_accents() {
    let mut book = sample();
    let mut form = match book.casebook.record(RecordKind::Actor, "microsoft") {
        Ok(view) => view.record,
        Err(error) => panic!("{error}"),
    };
    if let Record::Actor(actor) = &mut form {
        actor.name = "Élan Müller GmbH".to_owned();
    }
    book.undone(|casebook| {
        let before = opened(casebook, RecordKind::Actor, "microsoft");
        casebook.put_record(Some(&before), &form).unwrap()
    });
    let found = book.rows(SharedKind::Actor, "elan muller");
    assert_eq!(found.len(), 1);
    let filter = docketline_casebook::view::Filter {
        search: Some("Élan Müller".to_owned()),
        ..Default::default()
    };
    assert!(book.casebook.search(&filter, 5).unwrap().total > 0);
}

#[test]
fn fields_are_set_by_their_names() {
    let mut book = sample();
    let set = |field: &str, value: &str| Assignment {
        field: field.to_owned(),
        value: value.to_owned(),
    };
    let made = book.undone(|casebook| {
        casebook
            .assign_record(
                RecordKind::Source,
                Some("docket"),
                &[set("title", "The docket"), set("read", "yes")],
            )
            .unwrap()
    });
    assert_eq!((made.id.as_str(), made.created), ("docket", true));
    let changed = book.undone(|casebook| {
        casebook
            .assign_record(
                RecordKind::Source,
                Some("docket"),
                &[set("publisher", "S.D.N.Y.")],
            )
            .unwrap()
    });
    assert!(!changed.created);
    let kept = book.casebook.record(RecordKind::Source, "docket").unwrap();
    let expected = SourceForm {
        id: "docket".to_owned(),
        title: "The docket".to_owned(),
        publisher: "S.D.N.Y.".to_owned(),
        read: true,
        ..SourceForm::default()
    };
    assert_eq!(kept.record, Record::Source(expected));
    book.undone(|casebook| {
        let others = r#"[{"value":"2014-09-05","source":"docket","what":"deadline"}]"#;
        casebook
            .assign_record(
                RecordKind::DisputedDate,
                Some(EVENT),
                &[set("others", others)],
            )
            .unwrap()
    });
    book.undone(|casebook| {
        casebook
            .assign_record(
                RecordKind::Principle,
                Some("limiting-collection"),
                &[set("sources", "docket, hlswatch-rgs")],
            )
            .unwrap()
    });
    let unknown = book
        .casebook
        .assign_record(RecordKind::Lane, Some("appeal"), &[set("kind", "court")])
        .unwrap_err();
    assert_eq!(unknown.code(), ErrorCode::BadValue);
}
