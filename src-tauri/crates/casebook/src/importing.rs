//! Reading other files into a casebook: every row is created, updated, left as it is or
//! refused, all in one transaction.

use crate::editing::lane_id;
use crate::error::{Error, ErrorCode};
use crate::view::{ImportReport, RejectedRow};
use crate::{Casebook, Result, dates, words};
use docketline_domain::model::{Event, Source, Support};
use docketline_domain::{Document, Id};
use docketline_formats::Rejected;
use docketline_formats::csv::{self, CsvRow};
use docketline_formats::native::{self, RecordLines};
use docketline_store::{Action, Edit, Outcome, StoreError, Titles};
use std::collections::HashMap;
use std::path::Path;

/// What can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImportFormat {
    Json,
    Csv,
}

impl ImportFormat {
    pub fn from_word(word: &str) -> Option<Self> {
        match word {
            "json" => Some(Self::Json),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }

    /// What the ending of the name says; a file without a known ending is looked into.
    fn of(path: &Path, bytes: &[u8]) -> Self {
        let ending = path
            .extension()
            .unwrap_or_default()
            .to_string_lossy()
            .to_lowercase();
        Self::from_word(&ending).unwrap_or_else(|| {
            let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
            if first == Some(&b'{') {
                Self::Json
            } else {
                Self::Csv
            }
        })
    }
}

/// Larger files are refused before they fill the memory.
const MAX_BYTES: u64 = 4 << 30;

impl Casebook {
    /// What importing this file would do; nothing is changed.
    pub fn preview_import(
        &mut self,
        path: &Path,
        format: Option<ImportFormat>,
    ) -> Result<ImportReport> {
        self.import_with(path, format, true)
    }

    pub fn import(&mut self, path: &Path, format: Option<ImportFormat>) -> Result<ImportReport> {
        self.import_with(path, format, false)
    }

    fn import_with(
        &mut self,
        path: &Path,
        format: Option<ImportFormat>,
        dry_run: bool,
    ) -> Result<ImportReport> {
        let bytes = read_file(path)?;
        let input = Input::read(
            format.unwrap_or_else(|| ImportFormat::of(path, &bytes)),
            &bytes,
        )?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let change = self.change(Action::Imported, &name);
        let run = |edit: &Edit<'_>| input.write(edit);
        let mut tally = if dry_run {
            self.store.rehearse(&change, run)?
        } else {
            self.back_up_before_import()?;
            self.store.edit(&change, run)?
        };
        tally.rejected.extend(input.rejected().iter().cloned());
        tally.rejected.sort_by_key(|row| row.line);
        Ok(ImportReport {
            path: path.display().to_string(),
            dry_run,
            created: tally.created,
            updated: tally.updated,
            unchanged: tally.unchanged,
            rejected: tally
                .rejected
                .into_iter()
                .map(|row| RejectedRow {
                    line: row.line,
                    reason: row.reason,
                })
                .collect(),
            ignored_columns: match input {
                Input::Csv(file) => file.ignored_columns,
                Input::Json(_) => Vec::new(),
            },
        })
    }
}

fn read_file(path: &Path) -> Result<Vec<u8>> {
    let io = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::PermissionDenied => StoreError::NotReadable(path.to_owned()).into(),
        _ => Error::from_io(path, error),
    };
    let metadata = std::fs::metadata(path).map_err(io)?;
    if !metadata.is_file() || metadata.len() > MAX_BYTES {
        return Err(Error::new(ErrorCode::NotImportable)
            .with("reason", &words::say("refused-import-file", &[])));
    }
    std::fs::read(path).map_err(io)
}

/// Events and, for JSON, what belongs to them, as read.
enum Input {
    Json(Box<native::NativeFile>),
    Csv(csv::CsvFile),
}

#[derive(Default)]
struct ImportTally {
    created: i64,
    updated: i64,
    unchanged: i64,
    rejected: Vec<Rejected>,
}

impl ImportTally {
    fn add(
        &mut self,
        line: i64,
        outcome: docketline_store::Result<Outcome>,
    ) -> docketline_store::Result<()> {
        match outcome {
            Ok(Outcome::Created) => self.created += 1,
            Ok(Outcome::Updated) => self.updated += 1,
            Ok(Outcome::Unchanged) => self.unchanged += 1,
            Err(StoreError::NoSuch { what, id }) => {
                let reason =
                    words::say("rejected-no-such", &[("what", what.to_owned()), ("id", id)]);
                self.rejected.push(Rejected { line, reason });
            }
            // A full disk is no fault of the row.
            Err(fault) => return Err(fault),
        }
        Ok(())
    }
}

impl Input {
    fn read(format: ImportFormat, bytes: &[u8]) -> Result<Self> {
        match format {
            ImportFormat::Csv => Ok(Self::Csv(csv::read(bytes, |text| {
                dates::read(text).map_err(|error| error.reason())
            })?)),
            ImportFormat::Json => {
                let text = std::str::from_utf8(bytes)
                    .map_err(|error| Error::from(csv::CsvError::NotUtf8(error.valid_up_to())))?;
                Ok(Self::Json(Box::new(native::read(text)?)))
            }
        }
    }

    fn rejected(&self) -> &[Rejected] {
        match self {
            Self::Json(file) => &file.rejected,
            Self::Csv(file) => &file.rejected,
        }
    }

    fn write(&self, edit: &Edit<'_>) -> docketline_store::Result<ImportTally> {
        match self {
            Self::Json(file) => write_document(edit, file),
            Self::Csv(file) => write_rows(edit, &file.rows),
        }
    }
}

/// Writes a document into an empty casebook; every record must fit.
pub(crate) fn put_all(edit: &Edit<'_>, document: &Document) -> docketline_store::Result<()> {
    put_all_with(edit, document, std::iter::empty())
}

/// As [`put_all`], with more events than those of the document.
pub(crate) fn put_all_with(
    edit: &Edit<'_>,
    document: &Document,
    more: impl Iterator<Item = Event>,
) -> docketline_store::Result<()> {
    edit.put_about(&document.about)?;
    let lines = RecordLines::default();
    put_before_events(edit, document, &lines, |_, outcome| outcome.map(|_| ()))?;
    for event in &document.events {
        edit.put_event(event)?;
    }
    for event in more {
        edit.put_event(&event)?;
    }
    put_after_events(edit, document, &lines, |_, outcome| outcome.map(|_| ()))
}

type Put = docketline_store::Result<Outcome>;

/// What events refer to. `seen` learns of each record on which line it stands, and
/// decides whether one that does not fit ends it.
fn put_before_events(
    edit: &Edit<'_>,
    document: &Document,
    lines: &RecordLines,
    mut seen: impl FnMut(i64, Put) -> docketline_store::Result<()>,
) -> docketline_store::Result<()> {
    let Document {
        about: _,
        lanes,
        courts,
        proceedings,
        actors,
        places,
        principles,
        sources,
        events: _,
        relations: _,
        disputed_dates: _,
        notes: _,
        accepted_findings: _,
    } = document;
    put_each(lanes, &lines.lanes, &mut seen, |lane| edit.put_lane(lane))?;
    put_each(courts, &lines.courts, &mut seen, |court| {
        edit.put_court(court)
    })?;
    put_each(actors, &lines.actors, &mut seen, |actor| {
        edit.put_actor(actor)
    })?;
    put_each(places, &lines.places, &mut seen, |place| {
        edit.put_place(place)
    })?;
    put_each(sources, &lines.sources, &mut seen, |source| {
        edit.put_source(source)
    })?;
    put_each(principles, &lines.principles, &mut seen, |principle| {
        edit.row(|| edit.put_principle(principle))
    })?;
    put_each(proceedings, &lines.proceedings, &mut seen, |proceeding| {
        edit.row(|| edit.put_proceeding(proceeding))
    })
}

/// What refers to events.
fn put_after_events(
    edit: &Edit<'_>,
    document: &Document,
    lines: &RecordLines,
    mut seen: impl FnMut(i64, Put) -> docketline_store::Result<()>,
) -> docketline_store::Result<()> {
    put_each(
        &document.relations,
        &lines.relations,
        &mut seen,
        |relation| edit.row(|| edit.put_relation(relation)),
    )?;
    put_each(
        &document.disputed_dates,
        &lines.disputed_dates,
        &mut seen,
        |dispute| edit.row(|| edit.put_disputed_date(dispute)),
    )?;
    put_each(&document.notes, &lines.notes, &mut seen, |note| {
        edit.row(|| edit.merge_note(note))
    })?;
    put_each(
        &document.accepted_findings,
        &lines.accepted_findings,
        &mut seen,
        |accepted| edit.put_accepted_finding(accepted),
    )
}

fn put_each<T>(
    records: &[T],
    lines: &[i64],
    seen: &mut impl FnMut(i64, Put) -> docketline_store::Result<()>,
    put: impl Fn(&T) -> Put,
) -> docketline_store::Result<()> {
    records.iter().enumerate().try_for_each(|(at, record)| {
        // A document that was read from no file has no lines.
        let line = lines.get(at).copied().unwrap_or_default();
        seen(line, put(record))
    })
}

fn write_document(
    edit: &Edit<'_>,
    file: &native::NativeFile,
) -> docketline_store::Result<ImportTally> {
    let (document, lines) = (&file.document, &file.lines);
    let mut tally = ImportTally::default();
    // A file that is read into an empty casebook is that casebook; otherwise the
    // casebook keeps its own name and account of itself.
    if !edit.has_events()? {
        edit.put_about(&document.about)?;
    }
    // The tally counts events; of what belongs to them it tells what does not fit.
    let mut misfits = ImportTally::default();
    let mut seen = |line, outcome| misfits.add(line, outcome);
    put_before_events(edit, document, lines, &mut seen)?;
    for (event, line) in document.events.iter().zip(&lines.events) {
        tally.add(*line, edit.row(|| edit.put_event(event)))?;
    }
    put_after_events(edit, document, lines, &mut seen)?;
    tally.rejected.extend(misfits.rejected);
    Ok(tally)
}

fn write_rows(edit: &Edit<'_>, rows: &[CsvRow]) -> docketline_store::Result<ImportTally> {
    let mut tally = ImportTally::default();
    let mut named = Named::default();
    for row in rows {
        let outcome = edit.row(|| write_row(edit, row, &mut named));
        if outcome.is_err() {
            // What this row made was taken back with it. Titles are looked at when found.
            named = Named {
                titles: named.titles,
                ..Named::default()
            };
        }
        tally.add(row.line, outcome)?;
    }
    Ok(tally)
}

/// What rows name. A million rows have few lanes and courts.
#[derive(Default)]
struct Named {
    lanes: HashMap<String, Id>,
    courts: HashMap<String, Id>,
    titles: Titles,
}

impl Named {
    fn lane(&mut self, edit: &Edit<'_>, name: &str) -> docketline_store::Result<Id> {
        remembered(&mut self.lanes, name, || {
            edit.ensure_lane(&lane_id(name), name)
        })
    }

    fn court(&mut self, edit: &Edit<'_>, name: &str) -> docketline_store::Result<Id> {
        remembered(&mut self.courts, name, || edit.ensure_court(name))
    }

    /// The source with this title and address, made if need be.
    fn source(
        &mut self,
        edit: &Edit<'_>,
        title: &str,
        url: Option<&str>,
    ) -> docketline_store::Result<Id> {
        if let Some(id) = self.titles.source(edit, title, url)? {
            return Ok(id);
        }
        let id = edit.free_id("source", &Id::slug(title, "source"))?;
        edit.put_source(&Source {
            id: id.clone(),
            title: title.to_owned(),
            publisher: None,
            date: None,
            url: url.map(ToOwned::to_owned),
            read: false,
            read_url: None,
            read_scope: None,
            note: None,
        })?;
        self.titles.source_written(edit, &id, title, url)?;
        Ok(id)
    }
}

fn remembered(
    known: &mut HashMap<String, Id>,
    name: &str,
    make: impl FnOnce() -> docketline_store::Result<Id>,
) -> docketline_store::Result<Id> {
    if let Some(id) = known.get(name) {
        return Ok(id.clone());
    }
    let id = make()?;
    known.insert(name.to_owned(), id.clone());
    Ok(id)
}

/// A row says nothing of what it has no cell for: an event that is there keeps it.
fn write_row(edit: &Edit<'_>, row: &CsvRow, named: &mut Named) -> Put {
    let CsvRow {
        line: _,
        id,
        date,
        title,
        summary,
        lane,
        kind,
        court,
        source_title,
        source_url,
        filed,
        entered,
        public_from,
    } = row;
    // Without an identifier, the same title on the same date is the same event.
    let id = match id {
        Some(id) => Some(id.clone()),
        None => named.titles.event(edit, title, date)?,
    };
    let known = match &id {
        Some(id) => edit.event(id.as_str())?,
        None => None,
    };
    let lane = match lane {
        Some(lane) => Some(named.lane(edit, lane)?),
        None => None,
    };
    let mut event = match known {
        Some(event) => event,
        None => {
            let lane = match &lane {
                Some(lane) => lane.clone(),
                None => named.lane(edit, &words::say("lane-of-import", &[]))?,
            };
            new_event(edit, row, id, lane)?
        }
    };
    event.date = date.clone();
    event.title.clone_from(title);
    if let Some(summary) = summary {
        event.summary.clone_from(summary);
    }
    if let Some(lane) = lane {
        event.lane = lane;
    }
    if let Some(kind) = kind {
        event.kind = *kind;
    }
    if let Some(court) = court {
        event.court = Some(named.court(edit, court)?);
    }
    for (given, field) in [
        (filed, &mut event.filed),
        (entered, &mut event.entered),
        (public_from, &mut event.public_from),
    ] {
        if given.is_some() {
            field.clone_from(given);
        }
    }
    if let Some(title) = source_title.as_ref().or(source_url.as_ref()) {
        let source = named.source(edit, title, source_url.as_deref())?;
        if !event.sources.iter().any(|support| support.source == source) {
            event.sources.push(Support {
                source,
                supports: String::new(),
            });
        }
    }
    let outcome = edit.put_event(&event)?;
    named.titles.event_written(edit, &event.id, title, date)?;
    Ok(outcome)
}

fn new_event(
    edit: &Edit<'_>,
    row: &CsvRow,
    id: Option<Id>,
    lane: Id,
) -> docketline_store::Result<Event> {
    let id = match id {
        Some(id) => id,
        None => edit.free_id("event", &Id::slug(&row.title, "event"))?,
    };
    let mut event = Event::new(id, row.date.clone(), lane);
    event.title.clone_from(&row.title);
    Ok(event)
}
