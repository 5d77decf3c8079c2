//! Each command: open, ask, print.

use crate::arguments::{Arguments, Command, FilterArguments};
use crate::{changing, checking, dates, events, output, records};
use docketline_casebook::view::{
    EventDetail, Filter, ImportReport, SpanReading, StandingView, UnderReview,
};
use docketline_casebook::{
    Casebook, DateStyle, Hand, NewEvent, NewRelation, Overwrite, Result, SystemClock,
};
use serde_json::json;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// How a command that was carried out ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Done,
    /// The check found something, or nothing of a file could be imported.
    Findings,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Findings => Self::FAILURE,
        }
    }
}

pub fn run(arguments: &Arguments) -> Result<Outcome> {
    let json = arguments.json;
    let hand = hand(arguments.author.as_deref());
    match &arguments.command {
        Command::New { out, sample, title } => new(out, *sample, title.as_deref(), hand, json),
        Command::Info { casebook } => info(casebook, json),
        Command::Events { casebook, filter } => events(casebook, filter, json),
        Command::Event { casebook, id } => event(casebook, id, json),
        Command::Note {
            casebook,
            event,
            text,
        } => {
            let note = write(casebook, hand)?.add_note(event, text)?;
            say(
                json,
                &json!({ "id": note.id, "event": note.event_id }),
                &note.id,
            );
            Ok(Outcome::Done)
        }
        Command::AddEvent {
            casebook,
            id,
            date,
            title,
            kind,
            lane,
            public_from,
        } => {
            let event = NewEvent {
                id: id.clone(),
                date: date.clone(),
                title: title.clone(),
                kind: kind.clone(),
                lane: lane.clone(),
                public_from: public_from.clone(),
            };
            write(casebook, hand)?.add_event(&event)?;
            say(json, &json!({ "id": id }), id);
            Ok(Outcome::Done)
        }
        Command::Relate {
            casebook,
            from,
            relation,
            to,
            effective,
            part,
        } => {
            let relation = NewRelation {
                from: from.clone(),
                relation: relation.clone(),
                to: to.clone(),
                effective: effective.clone(),
                part: part.clone(),
            };
            let id = write(casebook, hand)?.relate(&relation)?;
            say(json, &json!({ "id": id }), &id);
            Ok(Outcome::Done)
        }
        Command::Import {
            casebook,
            input,
            format,
            dry_run,
        } => {
            let mut casebook = write(casebook, hand)?;
            let format = format.map(Into::into);
            let report = if *dry_run {
                casebook.preview_import(input, format)?
            } else {
                casebook.import(input, format)?
            };
            Ok(imported(&report, json))
        }
        Command::Export {
            casebook,
            format,
            out,
            force,
            picture,
            clocks,
        } => {
            let overwrite = if *force {
                Overwrite::Allow
            } else {
                Overwrite::Refuse
            };
            let options = picture.options(clocks.clocks());
            let report = read(casebook)?.export((*format).into(), &options, out, overwrite)?;
            say(json, &report, &report.path);
            if !json {
                report.losses.iter().for_each(|loss| output::line(loss));
            }
            Ok(Outcome::Done)
        }
        Command::Standing {
            casebook,
            on,
            known_on,
            event,
        } => {
            let standings = read(casebook)?.standing(on, known_on.as_deref(), event.as_deref())?;
            if json {
                output::json(&standings);
            } else {
                standings.iter().for_each(describe_standing);
            }
            Ok(Outcome::Done)
        }
        Command::Interval { casebook, from, to } => {
            let interval = read(casebook)?.interval_by_id(from, to)?;
            let both = format!("{}; {}", interval.days, interval.words);
            let words = if interval.days == interval.words {
                &interval.days
            } else {
                &both
            };
            say(json, &interval, words);
            Ok(Outcome::Done)
        }
        Command::Date { edtf, texts } => {
            // A date may begin with a hyphen, so the parser takes what follows one for dates.
            let (options, texts): (Vec<&str>, Vec<&str>) = texts
                .iter()
                .map(String::as_str)
                .partition(|text| ["--edtf", "--json"].contains(text));
            let style = if *edtf || options.contains(&"--edtf") {
                DateStyle::Edtf
            } else {
                DateStyle::Any
            };
            dates::explain(&texts, style, json || options.contains(&"--json"))
        }
        Command::Check { casebook, strict } => checking::check(&read(casebook)?, *strict, json),
        Command::Accept {
            casebook,
            finding,
            reason,
        } => {
            write(casebook, hand)?.accept_finding(finding, reason, None)?;
            say(json, &json!({ "id": finding }), finding);
            Ok(Outcome::Done)
        }
        Command::Withdraw { casebook, finding } => {
            write(casebook, hand)?.withdraw_acceptance(finding)?;
            say(json, &json!({ "id": finding }), finding);
            Ok(Outcome::Done)
        }
        Command::Change(command) => changing::run(command, hand, json),
        Command::ChangeEvents(command) => events::run(command, hand, json),
        Command::Record(command) => records::run(command, hand, json),
    }
}

/// Who signs: as said, or as the system calls the user.
fn hand(author: Option<&str>) -> Hand {
    let clock = Arc::new(SystemClock);
    match author {
        Some(author) => Hand::new(clock, Some(author.to_owned())),
        None => Hand::of_user(clock),
    }
}

/// Of a damaged casebook what can be saved is read, which is said beside the answer.
pub fn read(path: &Path) -> Result<Casebook> {
    let casebook = Casebook::open_read_only(path, Arc::new(SystemClock))?;
    if let Some(damage) = casebook.damage() {
        output::warning(&damage);
    }
    Ok(casebook)
}

/// How long to wait for another process that is writing: an import may take a while.
const PATIENCE: Duration = Duration::from_secs(10);

pub fn write(path: &Path, hand: Hand) -> Result<Casebook> {
    Casebook::open_to_write(path, hand, PATIENCE)
}

pub fn say(as_json: bool, value: &impl serde::Serialize, words: &str) {
    if as_json {
        output::json(value);
    } else {
        output::line(words);
    }
}

fn new(out: &Path, sample: bool, title: Option<&str>, hand: Hand, json: bool) -> Result<Outcome> {
    let casebook = if sample {
        Casebook::create_sample(out, hand)?
    } else {
        let name = out.file_stem().unwrap_or_default().to_string_lossy();
        Casebook::create(out, title.unwrap_or(&name), hand)?
    };
    let summary = casebook.summary()?;
    say(
        json,
        &json!({ "path": summary.path, "title": summary.title }),
        &summary.path,
    );
    Ok(Outcome::Done)
}

fn info(path: &Path, json: bool) -> Result<Outcome> {
    let casebook = read(path)?;
    let (summary, about) = (casebook.summary()?, casebook.about()?);
    let counts = summary.counts;
    if json {
        output::json(&json!({
            "title": summary.title,
            "path": summary.path,
            "schema_version": summary.schema_version,
            "compiled": about.compiled,
            "method": about.method,
            "events": counts.events,
            "relations": counts.relations,
            "sources": counts.sources,
            "actors": counts.actors,
            "places": counts.places,
            "principles": counts.principles,
            "disputed_dates": counts.disputed_dates,
            "notes": counts.notes,
        }));
    } else {
        output::line(&summary.title);
        for (name, count) in [
            ("events", counts.events),
            ("relations", counts.relations),
            ("sources", counts.sources),
            ("actors", counts.actors),
            ("places", counts.places),
            ("principles", counts.principles),
            ("disputed dates", counts.disputed_dates),
            ("notes", counts.notes),
        ] {
            output::line(&format!("{count:>9}  {name}"));
        }
    }
    Ok(Outcome::Done)
}

fn events(path: &Path, arguments: &FilterArguments, json: bool) -> Result<Outcome> {
    let casebook = read(path)?;
    let filter = Filter {
        lanes: match &arguments.lane {
            Some(lane) => Some(vec![casebook.lane_id(lane)?]),
            None => None,
        },
        kinds: arguments.kind.clone().map(|kind| vec![kind]),
        from: arguments.from.clone(),
        to: arguments.to.clone(),
        span: if arguments.certainly {
            SpanReading::Certainly
        } else {
            SpanReading::Possibly
        },
        as_of: arguments.clocks.as_of.clone(),
        known_on: arguments.clocks.known_on.clone(),
        search: arguments.search.clone(),
        ..Filter::default()
    };
    let events = casebook.all_events(&filter)?;
    if json {
        output::json(&events);
    } else {
        for event in &events {
            output::line(&format!("{}\t{}\t{}", event.date, event.id, event.title));
        }
    }
    Ok(Outcome::Done)
}

fn event(path: &Path, id: &str, json: bool) -> Result<Outcome> {
    let event = read(path)?.event_by_id(id)?;
    if json {
        output::json(&event);
    } else {
        describe(&event);
    }
    Ok(Outcome::Done)
}

fn describe(event: &EventDetail) {
    output::line(&event.row.title);
    let place = [
        Some(event.row.date_words.as_str()),
        event.row.court.as_deref(),
        event.row.docket.as_deref(),
    ];
    output::line(&place.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    for (what, words) in [
        ("filed", &event.filed_words),
        ("entered on the docket", &event.entered_words),
        ("public from", &event.public_from_words),
    ] {
        if let Some(words) = words {
            output::line(&format!("{what} {words}"));
        }
    }
    if !event.summary.is_empty() {
        output::line(&format!("\n{}", event.summary));
    }
    for relation in &event.outgoing {
        let part = relation
            .part
            .as_ref()
            .map(|part| format!(" ({part})"))
            .unwrap_or_default();
        output::line(&format!(
            "→ {} {}{part}",
            relation.relation, relation.other_title
        ));
    }
    for relation in &event.incoming {
        output::line(&format!("← {} {}", relation.other_title, relation.relation));
    }
    for source in &event.sources {
        output::line(&format!("• {}: {}", source.title, source.supports));
    }
    for note in &event.event_notes {
        output::line(&format!("\n{}", note.markdown));
    }
}

fn describe_standing(view: &StandingView) {
    let words = view.state.standing.join(" or ");
    let part = view
        .state
        .part
        .as_ref()
        .map(|part| format!(" in part ({part})"))
        .unwrap_or_default();
    let review = match view.state.under_review {
        UnderReview::No => "",
        UnderReview::Possibly => ", possibly under review",
        UnderReview::Yes => ", under review",
    };
    output::line(&format!("{}\t{words}{part}{review}", view.event));
}

fn imported(report: &ImportReport, json: bool) -> Outcome {
    if json {
        output::json(report);
    } else {
        output::line(&format!(
            "{} created, {} updated, {} unchanged, {} rejected",
            report.created,
            report.updated,
            report.unchanged,
            report.rejected.len()
        ));
        for row in &report.rejected {
            output::line(&format!("line {}: {}", row.line, row.reason));
        }
        for column in &report.ignored_columns {
            output::line(&format!("not imported: column “{column}”"));
        }
    }
    let taken = report.created + report.updated + report.unchanged;
    if taken == 0 && !report.rejected.is_empty() {
        Outcome::Findings
    } else {
        Outcome::Done
    }
}
