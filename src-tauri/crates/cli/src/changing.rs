//! Editing what is there, and taking it back.

use crate::commands::{Outcome, read, say, write};
use crate::output;
use clap::Subcommand;
use docketline_casebook::view::{Deletion, EditOutcome, HistoryEntryView, HistoryQuery};
use docketline_casebook::{Assignment, Casebook, Hand, Result, recover, restore};
use serde_json::json;
use std::path::{Path, PathBuf};

#[derive(Debug, Subcommand)]
pub enum ChangeCommand {
    /// Change fields of an event, several as one change.
    Edit {
        casebook: PathBuf,
        #[arg(long)]
        event: String,
        /// A field by its name in JSON, and its new value; without a value it is cleared.
        #[arg(long = "set", value_name = "FIELD=VALUE", required = true, num_args = 1..,
              value_parser = assignment)]
        set: Vec<Assignment>,
    },
    /// Delete an event with its relations and notes.
    DeleteEvent {
        casebook: PathBuf,
        id: String,
        /// Only say what would go.
        #[arg(long)]
        dry_run: bool,
    },
    /// Delete a relation.
    Unrelate { casebook: PathBuf, id: String },
    /// Take back the latest changes.
    Undo {
        casebook: PathBuf,
        /// How many.
        #[arg(default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        steps: u32,
    },
    /// Show what was done, newest first.
    History {
        casebook: PathBuf,
        /// Only what touched this event.
        #[arg(long)]
        event: Option<String>,
        /// Only what this person signed; --author signs, --by looks.
        #[arg(long)]
        by: Option<String>,
        /// Only what has this text in its subject, or in a value before or after.
        #[arg(long)]
        text: Option<String>,
        /// How many entries at most.
        #[arg(long)]
        limit: Option<u32>,
        /// Only entries before this one.
        #[arg(long, value_name = "ID")]
        before: Option<i64>,
    },
    /// Make the casebook what it was right after a change of the history.
    GoBack { casebook: PathBuf, id: i64 },
    /// Write a copy, read it back and compare it.
    Backup { casebook: PathBuf, out: PathBuf },
    /// Make a backup a casebook again, in a new file.
    Restore {
        backup: PathBuf,
        #[arg(long)]
        out: PathBuf,
    },
    /// Save what can be saved of a damaged casebook into a new file.
    Recover {
        damaged: PathBuf,
        #[arg(long)]
        out: PathBuf,
    },
    /// Do again what was taken back.
    Redo {
        casebook: PathBuf,
        /// How many.
        #[arg(default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
        steps: u32,
    },
}

pub fn assignment(text: &str) -> std::result::Result<Assignment, String> {
    let (field, value) = text
        .split_once('=')
        .ok_or("write FIELD=VALUE, as in title=\"A new title\"")?;
    Ok(Assignment {
        field: field.trim().to_owned(),
        value: value.to_owned(),
    })
}

pub fn run(command: &ChangeCommand, hand: Hand, json: bool) -> Result<Outcome> {
    match command {
        ChangeCommand::Edit {
            casebook,
            event,
            set,
        } => {
            let edit = write(casebook, hand)?.edit_event(event, set)?;
            say(json, &edit, &edit.id);
            Ok(Outcome::Done)
        }
        ChangeCommand::DeleteEvent {
            casebook,
            id,
            dry_run,
        } => delete_event(casebook, id, *dry_run, hand, json),
        ChangeCommand::Unrelate { casebook, id } => {
            write(casebook, hand)?.unrelate(id)?;
            say(json, &json!({ "id": id }), id);
            Ok(Outcome::Done)
        }
        ChangeCommand::Undo { casebook, steps } => {
            reverse(casebook, *steps, hand, json, Casebook::undo)
        }
        ChangeCommand::History {
            casebook,
            event,
            by,
            text,
            limit,
            before,
        } => {
            let casebook = read(casebook)?;
            let query = HistoryQuery {
                event: match event {
                    Some(id) => Some(casebook.event_key_ever(id)?),
                    None => None,
                },
                author: by.clone(),
                text: text.clone(),
                before: *before,
                ..HistoryQuery::default()
            };
            let limit = limit.map_or(i64::MAX - 1, i64::from);
            show_history(&history(&casebook, query, limit)?, json);
            Ok(Outcome::Done)
        }
        ChangeCommand::Backup { casebook, out } => {
            let report = read(casebook)?.back_up(out)?;
            say(json, &report, &report.path);
            Ok(Outcome::Done)
        }
        ChangeCommand::Restore { backup, out } => {
            let report = restore(backup, out)?;
            say(json, &report, &report.path);
            Ok(Outcome::Done)
        }
        ChangeCommand::Recover { damaged, out } => {
            let report = recover(damaged, out, &hand)?;
            say(json, &report, &report.path);
            if !json {
                report.losses.iter().for_each(|loss| output::line(loss));
            }
            Ok(Outcome::Done)
        }
        ChangeCommand::GoBack { casebook, id } => {
            let done = write(casebook, hand)?.go_back(*id)?.done;
            let words = done.clone().unwrap_or_default();
            say(json, &json!({ "done": done }), &words);
            Ok(Outcome::Done)
        }
        ChangeCommand::Redo { casebook, steps } => {
            reverse(casebook, *steps, hand, json, Casebook::redo)
        }
    }
}

fn delete_event(path: &Path, id: &str, dry_run: bool, hand: Hand, json: bool) -> Result<Outcome> {
    let Deletion {
        id,
        title,
        relations,
        notes,
        disputed_date,
    } = if dry_run {
        read(path)?.preview_delete_event(id)?
    } else {
        write(path, hand)?.delete_event(id)?
    };
    if json {
        output::json(&json!({
            "id": id, "title": title, "relations": relations, "notes": notes,
            "disputed_date": disputed_date, "dry_run": dry_run,
        }));
        return Ok(Outcome::Done);
    }
    output::line(&format!("{id}\t{title}"));
    let items = |what: &str, ids: &[String]| {
        ids.iter()
            .for_each(|id| output::line(&format!("  {what}\t{id}")));
    };
    items("relation", &relations);
    items("note", &notes);
    if disputed_date {
        output::line("  disputed date");
    }
    Ok(Outcome::Done)
}

/// Each step is a change of its own; it ends early when nothing is left, and counts as
/// refused when there was nothing at all.
fn reverse(
    path: &Path,
    steps: u32,
    hand: Hand,
    json: bool,
    step: impl Fn(&mut Casebook) -> Result<EditOutcome>,
) -> Result<Outcome> {
    let mut casebook = write(path, hand)?;
    let mut done = Vec::new();
    for _ in 0..steps {
        match step(&mut casebook)?.done {
            Some(words) => done.push(words),
            None => break,
        }
    }
    let outcome = if done.is_empty() {
        Outcome::Findings
    } else {
        Outcome::Done
    };
    if json {
        output::json(&json!({ "done": done }));
    } else {
        done.iter().for_each(|words| output::line(words));
    }
    Ok(outcome)
}

/// A search for a text answers piece by piece.
fn history(
    casebook: &Casebook,
    mut query: HistoryQuery,
    limit: i64,
) -> Result<Vec<HistoryEntryView>> {
    let mut entries = Vec::new();
    loop {
        let page = casebook.history(&query, limit - entries.len() as i64)?;
        entries.extend(page.entries);
        match page.next {
            Some(next) if (entries.len() as i64) < limit => query.before = Some(next),
            _ => return Ok(entries),
        }
    }
}

fn show_history(entries: &[HistoryEntryView], json: bool) {
    if json {
        output::json(&entries);
        return;
    }
    for entry in entries {
        let author = entry.author.as_deref().unwrap_or_default();
        output::line(&format!(
            "{}\t{}\t{author}\t{}",
            entry.id, entry.at, entry.title
        ));
        for change in &entry.changes {
            output::line(&format!("\t{}", change.words.replace('\n', " ")));
        }
        if entry.more {
            output::line("\t…");
        }
    }
}
