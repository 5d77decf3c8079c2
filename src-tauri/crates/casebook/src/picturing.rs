//! Pictures: which part of the timeline, how wide, on which sheets, with which words.

mod sheets;

use crate::error::Error;
use crate::exporting::{Rendered, drawing};
use crate::reading::event_filter;
use crate::timeline::whole_viewport;
use crate::view::{Clocks, ExportOptions, Filter, PictureOptions, PictureSpan};
use crate::{Casebook, Result, dates, words};
use docketline_domain::Day;
use docketline_formats::picture::{self, PdfAbout, fits_png, pages};
use docketline_formats::svg::{Lettering, Paper, SvgOptions, extent, labels_on, timeline_svg};
use docketline_timeline::{Part, Scene, Viewport};
use sheets::{
    Kind, Layout, MOST_PAGES, Picture, bands_in, footer, marks_in, paper, undrawn, whole_height,
};
use std::collections::HashSet;

pub(crate) const PROGRAM: &str = concat!("Docketline ", env!("CARGO_PKG_VERSION"));
/// Widths that are tried until every event is drawn by itself and nearly all have their
/// labels: from a landscape sheet to as wide as a scene can be.
const WIDTHS: [f64; 9] = [
    1_160.0, 1_640.0, 2_320.0, 3_280.0, 4_640.0, 6_560.0, 9_280.0, 13_120.0, WIDEST,
];
/// Events without a label that a picture may have, as a part of all.
const UNLABELLED: f64 = 0.1;
/// As wide as a picture is at most where no width is enough for that: four or five pages
/// of A4.
const CROWDED: f64 = 4_640.0;
/// With more events than this in what is drawn no width is tried.
const MOST_TRIED: usize = 5_000;
/// Widths that only make a picture fit that would be too large at any of the others.
const TIGHT: [f64; 2] = [820.0, 580.0];
const NARROWEST: f64 = 320.0;
/// As wide as a scene can be.
const WIDEST: f64 = 16_384.0;
/// Sizes of print that are tried to get all lanes on one page; at the least, labels are
/// still set in seven points.
const SHRUNK: [f64; 5] = [1.0, 0.94, 0.88, 0.82, 0.78];
/// How much further than asked for a timeline may be drawn out to fill its last page.
const DRAWN_OUT: f64 = 1.4;

impl Casebook {
    pub(crate) fn render_svg(&self, options: &ExportOptions) -> Result<Rendered> {
        let mut picture = self.picture_of(options, Lettering::Outlined)?;
        picture.name_marks(self.named_marks(&picture.scene)?);
        let losses = picture.losses(Kind::Svg, &[picture.everything()]);
        let svg = timeline_svg(&picture.scene, &picture.drawing);
        Ok(picture.rendered(svg.into_bytes(), losses))
    }

    pub(crate) fn render_png(&self, options: &ExportOptions) -> Result<Rendered> {
        let mut picture = self.picture_of(options, Lettering::Bundled)?;
        let scale = self.fit_png(&mut picture, options)?;
        picture.name_marks(self.named_marks(&picture.scene)?);
        let mut losses = picture.losses(Kind::Png, &[picture.everything()]);
        losses.extend(picture.narrowed());
        losses.extend(scaled_down(scale, options.picture.scale.into()));
        let svg = timeline_svg(&picture.scene, &picture.drawing);
        let bytes = picture::png(&svg, scale.into(), &picture.drawing.title).map_err(undrawn)?;
        Ok(picture.rendered(bytes, losses))
    }

    pub(crate) fn render_pdf(&self, options: &ExportOptions) -> Result<Rendered> {
        let mut picture = self.picture_of(options, Lettering::Bundled)?;
        let sheets = match paper(options.picture.page) {
            None => None,
            Some(paper) => Some((paper, self.fill_pages(&mut picture, options, paper)?)),
        };
        picture.name_marks(self.named_marks(&picture.scene)?);
        let (pages, mut losses) = match sheets {
            None => {
                let mut losses = picture.losses(Kind::Pdf, &[picture.everything()]);
                losses.extend(printed_smaller(picture.sheet_scale()));
                (vec![picture.sheet()], losses)
            }
            Some((paper, layout)) => {
                let cuts = picture.cuts(&layout);
                let losses = picture.losses(Kind::Pdf, &cuts);
                (picture.paged(paper, &layout, cuts)?, losses)
            }
        };
        losses.extend(picture.narrowed());
        let about = PdfAbout {
            title: picture.drawing.title.clone(),
            language: "en".to_owned(),
            creator: PROGRAM.to_owned(),
        };
        let bytes = picture::pdf(&about, &pages).map_err(undrawn)?;
        Ok(picture.rendered(bytes, losses))
    }

    /// With all its words but what each mark is called: that is read once the width is
    /// settled.
    fn picture_of(&self, options: &ExportOptions, lettering: Lettering) -> Result<Picture> {
        let ExportOptions { picture, clocks } = options;
        if let Some(width) = picture.width
            && !(NARROWEST..=WIDEST).contains(&width)
        {
            let bounds = [("least", NARROWEST), ("most", WIDEST)]
                .map(|(name, bound)| (name, bound.to_string()));
            return Err(Error::bad_value(words::say(
                "refused-picture-width",
                &bounds,
            )));
        }
        let viewport = match picture.width {
            Some(width) => self.viewport(&picture.span, clocks, width)?,
            None => self.comfortable(picture, clocks)?,
        };
        let scene = self.scene_of(picture, clocks, viewport)?;
        let about = self.store.about()?;
        let (events, sources) = self.told(clocks)?;
        let footer = clock_words(clocks)?
            .into_iter()
            .chain([footer(&about, sources)])
            .filter(|line| !line.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        let drawing = SvgOptions {
            footer,
            lettering,
            paper: Paper::White,
            continued: words::say("picture-continued", &[]),
            ..drawing(&scene, &about.title)
        };
        let mut picture = Picture {
            is_whole: matches!(picture.span, PictureSpan::Whole),
            between: (0.0, 0.0),
            width: viewport.width,
            wanted: None,
            events,
            days: Vec::new(),
            scene: Scene::default(),
            drawing,
        };
        picture.show(scene, viewport);
        Ok(picture)
    }

    fn scene_of(
        &self,
        PictureOptions { span, lanes, .. }: &PictureOptions,
        clocks: &Clocks,
        viewport: Viewport,
    ) -> Result<Scene> {
        let selected = match span {
            PictureSpan::View { selected, .. } => *selected,
            PictureSpan::Whole | PictureSpan::Between { .. } => None,
        };
        let filter = filter_of(span, clocks);
        self.scene_part(&filter, lanes, viewport, Part::WHOLE, selected)
    }

    /// How many events are told of, and how many sources they have.
    fn told(&self, clocks: &Clocks) -> Result<(i64, i64)> {
        let days = clocks.read()?;
        if !days.are_set() {
            let counts = self.store.counts()?;
            return Ok((counts.events, counts.sources));
        }
        let told = days.tell(&self.store.document()?);
        Ok((told.events.len() as i64, told.sources.len() as i64))
    }

    fn viewport(&self, span: &PictureSpan, clocks: &Clocks, width: f64) -> Result<Viewport> {
        let whole = whole_viewport(self, &clocks.filter(), width)?;
        match span {
            PictureSpan::Whole => Ok(whole),
            PictureSpan::Between { from, to } => {
                let first = dates::read_bounds(from.as_deref())?.and_then(|date| date.earliest);
                let last = dates::read_bounds(to.as_deref())?.and_then(|date| date.latest);
                let left = first.map_or(whole.from, |day| day.0 as f64);
                let end = whole.from + whole.days_per_px * whole.width;
                let right = last.map_or(end, |day| day.0 as f64 + 1.0);
                if right <= left {
                    let reason = self.why_nothing(first, last, clocks)?;
                    return Err(Error::bad_value(reason));
                }
                Ok(Viewport {
                    from: left,
                    days_per_px: (right - left) / width,
                    width,
                })
            }
            PictureSpan::View { viewport, .. } => Ok(Viewport {
                days_per_px: viewport.days_per_px * viewport.width / width,
                width,
                ..*viewport
            }),
        }
    }

    /// Why there is no time between two days, of which one may be left to the events.
    fn why_nothing(
        &self,
        first: Option<Day>,
        last: Option<Day>,
        clocks: &Clocks,
    ) -> Result<String> {
        let told = self.store.extent(&event_filter(&clocks.filter())?)?;
        let on = |message, day| words::say(message, &[("day", dates::day_in_words(Day(day)))]);
        Ok(match (first, last, told) {
            (Some(_), None, Some((_, day))) => on("refused-picture-after", day),
            (None, Some(_), Some((day, _))) => on("refused-picture-before", day),
            (_, None, None) | (None, _, None) => words::say("refused-picture-empty", &[]),
            _ => words::say("refused-picture-span", &[]),
        })
    }

    /// The narrowest at which no event is only counted and few have no label; where there is
    /// none, the narrowest of those that count and leave unlabelled the fewest. What the
    /// window shows is drawn as it is.
    fn comfortable(&self, picture: &PictureOptions, clocks: &Clocks) -> Result<Viewport> {
        let span = &picture.span;
        if let PictureSpan::View { viewport, .. } = span {
            return Ok(*viewport);
        }
        let crowded = self.viewport(span, clocks, CROWDED)?;
        if self.events_in(picture, clocks, crowded)? > MOST_TRIED {
            return Ok(crowded);
        }
        let mut best = (Crowding::MOST, crowded);
        for width in WIDTHS {
            let viewport = self.viewport(span, clocks, width)?;
            let scene = self.scene_of(picture, clocks, viewport)?;
            let crowding = Crowding::of(&scene, extent(&scene, Some(viewport)));
            if crowding == Crowding::NONE {
                return Ok(viewport);
            }
            if width <= CROWDED && crowding < best.0 {
                best = (crowding, viewport);
            }
        }
        Ok(best.1)
    }

    /// How many events of a picture may lie in this part of time; one that stands in
    /// several lanes is several.
    fn events_in(
        &self,
        picture: &PictureOptions,
        clocks: &Clocks,
        Viewport {
            from,
            days_per_px,
            width,
        }: Viewport,
    ) -> Result<usize> {
        let events = self.passing(&filter_of(&picture.span, clocks), &picture.lanes)?;
        let to = from + days_per_px * width;
        let counts = events.columns.count(events.lanes.len(), |event| {
            event.first < to && event.last > from
        });
        Ok(counts.into_iter().map(|count| count as usize).sum())
    }

    /// Makes a picture fit into a PNG whose width is left to the program: the largest scale
    /// up to the wanted one that has a width which fits, and the widest of those. Answers
    /// the scale. What cannot fit is refused when it is drawn.
    fn fit_png(&self, picture: &mut Picture, options: &ExportOptions) -> Result<u8> {
        let asked = u8::from(options.picture.scale);
        let least = match options.picture.width {
            Some(_) => asked,
            None => 1,
        };
        let wanted = picture.width;
        for scale in (least..=asked).rev() {
            let fits = |picture: &Picture| fits_png(picture.size(), scale.into()).then_some(scale);
            if let Some(scale) = self.narrow(picture, options, wanted, fits)? {
                return Ok(scale);
            }
        }
        Ok(least)
    }

    /// Takes the width of a picture down from the wanted one until it fits, unless the
    /// reader or the window chose it. Answers what `fits` says; when nothing does, the
    /// picture is as narrow as it can be.
    fn narrow<T>(
        &self,
        picture: &mut Picture,
        options: &ExportOptions,
        wanted: f64,
        fits: impl Fn(&Picture) -> Option<T>,
    ) -> Result<Option<T>> {
        let ExportOptions {
            picture: choices,
            clocks,
        } = options;
        let is_free = is_free(choices);
        let narrower = WIDTHS.into_iter().rev().chain(TIGHT);
        let narrower = narrower.filter(|width| is_free && *width < wanted);
        for width in std::iter::once(wanted).chain(narrower) {
            if width != picture.width {
                let viewport = self.viewport(&choices.span, clocks, width)?;
                picture.show(self.scene_of(choices, clocks, viewport)?, viewport);
                picture.wanted = Some(wanted);
            }
            if let Some(fitting) = fits(picture) {
                return Ok(Some(fitting));
            }
        }
        Ok(None)
    }

    /// Finds the size of print that needs the fewest pages, and draws the timeline out
    /// until its last page is full. A timeline that would take more pages than a file may
    /// have is narrowed.
    fn fill_pages(
        &self,
        picture: &mut Picture,
        options: &ExportOptions,
        paper: (f64, f64),
    ) -> Result<Layout> {
        let fewest_pages = |picture: &Picture| {
            SHRUNK
                .into_iter()
                .map(|size| picture.layout(paper, size))
                .min_by_key(|layout| pages::count_rows(&picture.scene, layout.room.1))
                .unwrap_or_else(|| picture.layout(paper, SHRUNK[0]))
        };
        let fits = |picture: &Picture| {
            let layout = fewest_pages(picture);
            (picture.cuts(&layout).len() <= MOST_PAGES).then_some(layout)
        };
        let layout = self
            .narrow(picture, options, picture.width, fits)?
            .unwrap_or_else(|| fewest_pages(picture));
        let ExportOptions {
            picture: choices,
            clocks,
        } = options;
        if !is_free(choices) || picture.scene.marks.key.len() > MOST_TRIED {
            return Ok(layout);
        }
        let columns = |scene: &Scene, viewport: Viewport| {
            pages::count_columns(scene, picture.extent_of(scene, viewport), layout.room.0)
        };
        let rows = |scene: &Scene| pages::count_rows(scene, layout.room.1);
        let wanted = pages::count_columns(&picture.scene, picture.between, layout.room.0);
        if wanted == 0 {
            // Nothing needs any room, so all of the axis can be on the page.
            let viewport = self.viewport(&choices.span, clocks, layout.room.0)?;
            picture.show(self.scene_of(choices, clocks, viewport)?, viewport);
            return Ok(layout);
        }
        let lanes = rows(&picture.scene);
        let (mut good, mut bad) = (picture.width, (picture.width * DRAWN_OUT).min(WIDEST));
        let mut best = None;
        for _ in 0..6 {
            let tried = f64::midpoint(good, bad);
            let viewport = self.viewport(&choices.span, clocks, tried)?;
            let wider = self.scene_of(choices, clocks, viewport)?;
            if columns(&wider, viewport) <= wanted && rows(&wider) <= lanes {
                good = tried;
                best = Some((wider, viewport));
            } else {
                bad = tried;
            }
        }
        if let Some((scene, viewport)) = best {
            picture.show(scene, viewport);
        }
        Ok(layout)
    }
}

/// What keeps a width from being comfortable: the less the better, and a count is worse
/// than any missing label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Crowding {
    counted: u64,
    /// Beyond what a picture may have.
    unlabelled: usize,
}

impl Crowding {
    const NONE: Self = Self {
        counted: 0,
        unlabelled: 0,
    };
    const MOST: Self = Self {
        counted: u64::MAX,
        unlabelled: usize::MAX,
    };

    fn of(scene: &Scene, between: (f64, f64)) -> Self {
        let cut = whole_height(scene, between);
        let counts = bands_in(scene, cut).map(|at| u64::from(scene.bands.count[at]));
        let marks: HashSet<usize> = marks_in(scene, cut).collect();
        let labelled = labels_on(scene, cut)
            .map(|label| scene.labels.mark[label] as usize)
            .filter(|mark| marks.contains(mark))
            .count();
        let allowed = (UNLABELLED * marks.len() as f64) as usize;
        Self {
            counted: counts.sum(),
            unlabelled: (marks.len() - labelled).saturating_sub(allowed),
        }
    }
}

/// Whether the width of a picture is left to the program.
fn is_free(picture: &PictureOptions) -> bool {
    picture.width.is_none() && !matches!(picture.span, PictureSpan::View { .. })
}

fn scaled_down(scale: u8, wanted: u8) -> Option<String> {
    let numbers = [("scale", scale.to_string()), ("wanted", wanted.to_string())];
    (scale < wanted).then(|| words::say("picture-loss-scale", &numbers))
}

fn printed_smaller(scale: f64) -> Option<String> {
    let percent = (scale * 100.0).floor().max(1.0).to_string();
    (scale < 1.0).then(|| words::say("picture-loss-print", &[("percent", percent)]))
}

/// The events of a picture: those that are told of, and of the window's those that pass.
fn filter_of(span: &PictureSpan, clocks: &Clocks) -> Filter {
    let Filter {
        as_of, known_on, ..
    } = clocks.filter();
    let shown = match span {
        PictureSpan::View { filter, .. } => Filter::clone(filter),
        PictureSpan::Whole | PictureSpan::Between { .. } => Filter::default(),
    };
    Filter {
        as_of,
        known_on: known_on.or(shown.known_on.clone()),
        ..shown
    }
}

/// By which clocks a picture is told.
fn clock_words(clocks: &Clocks) -> Result<Vec<String>> {
    let days = clocks.read()?;
    let said = |message, day: Option<Day>| {
        let words = dates::day_in_words(day?);
        Some(words::say(message, &[("day", words)]))
    };
    let said = [
        said("picture-as-of", days.as_of),
        said("picture-known-on", days.known_on),
    ];
    Ok(said.into_iter().flatten().collect())
}

#[cfg(test)]
mod tests;
