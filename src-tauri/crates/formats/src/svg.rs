//! A timeline scene as one SVG drawing: stands alone, or stands inside an HTML page.
//!
//! It asks for nothing from outside, runs nothing, and sets no style outside itself: all
//! looks are attributes, all ids carry a prefix. The colours are the light theme of the
//! window, for print.

mod arrows;
mod axis;
mod ground;
mod legend;
mod marks;
mod xml;

use docketline_timeline::scene::{LABEL_SIZE, MARK_REACH, flag};
use docketline_timeline::{Inter, MeasureText, Scene, Viewport, Weight};
use xml::{Element, number};

/// Words and choices of a drawing. The default words are English.
#[derive(Debug, Clone, PartialEq)]
pub struct SvgOptions {
    pub title: String,
    /// Whether the title is drawn, not only said: in a page it stands above the picture.
    pub title_is_drawn: bool,
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
    /// A line at the foot: where the picture comes from.
    pub footer: String,
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
            description: String::new(),
            viewport: None,
            id_prefix: "timeline-".to_owned(),
            mark_titles: Vec::new(),
            lane_counts: Vec::new(),
            arrow_words: Vec::new(),
            legend: LegendWords::default(),
            footer: String::new(),
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
const AXIS: f64 = 44.0;

/// Where the parts of the drawing are, in its own pixels.
struct Frame {
    /// The part of the scene that is drawn, in the scene's pixels.
    left: f64,
    right: f64,
    /// Of the plot, on the sheet: right of the lane heads and below title and axis.
    plot_x: f64,
    plot_y: f64,
    width: f64,
}

impl Frame {
    /// On the sheet, of an `x` in the scene.
    fn x(&self, x: f64) -> f64 {
        self.plot_x + x - self.left
    }

    fn y(&self, y: f64) -> f64 {
        self.plot_y + y
    }

    fn plot_width(&self) -> f64 {
        self.right - self.left
    }

    fn shows(&self, left: f64, right: f64) -> bool {
        right >= self.left && left <= self.right
    }
}

/// Draws the scene.
pub fn timeline_svg(scene: &Scene, options: &SvgOptions) -> String {
    let prefix: String = options
        .id_prefix
        .chars()
        .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
        .collect();
    let (left, right) = crop(scene, options.viewport);
    let heads = ground::head_width(scene);
    let width = MARGIN + heads + (right - left) + MARGIN;
    let drawn_title = if options.title_is_drawn {
        options.title.as_str()
    } else {
        ""
    };
    let title = wrapped(
        drawn_title,
        20.0 / f64::from(LABEL_SIZE),
        width - 2.0 * MARGIN,
    );
    let frame = Frame {
        left,
        right,
        plot_x: MARGIN + heads,
        plot_y: MARGIN + TITLE_LINE * title.len() as f64 + AXIS,
        width,
    };
    let bottom = frame.y(scene.height) + MARGIN;
    let legend = legend::lines(scene, &options.legend, &frame, bottom);
    let footer = wrapped(
        &options.footer,
        11.0 / f64::from(LABEL_SIZE),
        width - 2.0 * MARGIN,
    );
    let footer_top = legend.bottom;
    let height = footer_top + 16.0 * footer.len() as f64 + MARGIN;

    let mut svg = Element::new("svg")
        .attribute("xmlns", "http://www.w3.org/2000/svg")
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
    svg.push(clip(&frame, scene, &prefix));
    svg.push(
        Element::new("rect")
            .number("width", width)
            .number("height", height)
            .attribute("fill", PAPER),
    );
    for (line, text) in title.iter().enumerate() {
        svg.push(
            Element::new("text")
                .number("x", MARGIN)
                .number("y", MARGIN + 18.0 + TITLE_LINE * line as f64)
                .attribute("font-family", SERIF)
                .number("font-size", 20.0)
                .attribute("font-weight", "600")
                // The title of the document says it already.
                .attribute("aria-hidden", "true")
                .text(text),
        );
    }
    svg.push(ground::lanes(scene, options, &frame));
    svg.push(axis::axis(scene, &frame));
    svg.push(marks::plot(scene, options, &frame, &prefix));
    svg.push(legend.group);
    for (line, text) in footer.iter().enumerate() {
        svg.push(
            Element::new("text")
                .number("x", MARGIN)
                .number("y", footer_top + 12.0 + 16.0 * line as f64)
                .number("font-size", 11.0)
                .attribute("fill", INK_SECONDARY)
                .text(text),
        );
    }
    svg.write()
}

/// The part of the scene that is drawn: the viewport, or everything that is there. Open
/// ends do not widen it, because they have no end to show.
fn crop(scene: &Scene, viewport: Option<Viewport>) -> (f64, f64) {
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
fn clip(frame: &Frame, scene: &Scene, prefix: &str) -> Element {
    let mut defs = Element::new("defs");
    let mut path = Element::new("clipPath").attribute("id", &format!("{prefix}plot"));
    path.push(
        Element::new("rect")
            .number("x", frame.plot_x)
            .number("y", frame.plot_y)
            .number("width", frame.plot_width())
            .number("height", scene.height),
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
