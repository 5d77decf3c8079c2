//! What stands on the sheets of a picture, and what does not.

use super::PROGRAM;
use crate::dates::month_in_words;
use crate::error::{Error, ErrorCode};
use crate::exporting::{NamedMarks, Rendered};
use crate::view::PicturePage;
use crate::{Result, words};
use docketline_domain::model::About;
use docketline_domain::{Bounds, Day, Edtf};
use docketline_formats::picture::{
    LONGEST_SHEET, MOST_PIXELS, POINTS, Paper, PdfPage, PictureError, pages,
};
use docketline_formats::svg::{
    Cut, Hand, SheetSize, SvgOptions, can_be_lettered, extent, labels_on, page_svg, room,
    sheet_size, shortened_heads, timeline_svg,
};
use docketline_timeline::scene::flag;
use docketline_timeline::{Scene, Viewport};
use std::collections::HashSet;

/// Pages that one file may have.
pub(super) const MOST_PAGES: usize = 200;
/// Free on every side of a page, in points, beside the margin of the drawing: what
/// printers cannot print on.
const UNPRINTED: f64 = 14.0;
/// Events that the text of a page names; of more it gives the number.
const MOST_NAMED: usize = 300;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Svg,
    Png,
    Pdf,
}

/// A scene with the words of its drawing.
pub(super) struct Picture {
    /// Whether everything in the casebook was asked for, and no part of it.
    pub is_whole: bool,
    pub scene: Scene,
    pub drawing: SvgOptions,
    /// What is drawn, in the scene's pixels.
    pub between: (f64, f64),
    /// For which the scene was laid out, in CSS pixels.
    pub width: f64,
    /// The width that it would have, were it not too large then.
    pub wanted: Option<f64>,
    /// In the casebook.
    pub events: i64,
    /// Of each mark, once they are named.
    pub days: Vec<Option<Bounds>>,
}

/// How a picture is set on pages.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout {
    /// Of the drawing of a page, in CSS pixels.
    sheet: SheetSize,
    /// What it has for the plot.
    pub room: (f64, f64),
}

/// Width and height in points, lying on the long side.
pub(super) fn paper(page: PicturePage) -> Option<(f64, f64)> {
    match page {
        PicturePage::Sheet => None,
        PicturePage::A4 => Some((841.89, 595.276)),
        PicturePage::A3 => Some((1_190.551, 841.89)),
        PicturePage::Letter => Some((792.0, 612.0)),
    }
}

impl Picture {
    /// Draws this scene of its events from now on.
    pub fn show(&mut self, scene: Scene, viewport: Viewport) {
        self.between = self.extent_of(&scene, viewport);
        self.drawing.viewport = self.seen(viewport);
        self.width = viewport.width;
        self.scene = scene;
        self.name_marks(NamedMarks::default());
    }

    /// What is known of the marks of the scene.
    pub fn name_marks(&mut self, marks: NamedMarks) {
        self.drawing.mark_titles = marks.titles;
        self.days = marks.days;
        let cut = self.everything();
        self.drawing.subtitle = self.summary(cut);
        self.drawing.description = self.with_names(self.drawing.subtitle.clone(), cut);
    }

    /// What would be drawn of a scene, in its pixels.
    pub fn extent_of(&self, scene: &Scene, viewport: Viewport) -> (f64, f64) {
        extent(scene, self.seen(viewport))
    }

    /// The whole is as wide as what is there; a part is as wide as it was asked for.
    fn seen(&self, viewport: Viewport) -> Option<Viewport> {
        (!self.is_whole).then_some(viewport)
    }

    pub fn everything(&self) -> Cut {
        whole_height(&self.scene, self.between)
    }

    pub fn rendered(&self, bytes: Vec<u8>, losses: Vec<String>) -> Rendered {
        let cut = self.everything();
        Rendered {
            bytes,
            events: self.shown(cut).events,
            losses,
        }
    }

    /// With print of `size` times its usual size.
    pub fn layout(&self, paper: (f64, f64), size: f64) -> Layout {
        let pixels = |points: f64| (points - 2.0 * UNPRINTED) / POINTS / size;
        let sheet = SheetSize {
            width: pixels(paper.0),
            height: pixels(paper.1),
        };
        Layout {
            sheet,
            room: room(&self.scene, &self.drawing, sheet),
        }
    }

    /// Of the drawing on one sheet, in CSS pixels.
    pub fn size(&self) -> SheetSize {
        sheet_size(&self.scene, &self.drawing)
    }

    /// That the picture is narrower than was wanted, in words.
    pub fn narrowed(&self) -> Option<String> {
        let wanted = self.wanted.filter(|wanted| self.width < *wanted)?;
        let [width, wanted] = [self.width, wanted].map(|width| width.round().to_string());
        let numbers = [("width", width), ("wanted", wanted)];
        Some(words::say("picture-loss-width", &numbers))
    }

    /// The size of print at which everything is on one sheet that a PDF can measure.
    pub fn sheet_scale(&self) -> f64 {
        let SheetSize { width, height } = self.size();
        // A point less, so that rounding does not matter.
        ((LONGEST_SHEET - 1.0) / (width.max(height) * POINTS)).min(1.0)
    }

    /// Everything on one sheet that is as large as it takes, or as a sheet can be.
    pub fn sheet(&self) -> PdfPage {
        let SheetSize { width, height } = self.size();
        let scale = self.sheet_scale();
        PdfPage {
            paper: (scale < 1.0).then_some(Paper {
                width: width * POINTS * scale,
                height: height * POINTS * scale,
                margin: 0.0,
            }),
            svg: timeline_svg(&self.scene, &self.drawing),
            name: self.drawing.subtitle.clone(),
            description: self.description(self.everything()),
        }
    }

    /// The pieces that stand on pages of this layout.
    pub fn cuts(&self, layout: &Layout) -> Vec<Cut> {
        let (width, height) = layout.room;
        pages::cut(&self.scene, self.between, width, height)
    }

    pub fn paged(
        &self,
        paper: (f64, f64),
        layout: &Layout,
        cuts: Vec<Cut>,
    ) -> Result<Vec<PdfPage>> {
        if cuts.len() > MOST_PAGES {
            let numbers = [
                ("pages", cuts.len().to_string()),
                ("most", MOST_PAGES.to_string()),
            ];
            return Err(too_large("refused-picture-pages", &numbers));
        }
        let pages = cuts.len();
        let page = |(index, cut): (usize, Cut)| {
            let numbers = [
                ("page", (index + 1).to_string()),
                ("pages", pages.to_string()),
            ];
            let name = self.summary(cut);
            let drawing = SvgOptions {
                subtitle: format!("{name} · {}", words::say("picture-page", &numbers)),
                description: self.with_names(name.clone(), cut),
                ..self.drawing.clone()
            };
            PdfPage {
                paper: Some(Paper {
                    width: paper.0,
                    height: paper.1,
                    margin: UNPRINTED,
                }),
                svg: page_svg(&self.scene, &drawing, cut, layout.sheet),
                name,
                description: self.description(cut),
            }
        };
        Ok(cuts.into_iter().enumerate().map(page).collect())
    }

    /// "December 2013 to May 2015 · 34 events".
    pub fn summary(&self, cut: Cut) -> String {
        let shown = self.shown(cut);
        let events = shown.said("lane-events", "picture-about-events");
        match self.span(cut) {
            Some(span) => format!("{span} · {events}"),
            // A casebook without any has no span to speak of.
            None if self.events == 0 => events,
            None => words::say("picture-no-events", &[]),
        }
    }

    /// From what begins first to what ends last on it. A mark says its own days: between
    /// pixels of a long time there are months, or more.
    fn span(&self, cut: Cut) -> Option<String> {
        let (marks, bands) = (&self.scene.marks, &self.scene.bands);
        let day = |x: f64| self.scene.origin + x * self.scene.days_per_px;
        let of_marks = self.drawn(cut).map(|at| {
            let known = self.days.get(at).copied().flatten();
            let first = known.and_then(|days| days.earliest);
            let last = known.and_then(|days| days.latest);
            let (first, last) = (first.or(last), last.or(first));
            // An open end has no day; the other end stands for it.
            let is = |bit: u16| marks.flags[at] & bit != 0;
            let (x0, x1) = (f64::from(marks.x0[at]), f64::from(marks.x1[at]));
            let x = match (is(flag::OPEN_START), is(flag::OPEN_END)) {
                (true, false) => (x1, x1),
                (false, true) => (x0, x0),
                _ => (x0, x1),
            };
            let first = first.map_or(day(x.0), |day| day.0 as f64);
            let last = last.map_or(day(x.1), |day| day.0 as f64 + 1.0);
            (first, last)
        });
        let of_bands = bands_in(&self.scene, cut);
        let of_bands = of_bands.map(|at| (day(bands.x0[at].into()), day(bands.x1[at].into())));
        let edges = (day(cut.left), day(cut.right));
        let (first, last) = of_marks
            .chain(of_bands)
            .map(|(first, last)| (first.clamp(edges.0, edges.1), last.clamp(edges.0, edges.1)))
            .reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))?;
        let first = Day(first.floor() as i64);
        // A mark ends where its last day ends.
        let last = Day(last.ceil() as i64 - 1).max(first);
        let (first, last) = (month_in_words(first), month_in_words(last));
        Some(if first == last {
            first
        } else {
            words::say("picture-span", &[("first", first), ("last", last)])
        })
    }

    /// Stands for the picture where it cannot be seen: what is on it, in the order of the
    /// axis.
    pub fn description(&self, cut: Cut) -> String {
        let mut drawn: Vec<usize> = self.drawn(cut).collect();
        let summary = self.with_names(self.summary(cut), cut);
        if drawn.len() > MOST_NAMED {
            return summary;
        }
        let x0 = &self.scene.marks.x0;
        drawn.sort_by(|a, b| x0[*a].total_cmp(&x0[*b]).then(a.cmp(b)));
        let titles = drawn
            .into_iter()
            .filter_map(|at| self.drawing.mark_titles.get(at))
            .filter(|title| !title.is_empty())
            .map(String::as_str);
        std::iter::once(summary.as_str())
            .chain(titles)
            .collect::<Vec<_>>()
            .join(". ")
    }

    /// A summary, and in full the names of lanes that the piece shortens.
    fn with_names(&self, summary: String, cut: Cut) -> String {
        let names: Vec<&str> = shortened_heads(&self.scene, cut)
            .map(|lane| self.scene.lanes[lane].name.as_str())
            .collect();
        if names.is_empty() {
            return summary;
        }
        let names = words::say("picture-lane-names", &[("names", names.join("; "))]);
        format!("{summary}. {names}")
    }

    /// Indices of the marks that are on a piece.
    fn drawn(&self, cut: Cut) -> impl Iterator<Item = usize> {
        marks_in(&self.scene, cut)
    }

    /// Events that a piece draws or counts, each once: among lanes by persons or sources
    /// an event may stand in several.
    fn shown(&self, cut: Cut) -> Count {
        let keys = &self.scene.marks.key;
        let drawn: HashSet<u64> = self.drawn(cut).map(|at| keys[at].to_bits()).collect();
        let counted = self.counted(cut);
        Count {
            events: (drawn.len() as i64 + counted.events).min(self.events),
            ..counted
        }
    }

    /// Events that a piece only counts. Of a count across its edge nobody knows how many
    /// are on which side; they are taken to be spread evenly.
    fn counted(&self, cut: Cut) -> Count {
        let bands = &self.scene.bands;
        let mut counted = Count {
            events: 0,
            is_exact: true,
        };
        for at in bands_in(&self.scene, cut) {
            let (x0, x1) = (f64::from(bands.x0[at]), f64::from(bands.x1[at]));
            let inside = x1.min(cut.right) - x0.max(cut.left);
            let count = f64::from(bands.count[at]);
            counted.events += if x0 < cut.left || x1 > cut.right {
                counted.is_exact = false;
                (count * inside / (x1 - x0)).round().max(1.0) as i64
            } else {
                count as i64
            };
        }
        counted
    }

    /// One sentence for each kind of thing that the picture, which consists of these pieces,
    /// does not hold.
    pub fn losses(&self, kind: Kind, pieces: &[Cut]) -> Vec<String> {
        let cut = self.everything();
        let counted = self.counted(cut);
        let labels: HashSet<usize> = pieces
            .iter()
            .flat_map(|piece| labels_on(&self.scene, *piece))
            .collect();
        let of_labels = labels.iter().map(|label| self.scene.labels.mark[*label]);
        let labelled: HashSet<u32> = of_labels.collect();
        let unlabelled = self
            .drawn(cut)
            .filter(|at| !labelled.contains(&(*at as u32)));
        let unlabelled = unlabelled.count();
        let texts = || labels.iter().map(|label| &self.scene.labels.text[*label]);
        let shortened = texts().filter(|text| text.contains('…')).count();
        let heads: HashSet<usize> = pieces
            .iter()
            .flat_map(|piece| shortened_heads(&self.scene, *piece))
            .collect();
        let shown = self.shown(cut);
        let elsewhere = Count {
            events: self.events - shown.events,
            ..shown
        };
        let unlettered = self.unlettered(texts());
        let exactly = |events: usize| Count {
            events: events as i64,
            is_exact: true,
        };
        let letters = match kind {
            Kind::Svg => "picture-loss-letters-svg",
            Kind::Png | Kind::Pdf => "picture-loss-letters",
        };
        let counts = [
            (
                elsewhere,
                "picture-loss-elsewhere",
                "picture-loss-elsewhere-about",
            ),
            (
                counted,
                "picture-loss-counted",
                "picture-loss-counted-about",
            ),
        ];
        let exact = [
            ("picture-loss-unlabelled", unlabelled),
            ("picture-loss-shortened", shortened),
            ("picture-loss-heads", heads.len()),
            (letters, unlettered),
        ];
        let exact = exact.map(|(message, count)| (exactly(count), message, message));
        let contents = words::say("picture-loss-contents", &[]);
        let unreadable = (kind == Kind::Png).then(|| words::say("picture-loss-text", &[]));
        let counted = counts
            .into_iter()
            .chain(exact)
            .filter(|(count, ..)| count.events > 0)
            .map(|(count, message, about)| count.said(message, about));
        std::iter::once(contents)
            .chain(counted)
            .chain(unreadable)
            .collect()
    }

    /// Texts with letters that the fonts of a picture lack.
    fn unlettered<'a>(&'a self, labels: impl Iterator<Item = &'a String>) -> usize {
        let SvgOptions { title, footer, .. } = &self.drawing;
        let lanes = self.scene.lanes.iter().map(|lane| &lane.name);
        let texts = labels.chain([footer]).map(|text| (text, Hand::Regular));
        texts
            .chain(lanes.map(|name| (name, Hand::SemiBold)))
            .chain([(title, Hand::of_title(title))])
            .filter(|(text, hand)| !can_be_lettered(text, *hand))
            .count()
    }
}

/// A number of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Count {
    events: i64,
    is_exact: bool,
}

impl Count {
    fn said(self, exactly: &str, about: &str) -> String {
        let message = if self.is_exact { exactly } else { about };
        words::say_count(message, u32::try_from(self.events).unwrap_or(u32::MAX))
    }
}

/// All lanes between two places.
pub(super) fn whole_height(scene: &Scene, (left, right): (f64, f64)) -> Cut {
    Cut {
        left,
        right,
        top: 0.0,
        bottom: scene.height,
    }
}

/// Indices of the marks that are on a piece.
pub(super) fn marks_in(scene: &Scene, cut: Cut) -> impl Iterator<Item = usize> {
    let marks = &scene.marks;
    (0..marks.key.len()).filter(move |at| {
        f64::from(marks.x1[*at]) >= cut.left
            && f64::from(marks.x0[*at]) <= cut.right
            && (cut.top..cut.bottom).contains(&f64::from(marks.y[*at]))
    })
}

/// Indices of the counts that are on a piece.
pub(super) fn bands_in(scene: &Scene, cut: Cut) -> impl Iterator<Item = usize> {
    let bands = &scene.bands;
    (0..bands.count.len()).filter(move |at| {
        f64::from(bands.x1[*at]) >= cut.left
            && f64::from(bands.x0[*at]) <= cut.right
            && (cut.top..cut.bottom).contains(&f64::from(bands.y[*at]))
    })
}

/// "204 sources, compiled 12 November 2026. Drawn by Docketline 0.1.0."
pub(super) fn footer(about: &About, sources: i64) -> String {
    let sources = u32::try_from(sources).unwrap_or(u32::MAX);
    let mut parts = vec![words::say_count("picture-sources", sources)];
    if let Some(compiled) = &about.compiled {
        let date = Edtf::parse(compiled).map_or_else(|_| compiled.clone(), |date| date.to_words());
        parts.push(words::say("picture-compiled", &[("date", date)]));
    }
    parts.push(words::say(
        "picture-drawn-by",
        &[("program", PROGRAM.to_owned())],
    ));
    parts.join(" · ")
}

fn too_large(reason: &str, numbers: &[(&str, String)]) -> Error {
    Error::new(ErrorCode::TooLarge).with("reason", &words::say(reason, numbers))
}

pub(super) fn undrawn(error: PictureError) -> Error {
    match error {
        PictureError::TooLarge { width, height } => {
            let millions = |pixels: u64| (pixels / 1_000_000).to_string();
            let numbers = [
                ("width", width.to_string()),
                ("height", height.to_string()),
                ("most", millions(MOST_PIXELS)),
            ];
            too_large("refused-picture-pixels", &numbers)
        }
        PictureError::TooLong => too_large("refused-picture-sheet", &[]),
        PictureError::Undrawable(_) => Error::new(ErrorCode::Internal).because(error),
    }
}
