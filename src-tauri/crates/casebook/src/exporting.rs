//! Writing a casebook to a file for others.

use crate::error::Error;
use crate::reading::event_filter;
use crate::view::{Clocks, ExportFormat, ExportOptions, ExportReport, Filter};
use crate::{Casebook, Result, dates, timeline, words};
use docketline_domain::{Bounds, Day, Document};
use docketline_formats::svg::{LegendWords, SvgOptions, timeline_svg};
use docketline_formats::{csv, html, native};
use docketline_store::EventKey;
use docketline_timeline::Scene;
use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

/// Whether a file that stands there may go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Overwrite {
    Refuse,
    /// The person was asked.
    Allow,
}

/// A file, and what it does not hold.
pub(crate) struct Rendered {
    pub bytes: Vec<u8>,
    /// That the file tells of.
    pub events: i64,
    pub losses: Vec<String>,
}

/// In the order of the marks of a scene.
#[derive(Debug, Default)]
pub(crate) struct NamedMarks {
    /// "14 July 2016: Reversed and vacated".
    pub titles: Vec<String>,
    pub days: Vec<Option<Bounds>>,
}

#[derive(Debug, Clone, Copy)]
enum TextFormat {
    Json,
    Csv,
    Html,
}

/// The width of the timeline in a page, in CSS pixels: fits a landscape sheet in print.
const PICTURE_WIDTH: f64 = 1_160.0;

impl Casebook {
    /// Writes the casebook: the whole of it, unless a choice or a clock says otherwise. The
    /// file appears complete or not at all; the same casebook gives the same bytes.
    pub fn export(
        &self,
        format: ExportFormat,
        options: &ExportOptions,
        target: &Path,
        overwrite: Overwrite,
    ) -> Result<ExportReport> {
        if overwrite == Overwrite::Refuse && target.exists() {
            return Err(docketline_store::StoreError::AlreadyExists(target.to_owned()).into());
        }
        let same = target.canonicalize().ok() == self.path().canonicalize().ok();
        if target.exists() && same {
            return Err(Error::bad_value(words::say(
                "refused-export-onto-itself",
                &[],
            )));
        }
        let mut rendered = match format {
            ExportFormat::Json => self.render_text(TextFormat::Json, &options.clocks)?,
            ExportFormat::Csv => self.render_text(TextFormat::Csv, &options.clocks)?,
            ExportFormat::Html => self.render_text(TextFormat::Html, &options.clocks)?,
            ExportFormat::Svg => self.render_svg(options)?,
            ExportFormat::Png => self.render_png(options)?,
            ExportFormat::Pdf => self.render_pdf(options)?,
        };
        let told = self
            .store
            .count_events(&event_filter(&options.clocks.filter())?)?;
        let hidden = self.store.counts()?.events - told;
        if hidden > 0 {
            let hidden = u32::try_from(hidden).unwrap_or(u32::MAX);
            rendered
                .losses
                .push(words::say_count("loss-clocks", hidden));
        }
        write_whole(target, &rendered.bytes, overwrite)?;
        Ok(ExportReport {
            path: target.display().to_string(),
            format,
            bytes: rendered.bytes.len() as i64,
            events: rendered.events,
            losses: rendered.losses,
        })
    }

    fn render_text(&self, format: TextFormat, clocks: &Clocks) -> Result<Rendered> {
        let document = clocks.read()?.tell(&self.store.document()?);
        let (text, losses) = self.write_text(format, &document, clocks)?;
        Ok(Rendered {
            bytes: text.into_bytes(),
            events: document.events.len() as i64,
            losses,
        })
    }

    fn write_text(
        &self,
        format: TextFormat,
        document: &Document,
        clocks: &Clocks,
    ) -> Result<(String, Vec<String>)> {
        let unwritable = |error: &dyn std::fmt::Display| Error::bad_value(error.to_string());
        match format {
            TextFormat::Json => Ok((
                native::write(document).map_err(|error| unwritable(&error))?,
                Vec::new(),
            )),
            TextFormat::Csv => csv::write(document).map_err(|error| unwritable(&error)),
            TextFormat::Html => {
                let program = concat!("Docketline ", env!("CARGO_PKG_VERSION"));
                Ok(html::page(
                    document,
                    &self.picture(&document.about.title, &clocks.filter())?,
                    program,
                    clocks.read()?,
                ))
            }
        }
    }

    /// The whole timeline as an SVG drawing.
    fn picture(&self, title: &str, filter: &Filter) -> Result<String> {
        let scene = timeline::whole_scene(self, filter, PICTURE_WIDTH)?;
        let options = SvgOptions {
            // In the page it stands above the picture.
            title_is_drawn: false,
            description: self.picture_description(filter)?,
            mark_titles: self.named_marks(&scene)?.titles,
            ..drawing(&scene, title)
        };
        Ok(timeline_svg(&scene, &options))
    }

    /// What is known of each mark. Only events that are drawn are read: of a million, a few
    /// thousand.
    pub(crate) fn named_marks(&self, scene: &Scene) -> Result<NamedMarks> {
        // Keys cross to scenes as numbers that hold them exactly.
        let marks = || scene.marks.key.iter().map(|key| *key as EventKey);
        let mut keys: Vec<EventKey> = marks().collect();
        keys.sort_unstable();
        keys.dedup();
        let records = self.store.event_records(&keys)?.into_iter();
        let events: HashMap<EventKey, (String, Option<Bounds>)> = records
            .map(|event| {
                let title = format!("{}: {}", event.date.to_words(), event.title);
                (event.key, (title, Some(event.date.bounds())))
            })
            .collect();
        let (titles, days) = marks()
            .map(|key| events.get(&key).cloned().unwrap_or_default())
            .unzip();
        Ok(NamedMarks { titles, days })
    }

    /// What the picture shows, for those who do not see it.
    fn picture_description(&self, filter: &Filter) -> Result<String> {
        let understood = event_filter(filter)?;
        let events = self.store.count_events(&understood)?;
        let events = u32::try_from(events).unwrap_or(u32::MAX);
        Ok(match self.store.extent(&understood)? {
            Some((first, last)) => words::say(
                "picture-description",
                &[
                    ("events", words::say_count("lane-events", events)),
                    ("from", dates::day_in_words(Day(first))),
                    ("to", dates::day_in_words(Day(last))),
                ],
            ),
            None => words::say_count("lane-events", events),
        })
    }
}

impl Clocks {
    /// The days that are meant.
    pub(crate) fn read(&self) -> Result<docketline_domain::Clocks> {
        Ok(docketline_domain::Clocks {
            as_of: dates::read_clock(self.as_of.as_deref())?,
            known_on: dates::read_clock(self.known_on.as_deref())?,
        })
    }

    /// The events that are told of.
    pub(crate) fn filter(&self) -> Filter {
        Filter {
            as_of: self.as_of.clone(),
            known_on: self.known_on.clone(),
            ..Filter::default()
        }
    }
}

/// The words of a drawing, without what each mark is called, which has to be read.
pub(crate) fn drawing(scene: &Scene, title: &str) -> SvgOptions {
    SvgOptions {
        title: title.to_owned(),
        lane_counts: scene
            .lanes
            .iter()
            .map(|lane| words::say_count("lane-events", lane.events))
            .collect(),
        arrow_words: scene
            .arrows
            .iter()
            .map(|arrow| words::say(&format!("arrow-{}", arrow.relation.as_str()), &[]))
            .collect(),
        legend: legend_words(),
        ..SvgOptions::default()
    }
}

/// What the marks mean, in the words of the window.
fn legend_words() -> LegendWords {
    let say = |mark: &str| words::say(&format!("legend-{mark}"), &[]);
    LegendWords {
        diamond: say("diamond"),
        square: say("square"),
        hollow_square: say("hollow-square"),
        triangle: say("triangle"),
        circle: say("circle"),
        range: say("range"),
        span: say("span"),
        count: say("count"),
        disputed: say("disputed"),
        noted: say("noted"),
    }
}

/// Writes beside the target and renames, so that a full disk or a crash leaves what
/// stood there.
fn write_whole(target: &Path, bytes: &[u8], overwrite: Overwrite) -> Result<()> {
    let io = |error| Error::from_io(target, error);
    if target.is_dir() {
        return Err(docketline_store::StoreError::AlreadyExists(target.to_owned()).into());
    }
    let mut draft = docketline_store::draft_for(target)?;
    draft
        .write_all(bytes)
        .and_then(|()| draft.as_file().sync_all())
        .map_err(io)?;
    match overwrite {
        Overwrite::Refuse => draft.persist_noclobber(target),
        Overwrite::Allow => draft.persist(target),
    }
    .map_err(|error| io(error.error))?;
    Ok(())
}
