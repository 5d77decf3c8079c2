//! A timeline scene as one SVG drawing: stands alone, or stands inside an HTML page.
//!
//! It asks for nothing from outside, runs nothing, and sets no style outside itself: all
//! looks are attributes, all ids carry a prefix. The colours are the light theme of the
//! window, for print.

mod arrows;
mod axis;
mod ground;
mod legend;
pub(crate) mod lettering;
mod marks;
mod xml;

use docketline_timeline::scene::{LABEL_SIZE, MARK_REACH, flag};
use docketline_timeline::{Inter, MeasureText, Scene, Viewport, Weight};
pub use ground::shortened_heads;
pub use lettering::{Hand, Lettering, can_be_lettered};
use lettering::{Scribe, Words};
pub use marks::labels_on;
use xml::{Element, number};

/// Words and choices of a drawing. The default words are English.
#[derive(Debug, Clone, PartialEq)]
pub struct SvgOptions {
    pub title: String,
    /// Whether the title is drawn, not only said: in a page it stands above the picture.
    pub title_is_drawn: bool,
    /// A line under the title; none where it is empty.
    pub subtitle: String,
    /// What the picture shows, for those who do not see it.
    pub description: String,
    /// What is drawn; `None` draws everything in the scene and nothing beside it.
    pub viewport: Option<Viewport>,
    /// Before every id, so that several drawings can stand in one page. Letters, digits
    /// and `-`; anything else is left out.
    pub id_prefix: String,
    /// What each mark is called, in the order of [`Scene::marks`]; its label where it is
    /// missing or empty.
    pub mark_titles: Vec<String>,
    /// "14 events", in the order of [`Scene::lanes`]; the number alone where it is missing.
    pub lane_counts: Vec<String>,
    /// What each arrow says, in the order of [`Scene::arrows`]; the word of the relation
    /// where it is missing.
    pub arrow_words: Vec<String>,
    pub legend: LegendWords,
    /// At the head of a lane whose beginning is on another page.
    pub continued: String,
    /// A line at the foot: where the picture comes from.
    pub footer: String,
    pub lettering: Lettering,
    pub paper: Paper,
}

/// What the drawing stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Paper {
    /// The ground of the window.
    #[default]
    Toned,
    /// For print, and for pasting into what is white.
    White,
}

impl Paper {
    fn ink(self) -> &'static str {
        match self {
            Self::Toned => PAPER,
            Self::White => "#ffffff",
        }
    }
}

/// A rectangle of a scene, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// What a sheet measures, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SheetSize {
    pub width: f64,
    pub height: f64,
}

/// What the marks mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LegendWords {
    pub diamond: String,
    pub square: String,
    pub hollow_square: String,
    pub triangle: String,
    pub circle: String,
    pub range: String,
    pub span: String,
    pub count: String,
    pub disputed: String,
    pub noted: String,
}

impl Default for LegendWords {
    fn default() -> Self {
        Self {
            diamond: "Ruling, order, opinion".to_owned(),
            square: "Warrant, statute, agreement".to_owned(),
            hollow_square: "Bill".to_owned(),
            triangle: "Petition, appeal".to_owned(),
            circle: "Everything else".to_owned(),
            range: "On some day within this range".to_owned(),
            span: "Lasted this long".to_owned(),
            count: "So many events".to_owned(),
            disputed: "Sources disagree on the date".to_owned(),
            noted: "Has notes".to_owned(),
        }
    }
}

impl Default for SvgOptions {
    fn default() -> Self {
        Self {
            title: String::new(),
            title_is_drawn: true,
            subtitle: String::new(),
            description: String::new(),
            viewport: None,
            id_prefix: "timeline-".to_owned(),
            mark_titles: Vec::new(),
            lane_counts: Vec::new(),
            arrow_words: Vec::new(),
            legend: LegendWords::default(),
            continued: "continued".to_owned(),
            footer: String::new(),
            lettering: Lettering::default(),
            paper: Paper::default(),
        }
    }
}

/// Tokens of the light theme.
const PAPER: &str = "#fbfaf7";
const LANE_ALT: &str = "#f7f5f0";
const INK: &str = "#1d2328";
const INK_SECONDARY: &str = "#525b62";
const RULE: &str = "#dcd8cd";
const RULE_SOFT: &str = "#ebe8e0";
const IN_FORCE: &str = "#2b7a4b";
const UNDER_REVIEW: &str = "#b7791f";
const SET_ASIDE: &str = "#a8322d";
const LANES: [&str; 6] = [
    "#8c2f39", "#1f5f8b", "#4c7a34", "#7a5195", "#b3661a", "#3c6e71",
];

const SANS: &str = "Inter, 'Helvetica Neue', Arial, sans-serif";
const SERIF: &str = "'Source Serif 4', Georgia, serif";

const MARGIN: f64 = 16.0;
const TITLE_LINE: f64 = 28.0;
const TITLE_SIZE: f64 = 20.0;
const SUBTITLE_LINE: f64 = 20.0;
const FOOT_LINE: f64 = 16.0;
const FOOT_SIZE: f64 = 11.0;
const AXIS: f64 = 44.0;

/// Where the parts of the drawing are, in its own pixels.
struct Frame {
    /// The part of the scene that is drawn, in the scene's pixels.
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    /// Of the plot, on the sheet: right of the lane heads and below title and axis.
    plot_x: f64,
    plot_y: f64,
    width: f64,
    scribe: Scribe,
    paper: &'static str,
}

impl Frame {
    /// On the sheet, of an `x` in the scene.
    fn x(&self, x: f64) -> f64 {
        self.plot_x + x - self.left
    }

    fn y(&self, y: f64) -> f64 {
        self.plot_y + y - self.top
    }

    fn plot_width(&self) -> f64 {
        self.right - self.left
    }

    fn plot_height(&self) -> f64 {
        self.bottom - self.top
    }

    /// Whether the row with its middle at `y` is on this sheet.
    fn shows_row(&self, y: f64) -> bool {
        (self.top..self.bottom).contains(&y)
    }

    fn write(&self, words: Words<'_>) -> Element {
        self.scribe.write(words)
    }

    fn shows(&self, left: f64, right: f64) -> bool {
        right >= self.left && left <= self.right
    }
}

/// Draws the scene on a sheet that is as large as it needs to be.
pub fn timeline_svg(scene: &Scene, options: &SvgOptions) -> String {
    let (left, right) = extent(scene, options.viewport);
    let cut = Cut {
        left,
        right,
        top: 0.0,
        bottom: scene.height,
    };
    draw(scene, options, cut, sheet_size(scene, options))
}

/// The size of that sheet.
pub fn sheet_size(scene: &Scene, options: &SvgOptions) -> SheetSize {
    let (left, right) = extent(scene, options.viewport);
    let width = MARGIN + ground::head_width(scene) + (right - left) + MARGIN;
    let parts = Parts::of(options, width);
    SheetSize {
        width,
        height: parts.above + scene.height + parts.below(scene, options, width),
    }
}

/// Draws a piece of the scene on a sheet of a given size; [`room`] says how large a piece
/// finds room. Whatever the piece, every sheet of one size has the same parts at the same
/// places.
pub fn page_svg(scene: &Scene, options: &SvgOptions, cut: Cut, size: SheetSize) -> String {
    draw(scene, options, cut, size)
}

/// Width and height that a sheet has for a piece of the scene.
pub fn room(scene: &Scene, options: &SvgOptions, size: SheetSize) -> (f64, f64) {
    let parts = Parts::of(options, size.width);
    let width = size.width - 2.0 * MARGIN - ground::head_width(scene);
    let height = size.height - parts.above - parts.below(scene, options, size.width);
    (width, height)
}

/// What stands above and below the plot.
struct Parts {
    title: Vec<String>,
    footer: Vec<String>,
    /// From the upper edge of the sheet to the plot.
    above: f64,
}

impl Parts {
    fn of(options: &SvgOptions, width: f64) -> Self {
        let lines = |text: &str, size: f64| {
            wrapped(text, size / f64::from(LABEL_SIZE), width - 2.0 * MARGIN)
        };
        let title = if options.title_is_drawn {
            lines(&options.title, TITLE_SIZE)
        } else {
            Vec::new()
        };
        let subtitle = if options.subtitle.is_empty() {
            0.0
        } else {
            SUBTITLE_LINE
        };
        Self {
            above: MARGIN + TITLE_LINE * title.len() as f64 + subtitle + AXIS,
            title,
            footer: lines(&options.footer, FOOT_SIZE),
        }
    }

    /// From the plot to the lower edge of the sheet.
    fn below(&self, scene: &Scene, options: &SvgOptions, width: f64) -> f64 {
        let legend = legend::height(scene, &options.legend, width);
        MARGIN + legend + FOOT_LINE * self.footer.len() as f64 + MARGIN
    }
}

fn draw(scene: &Scene, options: &SvgOptions, cut: Cut, size: SheetSize) -> String {
    let prefix: String = options
        .id_prefix
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let heads = ground::head_width(scene);
    let SheetSize { width, height } = size;
    let parts = Parts::of(options, width);
    let frame = Frame {
        left: cut.left,
        right: cut.right,
        top: cut.top,
        bottom: cut.bottom,
        plot_x: MARGIN + heads,
        plot_y: parts.above,
        width,
        scribe: Scribe::new(options.lettering, &prefix),
        paper: options.paper.ink(),
    };
    let below = parts.below(scene, options, width);
    // What stands below the plot stays at the foot of a sheet that is larger.
    let legend_top = height - below + MARGIN;

    let mut svg = Element::new("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    if options.lettering == Lettering::Outlined {
        // Not every program understands a plain `href`.
        svg = svg.attribute("xmlns:xlink", "http://www.w3.org/1999/xlink");
    }
    let mut svg = svg
        .attribute(
            "viewBox",
            &format!("0 0 {} {}", number(width), number(height)),
        )
        .number("width", width)
        .number("height", height)
        .attribute("role", "graphics-document")
        .attribute(
            "aria-labelledby",
            &format!("{prefix}title {prefix}description"),
        )
        .attribute("font-family", SANS)
        .number("font-size", f64::from(LABEL_SIZE))
        .attribute("fill", INK);
    svg.push(
        Element::new("title")
            .attribute("id", &format!("{prefix}title"))
            .text(&options.title),
    );
    svg.push(
        Element::new("desc")
            .attribute("id", &format!("{prefix}description"))
            .text(&options.description),
    );
    svg.push(marks::gradients(scene, &prefix));
    svg.push(clip(&frame, &prefix));
    svg.push(
        Element::new("rect")
            .number("width", width)
            .number("height", height)
            .attribute("fill", frame.paper),
    );
    for (line, text) in parts.title.iter().enumerate() {
        svg.push(frame.write(Words {
            size: TITLE_SIZE,
            hand: Hand::of_title(&options.title),
            // The title of the document says it already.
            hidden: true,
            ..Words::new(MARGIN, MARGIN + 18.0 + TITLE_LINE * line as f64, text)
        }));
    }
    if !options.subtitle.is_empty() {
        let y = MARGIN + TITLE_LINE * parts.title.len() as f64 + 12.0;
        svg.push(frame.write(Words {
            ink: Some(INK_SECONDARY),
            ..Words::new(MARGIN, y, &options.subtitle)
        }));
    }
    svg.push(ground::lanes(scene, options, &frame));
    svg.push(axis::axis(scene, &frame));
    svg.push(marks::plot(scene, options, &frame, &prefix));
    let (legend, legend_bottom) = legend::lines(scene, &options.legend, &frame, legend_top);
    svg.push(legend);
    for (line, text) in parts.footer.iter().enumerate() {
        svg.push(frame.write(Words {
            size: FOOT_SIZE,
            ink: Some(INK_SECONDARY),
            ..Words::new(MARGIN, legend_bottom + 12.0 + FOOT_LINE * line as f64, text)
        }));
    }
    if let Some(letters) = frame.scribe.letters() {
        svg.push(letters);
    }
    svg.write()
}

/// The left and right edge of what [`timeline_svg`] draws, in the scene's pixels: the
/// viewport, or everything that is there. Open ends do not widen it, because they have no
/// end to show.
pub fn extent(scene: &Scene, viewport: Option<Viewport>) -> (f64, f64) {
    if let Some(viewport) = viewport {
        let from = (viewport.from - scene.origin) / scene.days_per_px;
        let width = viewport.width * viewport.days_per_px / scene.days_per_px;
        if from.is_finite() && width.is_finite() && width > 0.0 {
            return (from, from + width);
        }
    }
    let window = (scene.to - scene.from) / scene.days_per_px;
    let reach = f64::from(MARK_REACH);
    let marks = &scene.marks;
    let starts = (0..marks.key.len()).map(|at| {
        let open = marks.flags[at] & flag::OPEN_START != 0;
        f64::from(if open { marks.x1[at] } else { marks.x0[at] }) - reach
    });
    let ends = (0..marks.key.len()).map(|at| {
        let open = marks.flags[at] & flag::OPEN_END != 0;
        f64::from(if open { marks.x0[at] } else { marks.x1[at] }) + reach
    });
    let label_ends = scene
        .labels
        .x
        .iter()
        .zip(&scene.labels.width)
        .map(|(x, width)| f64::from(x + width));
    let left = starts
        .chain(scene.labels.x.iter().map(|x| f64::from(*x)))
        .chain(scene.bands.x0.iter().map(|x| f64::from(*x)))
        .fold(f64::INFINITY, f64::min);
    let right = ends
        .chain(label_ends)
        .chain(scene.bands.x1.iter().map(|x| f64::from(*x)))
        .fold(f64::NEG_INFINITY, f64::max);
    if left > right {
        // Nothing is there; an empty sheet of a readable width.
        return (0.0, 640.0);
    }
    let left = left.max(0.0) - MARGIN;
    let right = right.min(window.max(0.0)) + MARGIN;
    (left, right.max(left + 320.0))
}

/// Nothing is drawn outside the plot.
fn clip(frame: &Frame, prefix: &str) -> Element {
    let mut defs = Element::new("defs");
    let mut path = Element::new("clipPath").attribute("id", &format!("{prefix}plot"));
    path.push(
        Element::new("rect")
            .number("x", frame.plot_x)
            .number("y", frame.plot_y)
            .number("width", frame.plot_width())
            .number("height", frame.plot_height()),
    );
    defs.push(path);
    defs
}

/// Lines no wider than `width`; `scale` is the size of the type relative to labels. Single
/// words that are wider stay whole.
fn wrapped(text: &str, scale: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let longer = match lines.last() {
            Some(line) => format!("{line} {word}"),
            None => word.to_owned(),
        };
        let fits = f64::from(Inter.width(&longer, Weight::SemiBold)) * scale <= width;
        match lines.last_mut() {
            Some(line) if fits => *line = longer,
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests;
