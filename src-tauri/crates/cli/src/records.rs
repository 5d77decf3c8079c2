//! What events share, and the lists that belong to them: one family of commands for all.

use crate::changing::assignment;
use crate::commands::{Outcome, read, say, write};
use crate::output;
use clap::Subcommand;
use docketline_casebook::view::{RecordKind, RecordQuery, SharedKind};
use docketline_casebook::{Assignment, Casebook, Hand, PART_KINDS, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// List lanes, courts, proceedings, actors, places, principles or sources, with how
    /// many events use each.
    Records {
        casebook: PathBuf,
        /// lane, court, proceeding, actor, place, principle or source.
        #[arg(value_parser = word::<SharedKind>)]
        kind: SharedKind,
        /// Words that must all occur in the name or what is said beside it.
        #[arg(long, default_value = "")]
        find: String,
        #[arg(long, default_value_t = 100_000)]
        limit: i64,
    },
    /// Show the fields of a record, as `put` sets them.
    Record {
        casebook: PathBuf,
        /// As of `records`, or relation, or disputed-date.
        #[arg(value_parser = word::<RecordKind>)]
        kind: RecordKind,
        /// Its identifier; of a disputed date, that of the event.
        id: String,
    },
    /// Make a record, or change fields of one that is there; several as one change.
    Put {
        casebook: PathBuf,
        #[arg(value_parser = word::<RecordKind>)]
        kind: RecordKind,
        /// Without it, a new one is made from the name.
        id: Option<String>,
        /// A field by its name in JSON, and its new value; without a value it is cleared.
        #[arg(long = "set", value_name = "FIELD=VALUE", required = true, num_args = 1..,
              value_parser = assignment)]
        set: Vec<Assignment>,
    },
    /// Delete a record; what named it no longer does.
    Remove {
        casebook: PathBuf,
        #[arg(value_parser = word::<RecordKind>)]
        kind: RecordKind,
        id: String,
        /// Only say what it would touch.
        #[arg(long)]
        dry_run: bool,
    },
    /// Make two records one: what names FROM names INTO.
    Merge {
        casebook: PathBuf,
        #[arg(value_parser = word::<SharedKind>)]
        kind: SharedKind,
        from: String,
        into: String,
    },
    /// Put a lane or a proceeding before another one, or last.
    Move {
        casebook: PathBuf,
        #[arg(value_parser = word::<SharedKind>)]
        kind: SharedKind,
        id: String,
        #[arg(long, value_name = "ID")]
        before: Option<String>,
    },
    /// Add an entry to a list of an event: who took part, what supports it, where it was.
    Attach {
        casebook: PathBuf,
        event: String,
        /// person, principle, place, source, citation, jurisdiction or detail.
        #[arg(value_parser = PART_KINDS)]
        part: String,
        /// The identifier or name of the record, or the text.
        names: String,
        /// role, judge, supports, confidence.
        #[arg(long = "set", value_name = "FIELD=VALUE", num_args = 1.., value_parser = assignment)]
        set: Vec<Assignment>,
        /// In place of the entry that names the same.
        #[arg(long)]
        replace: bool,
    },
    /// Take an entry out of a list of an event.
    Detach {
        casebook: PathBuf,
        event: String,
        #[arg(value_parser = PART_KINDS)]
        part: String,
        names: String,
        /// Which one, where several name the same.
        #[arg(long = "set", value_name = "FIELD=VALUE", num_args = 1.., value_parser = assignment)]
        set: Vec<Assignment>,
    },
}

/// A word of a closed list, as JSON has it.
fn word<T: DeserializeOwned>(text: &str) -> std::result::Result<T, String> {
    serde_json::from_value(Value::from(text)).map_err(|error| error.to_string())
}

pub fn run(command: &RecordCommand, hand: Hand, json: bool) -> Result<Outcome> {
    match command {
        RecordCommand::Records {
            casebook,
            kind,
            find,
            limit,
        } => {
            let query = RecordQuery {
                kind: *kind,
                find: find.clone(),
            };
            let page = read(casebook)?.records(&query, 0, *limit)?;
            if json {
                output::json(&page);
            } else {
                for row in &page.rows {
                    output::line(&format!("{}\t{}\t{}", row.events, row.id, row.name));
                }
            }
        }
        RecordCommand::Record { casebook, kind, id } => {
            let view = read(casebook)?.record(*kind, id)?;
            if json {
                output::json(&view.record);
            } else {
                fields(&serde_json::to_value(&view.record).unwrap_or_default());
            }
        }
        RecordCommand::Put {
            casebook,
            kind,
            id,
            set,
        } => {
            let edit = write(casebook, hand)?.assign_record(*kind, id.as_deref(), set)?;
            say(json, &edit, &edit.id);
        }
        RecordCommand::Remove {
            casebook,
            kind,
            id,
            dry_run,
        } => {
            let removal = if *dry_run {
                read(casebook)?.preview_remove_record(*kind, id)?
            } else {
                write(casebook, hand)?.remove_record(*kind, id)?
            };
            let events = removal.events;
            say(
                json,
                &removal,
                &format!("{}\t{events} events", removal.name),
            );
        }
        RecordCommand::Merge {
            casebook,
            kind,
            from,
            into,
        } => {
            let merge = write(casebook, hand)?.merge_records(*kind, from, into)?;
            say(json, &merge, &merge.id);
        }
        RecordCommand::Move {
            casebook,
            kind,
            id,
            before,
        } => {
            let moved = write(casebook, hand)?.move_record(*kind, id, before.as_deref())?;
            say(json, &json!({ "id": id, "moved": moved }), id);
        }
        RecordCommand::Attach {
            casebook,
            event,
            part,
            names,
            set,
            replace,
        } => {
            let mut casebook = write(casebook, hand)?;
            let new = Casebook::part(part, names, set)?;
            let old = match replace {
                true => Some(casebook.find_part(event, part, names, &[])?),
                false => None,
            };
            let edit = casebook.change_event_part(event, old.as_ref(), Some(&new))?;
            say(json, &edit, &edit.id);
        }
        RecordCommand::Detach {
            casebook,
            event,
            part,
            names,
            set,
        } => {
            let mut casebook = write(casebook, hand)?;
            let old = casebook.find_part(event, part, names, set)?;
            let edit = casebook.change_event_part(event, Some(&old), None)?;
            say(json, &edit, &edit.id);
        }
    }
    Ok(Outcome::Done)
}

fn fields(record: &Value) {
    for (field, value) in record.as_object().into_iter().flatten() {
        match value {
            Value::String(text) => output::line(&format!("{field}\t{text}")),
            other => output::line(&format!("{field}\t{other}")),
        }
    }
}
