//! Undo and redo of everything, over restarts.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{
    ActorForm, BulkChange, Choice, DateShift, EntryChoice, EventPart, EventTarget, HistoryQuery,
    LaneForm, MergeChoice, MoveBy, MovePart, Record, RecordBefore, RecordKind, RelationForm,
    SharedKind, ShiftUnit, SourceForm,
};
use docketline_casebook::{Assignment, Casebook, NewEvent, NewRelation, SystemClock};
use docketline_faults::{Dice, base, events, is_full};
use std::path::Path;
use std::sync::Arc;

fn open(path: &Path) -> Casebook {
    Casebook::open(path, Arc::new(SystemClock)).unwrap()
}

/// Whoever works on the casebook, at random.
struct Hand<'a> {
    casebook: &'a mut Casebook,
    folder: &'a Path,
    dice: &'a mut Dice,
    number: usize,
}

impl Hand<'_> {
    fn one_of<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        let at = self.dice.roll(all.len().max(1));
        all.get(at).cloned()
    }

    fn event(&mut self) -> String {
        let ids = events(self.casebook).unwrap();
        self.one_of(&ids).unwrap()
    }

    fn key(&mut self) -> i64 {
        let id = self.event();
        self.casebook.event_by_id(&id).unwrap().row.key
    }

    fn year(&mut self) -> String {
        format!("{}", 1900 + self.dice.roll(120))
    }

    fn some_events(&mut self) -> Vec<i64> {
        vec![self.key(), self.key(), self.key()]
    }

    fn actor(&mut self) -> Option<String> {
        let actors = self.casebook.document().unwrap().actors;
        self.one_of(&actors).map(|actor| actor.id.to_string())
    }

    fn lane(&mut self) -> Option<String> {
        let lanes = self.casebook.document().unwrap().lanes;
        self.one_of(&lanes).map(|lane| lane.id.to_string())
    }

    /// What a form begins with that is opened now.
    fn opened(&self, kind: RecordKind, id: &str) -> RecordBefore {
        RecordBefore {
            id: id.to_owned(),
            record: self.casebook.record(kind, id).unwrap().record,
        }
    }

    fn source(&mut self) -> Option<String> {
        let sources = self.casebook.document().unwrap().sources;
        self.one_of(&sources).map(|source| source.id.to_string())
    }
}

/// One kind of edit. Some are refused, or find nothing to do, which is no edit: the answer
/// does not matter, only that the casebook can come back from it.
type Make = fn(&mut Hand<'_>) -> Option<()>;

const EDITS: [(&str, Make); 31] = [
    ("add an event", |hand| {
        let event = NewEvent {
            id: format!("new-{}", hand.number),
            date: hand.year(),
            title: format!("New {}", hand.number),
            kind: "letter".to_owned(),
            lane: format!("Lane {}", hand.dice.roll(9)),
            public_from: None,
        };
        hand.casebook.add_event(&event).ok().map(drop)
    }),
    ("add an event in a line", |hand| {
        let line = format!("{} Line {} #appeal", hand.year(), hand.number);
        let choice = EntryChoice::default();
        hand.casebook.add_entry(&line, &choice).ok().map(drop)
    }),
    ("copy an event in the form", |hand| {
        let target = EventTarget::Copy { key: hand.key() };
        let before = hand.casebook.event_form(target).unwrap().draft;
        let mut draft = before.clone();
        draft.title = format!("Copy {}", hand.number);
        draft.jurisdictions.push(format!("J{}", hand.dice.roll(5)));
        let saved = hand.casebook.save_event(target, &before, &draft);
        saved.ok().map(drop)
    }),
    ("change an event in the form", |hand| {
        let target = EventTarget::Event { key: hand.key() };
        let before = hand.casebook.event_form(target).unwrap().draft;
        let mut draft = before.clone();
        draft.summary = format!("Summary {}", hand.dice.roll(30));
        draft.court = format!("Court {}", hand.dice.roll(9));
        draft.from_knowledge.push(format!("Detail {}", hand.number));
        let saved = hand.casebook.save_event(target, &before, &draft);
        saved.ok().map(drop)
    }),
    ("set a field of an event", |hand| {
        let field = ["title", "summary", "date", "court", "id"][hand.dice.roll(5)];
        let value = match field {
            "date" => hand.year(),
            _ => format!("{field} {}", hand.dice.roll(30)),
        };
        let assignment = Assignment {
            field: field.to_owned(),
            value,
        };
        let event = hand.event();
        let edited = hand.casebook.edit_event(&event, &[assignment]);
        edited.ok().map(drop)
    }),
    ("delete an event", |hand| {
        let event = hand.event();
        hand.casebook.delete_event(&event).ok().map(drop)
    }),
    ("delete some events", |hand| {
        let some = hand.some_events();
        hand.casebook.delete_events(&some).ok().map(drop)
    }),
    ("move an event", |hand| {
        let (key, count) = (hand.key(), hand.dice.roll(9) as i64 - 4);
        let by = match hand.dice.roll(2) {
            0 => MoveBy::Days { count: 40 * count },
            _ => MoveBy::Steps { count },
        };
        let moved = hand.casebook.move_event(key, MovePart::Whole, by);
        moved.ok().map(drop)
    }),
    ("change some events", |hand| {
        let change = BulkChange {
            lane: (hand.dice.roll(2) == 0).then(|| format!("Lane {}", hand.number)),
            main_case: Some(hand.dice.roll(2) == 0),
            confidence: Some("known".to_owned()),
            shift: Some(DateShift {
                unit: ShiftUnit::Months,
                count: hand.dice.roll(9) as i64 - 4,
            }),
            ..BulkChange::default()
        };
        let some = hand.some_events();
        hand.casebook.change_events(&some, &change).ok().map(drop)
    }),
    ("merge two events", |hand| {
        let choice = MergeChoice {
            keep: hand.key(),
            other: hand.key(),
            take: Vec::new(),
        };
        hand.casebook.merge_events(&choice).ok().map(drop)
    }),
    ("attach a person", |hand| {
        let part = EventPart::Person {
            actor: match hand.dice.roll(2) {
                0 => Choice::Name(format!("Person {}", hand.number)),
                _ => Choice::Id(hand.actor()?),
            },
            role: format!("role {}", hand.dice.roll(4)),
            judge: hand.dice.roll(2) == 0,
        };
        let event = hand.event();
        let edited = hand.casebook.change_event_part(&event, None, Some(&part));
        edited.ok().map(drop)
    }),
    ("attach a source", |hand| {
        let part = EventPart::Source {
            source: Choice::Id(hand.source()?),
            supports: format!("page {}", hand.number),
        };
        let event = hand.event();
        let edited = hand.casebook.change_event_part(&event, None, Some(&part));
        edited.ok().map(drop)
    }),
    ("change a person's role", |hand| {
        let all = hand.casebook.document().unwrap().events;
        let acted: Vec<_> = all.iter().filter(|one| !one.actors.is_empty()).collect();
        let event = hand.one_of(&acted)?;
        let person = |role: &str| EventPart::Person {
            actor: Choice::Id(event.actors[0].actor.to_string()),
            role: role.to_owned(),
            judge: event.judges.contains(&event.actors[0].actor),
        };
        let old = person(&event.actors[0].role);
        let new = person(&format!("role {}", hand.number));
        let id = event.id.as_str();
        let edited = hand.casebook.change_event_part(id, Some(&old), Some(&new));
        edited.ok().map(drop)
    }),
    ("detach a source", |hand| {
        let all = hand.casebook.document().unwrap().events;
        let shown: Vec<_> = all.iter().filter(|one| !one.sources.is_empty()).collect();
        let event = hand.one_of(&shown)?;
        let part = EventPart::Source {
            source: Choice::Id(event.sources[0].source.to_string()),
            supports: event.sources[0].supports.clone(),
        };
        let id = event.id.as_str();
        let edited = hand.casebook.change_event_part(id, Some(&part), None);
        edited.ok().map(drop)
    }),
    ("relate two events", |hand| {
        let relation = NewRelation {
            from: hand.event(),
            relation: "cites".to_owned(),
            to: hand.event(),
            effective: None,
            part: None,
        };
        hand.casebook.relate(&relation).ok().map(drop)
    }),
    ("change a relation", |hand| {
        let relations = hand.casebook.document().unwrap().relations;
        let relation = hand.one_of(&relations)?;
        let form = RelationForm {
            id: relation.id.to_string(),
            from: relation.from.to_string(),
            relation_type: relation.relation_type.to_string(),
            to: relation.to.to_string(),
            note: format!("Note {}", hand.number),
            ..RelationForm::default()
        };
        let record = Record::Relation(form);
        let before = hand.opened(RecordKind::Relation, relation.id.as_str());
        let put = hand.casebook.put_record(Some(&before), &record);
        put.ok().map(drop)
    }),
    ("delete a relation", |hand| {
        let relations = hand.casebook.document().unwrap().relations;
        let relation = hand.one_of(&relations)?;
        hand.casebook.unrelate(relation.id.as_str()).ok()
    }),
    ("delete a disputed date", |hand| {
        let disputes = hand.casebook.document().unwrap().disputed_dates;
        let event = hand.one_of(&disputes)?.event;
        let kind = RecordKind::DisputedDate;
        let removed = hand.casebook.remove_record(kind, event.as_str());
        removed.ok().map(drop)
    }),
    ("make an actor", |hand| {
        let record = Record::Actor(ActorForm {
            name: format!("Actor {}", hand.number),
            ..ActorForm::default()
        });
        hand.casebook.put_record(None, &record).ok().map(drop)
    }),
    ("rename a source", |hand| {
        let id = hand.source()?;
        let view = hand.casebook.record(RecordKind::Source, &id).unwrap();
        let Record::Source(before) = view.record else {
            return None;
        };
        let record = Record::Source(SourceForm {
            id: format!("source-{}", hand.number),
            title: format!("Source {}", hand.number),
            ..before
        });
        let before = hand.opened(RecordKind::Source, &id);
        let put = hand.casebook.put_record(Some(&before), &record);
        put.ok().map(drop)
    }),
    ("rename a lane", |hand| {
        let id = hand.lane()?;
        let name = format!("Lane renamed {}", hand.number);
        let record = Record::Lane(LaneForm {
            id: id.clone(),
            name,
        });
        let before = hand.opened(RecordKind::Lane, &id);
        let put = hand.casebook.put_record(Some(&before), &record);
        put.ok().map(drop)
    }),
    ("move a lane", |hand| {
        let (id, before) = (hand.lane()?, hand.lane());
        let moved = hand
            .casebook
            .move_record(SharedKind::Lane, &id, before.as_deref());
        moved.ok().map(drop)
    }),
    ("merge two lanes", |hand| {
        let (from, into) = (hand.lane()?, hand.lane()?);
        let merged = hand.casebook.merge_records(SharedKind::Lane, &from, &into);
        merged.ok().map(drop)
    }),
    ("merge two actors", |hand| {
        let (from, into) = (hand.actor()?, hand.actor()?);
        let merged = hand.casebook.merge_records(SharedKind::Actor, &from, &into);
        merged.ok().map(drop)
    }),
    ("delete an actor", |hand| {
        let id = hand.actor()?;
        let removed = hand.casebook.remove_record(RecordKind::Actor, &id);
        removed.ok().map(drop)
    }),
    ("delete a source", |hand| {
        let id = hand.source()?;
        let removed = hand.casebook.remove_record(RecordKind::Source, &id);
        removed.ok().map(drop)
    }),
    ("write a note", |hand| {
        let (event, text) = (hand.event(), format!("Note *{}*", hand.number));
        hand.casebook.add_note(&event, &text).ok().map(drop)
    }),
    ("write a note again or delete it", |hand| {
        let notes = hand.casebook.document().unwrap().notes;
        let note = hand.one_of(&notes)?;
        let id = note.id.as_str();
        if hand.dice.roll(2) == 0 {
            return hand.casebook.delete_note(id).ok().map(drop);
        }
        let event = hand.casebook.event_by_id(note.event.as_str()).unwrap();
        let text = format!("Rewritten {}", hand.number);
        let saved = hand.casebook.save_note(event.row.key, Some(id), &text);
        saved.ok().map(drop)
    }),
    ("accept a finding or take that back", |hand| {
        let findings = hand.casebook.findings().unwrap();
        let finding = hand.one_of(&findings)?;
        let reason = format!("Reason {}", hand.number);
        let outcome = match finding.accepted {
            Some(_) => hand.casebook.withdraw_acceptance(&finding.id),
            None => hand.casebook.accept_finding(&finding.id, &reason, None),
        };
        outcome.ok().map(drop)
    }),
    ("import", |hand| {
        let rows = hand.folder.join("rows.csv");
        let (year, number) = (hand.year(), hand.number);
        let other = hand.dice.roll(9);
        let csv = format!("date,title\n{year},Row {number}\n2014,Row {other}\n");
        std::fs::write(&rows, csv).unwrap();
        hand.casebook.import(&rows, None).ok().map(drop)
    }),
    ("go back", |hand| {
        let query = HistoryQuery::default();
        let entries = hand.casebook.history(&query, 12).unwrap().entries;
        let entry = hand.one_of(&entries)?.id;
        hand.casebook.go_back(entry).ok().map(drop)
    }),
];

#[test]
fn undo_leads_back_to_the_first_state_and_redo_to_the_last() {
    let edits = if is_full() { 1_000 } else { 4 * EDITS.len() };
    let folder = tempfile::tempdir().unwrap();
    let path = base(folder.path()).unwrap();
    let mut casebook = open(&path);
    let first = casebook.document().unwrap();
    let mut dice = Dice::new(7);
    let mut made = [0; EDITS.len()];
    for number in 0..edits {
        match dice.roll(20) {
            0 => {
                drop(casebook);
                casebook = open(&path);
            }
            1 | 2 => {
                let _ = casebook.undo().unwrap();
                if dice.roll(2) == 0 {
                    let _ = casebook.redo().unwrap();
                }
            }
            _ => {}
        }
        // Every kind in turn at first, so that none is left out.
        let kind = match number < 2 * EDITS.len() {
            true => number % EDITS.len(),
            false => dice.roll(EDITS.len()),
        };
        let before = casebook.summary().unwrap().revision;
        let (_, make) = EDITS[kind];
        make(&mut Hand {
            casebook: &mut casebook,
            folder: folder.path(),
            dice: &mut dice,
            number,
        });
        let after = casebook.summary().unwrap();
        made[kind] += u32::from(after.revision != before);
        // Counts are kept from edit to edit; another reader counts everything.
        let other = Casebook::open_read_only(&path, Arc::new(SystemClock)).unwrap();
        assert_eq!(after.counts, other.summary().unwrap().counts);
    }
    for ((what, _), made) in EDITS.iter().zip(made) {
        assert!(made > 0, "nothing was tried of this: {what}");
    }
    // What the last of them took back comes again below.
    while casebook.redo().unwrap().done.is_some() {}
    let last = casebook.document().unwrap();
    let mut undone = 0;
    while casebook.undo().unwrap().done.is_some() {
        undone += 1;
        if dice.roll(50) == 0 {
            drop(casebook);
            casebook = open(&path);
        }
    }
    assert!(casebook.document().unwrap() == first, "not the first state");
    assert_eq!(casebook.check().unwrap(), []);
    let mut redone = 0;
    while casebook.redo().unwrap().done.is_some() {
        redone += 1;
        if dice.roll(50) == 0 {
            drop(casebook);
            casebook = open(&path);
        }
    }
    assert_eq!(redone, undone);
    assert!(casebook.document().unwrap() == last, "not the last state");
    assert_eq!(casebook.check().unwrap(), []);
    eprintln!("Undone and redone: {undone} edits");
}
