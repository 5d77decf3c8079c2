use crate::{sample, saved};
use docketline_casebook::view::{CitationDraft, EventDraft, EventTarget, SavedEvent};

fn appeal() -> EventDraft {
    EventDraft {
        title: "Second Circuit reverses".to_owned(),
        date: "14 July 2016".to_owned(),
        kind: "ruling".to_owned(),
        lane: "Case".to_owned(),
        ..EventDraft::default()
    }
}

#[test]
fn a_form_of_every_event_of_the_sample_changes_nothing_when_it_is_saved() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    for event in &before.events {
        let key = casebook.key_of(event.id.as_str());
        let target = EventTarget::Event { key };
        let form = casebook.event_form(target).unwrap();
        let outcome = casebook
            .save_event(target, &form.draft, &form.draft)
            .unwrap();
        assert_eq!(saved(outcome), (key, None), "{}", event.id);
        // And as a whole, typed anew.
        let typed = EventDraft {
            title: form.draft.title.clone(),
            date: form.draft.date.clone(),
            ..EventDraft::default()
        };
        let outcome = casebook.save_event(target, &typed, &form.draft).unwrap();
        assert_eq!(saved(outcome).0, key, "{}", event.id);
    }
    assert_eq!(casebook.document().unwrap(), before);
    assert_eq!(casebook.undo().unwrap().done, None);
}

#[test]
fn a_new_event_has_everything_that_was_typed_and_is_one_step_to_undo() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let draft = EventDraft {
        short_title: " Reversal ".to_owned(),
        court: "A court that is new".to_owned(),
        proceeding: "A proceeding that is new".to_owned(),
        lane: "A lane that is new".to_owned(),
        filed: "13 July 2016".to_owned(),
        stated_date: "2016-07".to_owned(),
        docket: "14-2985".to_owned(),
        docket_sequence: "2".to_owned(),
        confidence: "known".to_owned(),
        main_case: true,
        citations: vec![
            CitationDraft {
                text: "829 F.3d 197".to_owned(),
                confidence: "confirmed".to_owned(),
            },
            CitationDraft::default(),
        ],
        jurisdictions: vec!["US".to_owned(), " ".to_owned()],
        principles: vec![before.principles[0].id.to_string()],
        from_knowledge: vec!["The hour".to_owned()],
        ..appeal()
    };
    let outcome = casebook
        .save_event(EventTarget::New, &EventDraft::default(), &draft)
        .unwrap();
    let (key, done) = saved(outcome);
    assert_eq!(done.as_deref(), Some("Event “Second Circuit reverses”"));

    let document = casebook.document().unwrap();
    let event = document.events.last().unwrap();
    assert_eq!(event.id.as_str(), "second-circuit-reverses");
    assert_eq!(key, casebook.key_of(event.id.as_str()));
    assert_eq!(event.date.as_str(), "2016-07-14");
    assert_eq!(event.short_title.as_deref(), Some("Reversal"));
    assert_eq!(event.citations.len(), 1);
    assert_eq!(event.jurisdictions, ["US"]);
    assert_eq!(event.principles, [before.principles[0].id.clone()]);
    assert_eq!(event.docket_sequence, Some(2));
    assert!(event.main_case);
    assert!(
        document
            .courts
            .iter()
            .any(|court| court.name == "A court that is new")
    );
    assert!(
        document
            .lanes
            .iter()
            .any(|lane| lane.name == "A lane that is new")
    );
    let proceeding = document.proceedings.last().unwrap();
    assert_eq!(proceeding.name, "A proceeding that is new");
    assert_eq!(event.proceeding.as_ref(), Some(&proceeding.id));
    assert!(casebook.check().unwrap().is_empty());

    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn what_is_wrong_is_said_of_each_field_and_nothing_is_written() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let wrong = |field: &str, draft: EventDraft| (field.to_owned(), draft);
    for (field, draft) in [
        wrong(
            "title",
            EventDraft {
                title: "  ".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "date",
            EventDraft {
                date: "someday".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "date",
            EventDraft {
                date: "4/7/2016".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "date",
            EventDraft {
                date: String::new(),
                ..appeal()
            },
        ),
        wrong(
            "kind",
            EventDraft {
                kind: "verdict".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "lane",
            EventDraft {
                lane: String::new(),
                ..appeal()
            },
        ),
        wrong(
            "filed",
            EventDraft {
                filed: "31 June 2016".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "id",
            EventDraft {
                id: "contempt-order".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "id",
            EventDraft {
                id: "a\nb".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "docket_sequence",
            EventDraft {
                docket_sequence: "two".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "stated_end",
            EventDraft {
                stated_end: "2016".to_owned(),
                ..appeal()
            },
        ),
        wrong(
            "confidence",
            EventDraft {
                confidence: "certain".to_owned(),
                ..appeal()
            },
        ),
    ] {
        let outcome = casebook
            .save_event(EventTarget::New, &EventDraft::default(), &draft)
            .unwrap();
        let SavedEvent::Refused { problems } = outcome else {
            panic!("{field} was taken: {draft:?}");
        };
        let fields: Vec<&str> = problems.iter().map(|p| p.field.as_str()).collect();
        assert_eq!(fields, [field.as_str()], "{problems:?}");
        assert!(!problems[0].message.is_empty());
    }
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn a_change_leaves_alone_what_the_form_did_not_touch() {
    let mut casebook = sample();
    let target = EventTarget::Event {
        key: casebook.key_of("contempt-order"),
    };
    let form = casebook.event_form(target).unwrap();
    let draft = EventDraft {
        title: "Held in contempt".to_owned(),
        ..form.draft.clone()
    };
    // Somebody else gives it another summary while the form is open.
    let summary = EventDraft {
        summary: "Another".to_owned(),
        ..form.draft.clone()
    };
    saved(casebook.save_event(target, &form.draft, &summary).unwrap());
    saved(casebook.save_event(target, &form.draft, &draft).unwrap());
    let event = casebook.event_by_id("contempt-order").unwrap();
    assert_eq!(event.row.title, "Held in contempt");
    assert_eq!(event.summary, "Another");
}

#[test]
fn a_copy_has_the_people_and_sources_and_none_of_the_notes_and_relations() {
    let mut casebook = sample();
    casebook.add_note("contempt-order", "Mine").unwrap();
    let of = casebook.event_by_id("contempt-order").unwrap();
    let target = EventTarget::Copy { key: of.row.key };
    let form = casebook.event_form(target).unwrap();
    assert_eq!(form.draft.id, "");
    let (key, _) = saved(
        casebook
            .save_event(target, &form.draft, &form.draft)
            .unwrap(),
    );
    let copy = casebook.event(key, None).unwrap();
    assert_ne!(copy.row.id, of.row.id);
    assert_eq!(copy.row.title, of.row.title);
    assert_eq!(copy.actors, of.actors);
    assert_eq!(copy.judges, of.judges);
    assert_eq!(copy.sources, of.sources);
    assert_eq!(copy.places, of.places);
    assert!(copy.event_notes.is_empty() && copy.outgoing.is_empty() && copy.incoming.is_empty());
}
