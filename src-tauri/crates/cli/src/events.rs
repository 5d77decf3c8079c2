//! Adding, moving and merging events.

use crate::commands::{Outcome, read, say, write};
use crate::output;
use clap::{Subcommand, ValueEnum};
use docketline_casebook::view::{
    EditOutcome, EntryChoice, EntryReading, EventTarget, MergeChoice, MergePreview, MoveBy,
    MovePart, SavedEvent,
};
use docketline_casebook::{Casebook, Hand, Result};
use serde_json::json;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub enum EventCommand {
    /// Add an event in one line: "14 July 2016 Second Circuit reverses #appeal".
    Add {
        casebook: PathBuf,
        line: String,
        /// Where the line names no lane with #.
        #[arg(long)]
        lane: Option<String>,
        /// Where no word of the line names it.
        #[arg(long)]
        kind: Option<String>,
        /// Only say how the line is read.
        #[arg(long)]
        dry_run: bool,
    },
    /// Move an event in time; its precision and its doubts stay.
    MoveEvent {
        casebook: PathBuf,
        id: String,
        /// Days, taken to the nearest of its own units.
        #[arg(long, allow_negative_numbers = true, required_unless_present = "steps")]
        days: Option<i64>,
        /// Its own units: days, months, years.
        #[arg(long, allow_negative_numbers = true, conflicts_with = "days")]
        steps: Option<i64>,
        /// Of a span, both ends or one.
        #[arg(long, value_enum, default_value_t = Part::Whole)]
        part: Part,
    },
    /// Make one event of two; nothing of either is lost.
    MergeEvents {
        casebook: PathBuf,
        keep: String,
        other: String,
        /// Fields of which the other's value is taken where the two differ.
        #[arg(long, value_name = "FIELD", num_args = 1..)]
        take: Vec<String>,
        /// Only say what would come together.
        #[arg(long)]
        dry_run: bool,
    },
    /// Add a copy of an event, without its notes and relations.
    Duplicate {
        casebook: PathBuf,
        id: String,
        /// The identifier of the copy.
        #[arg(long = "as")]
        new_id: Option<String>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Part {
    Whole,
    Start,
    End,
}

pub fn run(command: &EventCommand, hand: Hand, json: bool) -> Result<Outcome> {
    match command {
        EventCommand::Add {
            casebook,
            line,
            lane,
            kind,
            dry_run,
        } => {
            let choice = EntryChoice {
                date: None,
                lane: lane.clone(),
                kind: kind.clone(),
            };
            if *dry_run {
                let reading = read(casebook)?.read_entry(line, &choice)?;
                return Ok(show_reading(&reading, json));
            }
            let mut casebook = write(casebook, hand)?;
            let saved = casebook.add_entry(line, &choice)?;
            finish(&casebook, saved, json)
        }
        EventCommand::MoveEvent {
            casebook,
            id,
            days,
            steps,
            part,
        } => {
            let by = match (days, steps) {
                (Some(count), _) => MoveBy::Days { count: *count },
                (None, steps) => MoveBy::Steps {
                    count: steps.unwrap_or_default(),
                },
            };
            let part = match part {
                Part::Whole => MovePart::Whole,
                Part::Start => MovePart::Start,
                Part::End => MovePart::End,
            };
            let mut casebook = write(casebook, hand)?;
            let EditOutcome { done, .. } = casebook.move_event_by_id(id, part, by)?;
            let row = casebook.event_by_id(id)?.row;
            let answer = json!({ "id": id, "date": row.date, "changed": done.is_some() });
            say(json, &answer, &row.date_words);
            Ok(Outcome::Done)
        }
        EventCommand::MergeEvents {
            casebook,
            keep,
            other,
            take,
            dry_run,
        } => {
            if *dry_run {
                let casebook = read(casebook)?;
                let keep = casebook.event_key(keep)?;
                let preview = casebook.preview_merge(keep, casebook.event_key(other)?)?;
                show_merge(&preview, json);
                return Ok(Outcome::Done);
            }
            let mut casebook = write(casebook, hand)?;
            let choice = MergeChoice {
                keep: casebook.event_key(keep)?,
                other: casebook.event_key(other)?,
                take: take.clone(),
            };
            let saved = casebook.merge_events(&choice)?;
            finish(&casebook, saved, json)
        }
        EventCommand::Duplicate {
            casebook,
            id,
            new_id,
        } => {
            let mut casebook = write(casebook, hand)?;
            let target = EventTarget::Copy {
                key: casebook.event_key(id)?,
            };
            let mut draft = casebook.event_form(target)?.draft;
            draft.id = new_id.clone().unwrap_or_default();
            let saved = casebook.save_event(target, &draft, &draft)?;
            finish(&casebook, saved, json)
        }
    }
}

fn finish(casebook: &Casebook, saved: SavedEvent, json: bool) -> Result<Outcome> {
    let row = casebook.event(saved.key()?, None)?.row;
    say(
        json,
        &row,
        &format!("{}\t{}\t{}", row.id, row.date, row.title),
    );
    Ok(Outcome::Done)
}

fn show_reading(reading: &EntryReading, json: bool) -> Outcome {
    if json {
        output::json(reading);
    } else {
        let date = reading.date.as_ref().and_then(|date| date.words.clone());
        let lane = reading.lane.as_ref().map(|lane| lane.name.clone());
        let parts = [
            date,
            Some(reading.title.clone()),
            lane,
            Some(reading.kind.clone()),
        ];
        output::line(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "));
        reading.problem.iter().for_each(|why| output::line(why));
    }
    match reading.problem {
        None => Outcome::Done,
        Some(_) => Outcome::Findings,
    }
}

fn show_merge(preview: &MergePreview, json: bool) {
    if json {
        output::json(preview);
        return;
    }
    let MergePreview {
        keep,
        other,
        fields,
        joined,
        between,
    } = preview;
    for event in [keep, other] {
        output::line(&format!("{}\t{}", event.date_words, event.title));
    }
    for field in fields {
        output::line(&format!(
            "  {}\t{}\t{}",
            field.field, field.keep, field.other
        ));
    }
    for line in joined.iter().chain(between) {
        output::line(&format!("  + {line}"));
    }
}
