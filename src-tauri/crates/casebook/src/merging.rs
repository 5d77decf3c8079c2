//! Merging two events into one with nothing dropped.

mod parts;

use crate::bulk::related;
use crate::clock::stamp;
use crate::editing::describe;
use crate::error::Error;
use crate::history::term;
use crate::view::{MergeChoice, MergePreview, MergedEvent, MergedField, SavedEvent};
use crate::{Casebook, Result, words};
use docketline_domain::Id;
use docketline_domain::model::{DisputedDate, Event, Note, OtherDate};
use docketline_store::{Action, EventKey, RelationRecord, Side};
use parts::{Names, SINGLES, Single, join_lists};

/// Both events as they are before.
struct Pair {
    keep: Event,
    keep_names: Names,
    other: Event,
    other_names: Names,
}

impl Casebook {
    /// What merging would do, for a person to see before it happens.
    pub fn preview_merge(&self, keep: EventKey, other: EventKey) -> Result<MergePreview> {
        let pair = self.pair(keep, other)?;
        let fields = SINGLES
            .iter()
            .filter_map(|single| {
                let (kept, others) = pair.values(single);
                match (kept, others) {
                    (Some(keep), Some(other)) if keep != other => Some(MergedField {
                        field: single.name.to_owned(),
                        keep,
                        other,
                    }),
                    _ => None,
                }
            })
            .collect();
        let filled = SINGLES
            .iter()
            .filter_map(|single| match pair.values(single) {
                (None, Some(value)) => Some(words::say(
                    "merge-filled",
                    &[
                        ("field", term("history-field-name", single.name)),
                        ("value", value),
                    ],
                )),
                _ => None,
            });
        let relations = self.store.relations_of(other, Side::Origin, None)?.len()
            + self.store.relations_of(other, Side::Target, None)?.len();
        let between = self.relations_between(keep, other, &pair)?;
        let mut merged = pair.keep.clone();
        join_lists(&mut merged, &pair.other);
        let gained = |message: &str, count: usize| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            (count > 0).then(|| words::say_count(message, count))
        };
        let joined = filled
            .chain(
                [
                    ("merge-relations", relations.saturating_sub(between.len())),
                    ("merge-notes", self.store.notes(Some(other), None)?.len()),
                    (
                        "merge-disputed",
                        usize::from(self.store.disputed_date(other)?.is_some()),
                    ),
                    (
                        "merge-people",
                        merged.actors.len() + merged.judges.len()
                            - pair.keep.actors.len()
                            - pair.keep.judges.len(),
                    ),
                    (
                        "merge-sources",
                        merged.sources.len() - pair.keep.sources.len(),
                    ),
                    (
                        "merge-citations",
                        merged.citations.len() - pair.keep.citations.len(),
                    ),
                    (
                        "merge-principles",
                        merged.principles.len() - pair.keep.principles.len(),
                    ),
                    ("merge-places", merged.places.len() - pair.keep.places.len()),
                    (
                        "merge-others",
                        merged.jurisdictions.len() + merged.from_knowledge.len()
                            - pair.keep.jurisdictions.len()
                            - pair.keep.from_knowledge.len(),
                    ),
                ]
                .into_iter()
                .filter_map(|(message, count)| gained(message, count)),
            )
            .collect();
        let told = |key, event: &Event| MergedEvent {
            key,
            title: event.title.clone(),
            date_words: event.date.to_words(),
        };
        Ok(MergePreview {
            keep: told(keep, &pair.keep),
            other: told(other, &pair.other),
            fields,
            joined,
            between,
        })
    }

    /// Merges two events as one entry of the history.
    pub fn merge_events(&mut self, choice: &MergeChoice) -> Result<SavedEvent> {
        let MergeChoice { keep, other, take } = choice;
        let (keep, other) = (*keep, *other);
        let pair = self.pair(keep, other)?;
        if let Some(unknown) = take
            .iter()
            .find(|name| !SINGLES.iter().any(|single| single.name == name.as_str()))
        {
            return Err(Error::bad_value(words::say(
                "refused-unknown-field",
                &[
                    ("field", unknown.clone()),
                    ("fields", SINGLES.map(|single| single.name).join(", ")),
                ],
            )));
        }

        let mut merged = pair.keep.clone();
        let mut left = Vec::new();
        for single in &SINGLES {
            let wanted = take.iter().any(|name| name == single.name);
            match pair.values(single) {
                (None, Some(_)) => (single.take)(&mut merged, &pair.other),
                (Some(kept), Some(others)) if kept != others => {
                    let lost = if wanted {
                        (single.take)(&mut merged, &pair.other);
                        kept
                    } else {
                        others
                    };
                    // The other date is kept where dates are.
                    if single.name != "date" {
                        left.push((term("history-field-name", single.name), lost));
                    }
                }
                _ => {}
            }
        }
        join_lists(&mut merged, &pair.other);

        let dispute = self.merged_dispute(keep, other, &pair, &merged)?;
        let between = self.relations_between(keep, other, &pair)?;
        let note = note_of(&pair.other, &left, &between);
        let subject = words::say(
            "subject-merge",
            &[
                ("keep", pair.keep.title.clone()),
                ("other", pair.other.title.clone()),
            ],
        );
        let change = self.change(Action::EventsMerged, &subject);
        let now = stamp(self.hand.clock());
        self.store.edit(&change, |edit| {
            edit.hand_over(other, keep)?;
            edit.delete_events(&[other])?;
            edit.put_event(&merged)?;
            if let Some(dispute) = &dispute {
                edit.put_disputed_date(dispute)?;
            }
            if let Some(markdown) = note {
                let wish = Id::slug(&format!("{} merged", merged.id), "note");
                edit.add_note(&Note {
                    id: edit.free_id("note", &wish)?,
                    event: merged.id.clone(),
                    markdown,
                    created: now.clone(),
                    modified: now.clone(),
                })?;
            }
            Ok(())
        })?;
        Ok(SavedEvent::Saved {
            key: keep,
            done: Some(describe(change.action, &change.subject)),
            summary: Box::new(self.summary()?),
        })
    }

    fn pair(&self, keep: EventKey, other: EventKey) -> Result<Pair> {
        if keep == other {
            return Err(Error::bad_value(words::say("refused-merge-same", &[])));
        }
        let names = |key| -> Result<Names> {
            let record = self.store.event_record(key)?;
            Ok(Names {
                lane: record.lane_name,
                court: record.court,
                proceeding: record.proceeding,
            })
        };
        Ok(Pair {
            keep_names: names(keep)?,
            keep: self.store.event(keep)?,
            other_names: names(other)?,
            other: self.store.event(other)?,
        })
    }

    fn relations_between(
        &self,
        keep: EventKey,
        other: EventKey,
        pair: &Pair,
    ) -> Result<Vec<String>> {
        let mut between = Vec::new();
        let (kept, others) = (&pair.keep.title, &pair.other.title);
        for (from, to, title, other_title) in
            [(keep, other, kept, others), (other, keep, others, kept)]
        {
            for relation in self.store.relations_of(from, Side::Origin, None)? {
                if relation.other == to {
                    between.push(in_words(relation, title, other_title));
                }
            }
        }
        Ok(between)
    }

    /// What is disputed of either date, and the date that was not chosen.
    fn merged_dispute(
        &self,
        keep: EventKey,
        other: EventKey,
        pair: &Pair,
        merged: &Event,
    ) -> Result<Option<DisputedDate>> {
        let mut others: Vec<OtherDate> = Vec::new();
        let mut reasons: Vec<String> = Vec::new();
        for key in [keep, other] {
            if let Some(dispute) = self.store.disputed_date(key)? {
                // What was chosen there may not be what is chosen now.
                if dispute.chosen != merged.date {
                    others.push(OtherDate {
                        value: dispute.chosen,
                        source: None,
                        what: None,
                    });
                }
                others.extend(dispute.others);
                reasons.push(dispute.reason);
            }
        }
        for event in [&pair.keep, &pair.other] {
            let is_known =
                event.date == merged.date || others.iter().any(|known| known.value == event.date);
            if !is_known {
                others.push(OtherDate {
                    value: event.date.clone(),
                    source: None,
                    what: Some(words::say(
                        "merge-other-date",
                        &[("title", event.title.clone())],
                    )),
                });
                reasons.push(words::say("merge-date-reason", &[]));
            }
        }
        let mut kept: Vec<OtherDate> = Vec::new();
        for date in others {
            if !kept.contains(&date) {
                kept.push(date);
            }
        }
        reasons.dedup();
        Ok((!reasons.is_empty()).then(|| DisputedDate {
            event: merged.id.clone(),
            chosen: merged.date.clone(),
            others: kept,
            reason: reasons.join("\n"),
        }))
    }
}

impl Pair {
    fn values(&self, single: &Single) -> (Option<String>, Option<String>) {
        (
            (single.read)(&self.keep, &self.keep_names),
            (single.read)(&self.other, &self.other_names),
        )
    }
}

/// All that a relation says, since no relation is left to say it.
fn in_words(relation: RelationRecord, title: &str, other_title: &str) -> String {
    // Destructured, so that a new field breaks the build instead of vanishing.
    let RelationRecord {
        id: _,
        relation,
        other: _,
        other_id: _,
        other_title: _,
        other_date: _,
        part,
        effective,
        basis,
        note,
    } = relation;
    let mut said = related(title, relation, other_title);
    let named = |field: &str, value: String| {
        let field = term("history-field-name", field);
        format!("{field}: {value}")
    };
    let more = [
        part,
        effective.map(|date| named("effective", date.to_words())),
        basis.map(|word| named("basis", words::say(&format!("basis-{word}"), &[]))),
        note,
    ];
    for more in more.into_iter().flatten() {
        said.push_str(" · ");
        said.push_str(&more);
    }
    said
}

/// What was not chosen, as a note; `None` where nothing is left over.
fn note_of(other: &Event, left: &[(String, String)], between: &[String]) -> Option<String> {
    if left.is_empty() && between.is_empty() {
        return None;
    }
    let mut note = words::say(
        "merge-note",
        &[
            ("title", other.title.clone()),
            ("date", other.date.to_words()),
            ("id", other.id.to_string()),
        ],
    );
    note.push('\n');
    for (field, value) in left {
        // A text of several paragraphs stays one entry of the list.
        let value = value.trim().replace('\n', "\n  ");
        note.push_str(&format!("\n- **{field}:** {value}"));
    }
    for relation in between {
        note.push_str(&format!("\n- {relation}"));
    }
    Some(note)
}
