//! How the words of a drawing are written.

use super::SERIF;
use super::xml::{Element, number};
use docketline_timeline::scene::LABEL_SIZE;
use docketline_timeline::{Inter, Weight, drawn_as};
use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};
use rustybuzz::{Face, GlyphBuffer, UnicodeBuffer};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::sync::LazyLock;

/// What the place where the drawing is looked at has for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lettering {
    /// Perhaps other fonts than ours: labels keep the width that was measured.
    #[default]
    Fitted,
    /// Exactly our fonts.
    Bundled,
    /// Anything: the drawing brings the outlines of its letters, so that it looks the same
    /// in every program. The text lies over them unseen, to be selected, found and read
    /// aloud.
    Outlined,
}

/// The faces of a drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hand {
    /// Inter.
    Regular,
    SemiBold,
    /// Source Serif 4.
    Title,
}

impl Hand {
    /// That of a title: another than the usual one where only that has all of its letters.
    pub fn of_title(title: &str) -> Self {
        let hands = [Self::Title, Self::SemiBold];
        let able = hands.into_iter().find(|hand| can_be_lettered(title, *hand));
        able.unwrap_or(Self::Title)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    Left,
    Middle,
}

/// One line of text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words<'a> {
    pub x: f64,
    /// Baseline.
    pub y: f64,
    pub size: f64,
    pub hand: Hand,
    pub from: From,
    /// The colour of the drawing where it is `None`.
    pub ink: Option<&'static str>,
    /// The width that was measured and must not be exceeded.
    pub width: Option<f64>,
    /// Something else says it already to those who do not see.
    pub hidden: bool,
    pub text: &'a str,
}

impl<'a> Words<'a> {
    /// In the size and weight of labels.
    pub fn new(x: f64, y: f64, text: &'a str) -> Self {
        Self {
            x,
            y,
            size: f64::from(LABEL_SIZE),
            hand: Hand::Regular,
            from: From::Left,
            ink: None,
            width: None,
            hidden: false,
            text,
        }
    }

    fn element(&self) -> Element {
        let mut element = Element::new("text").number("x", self.x).number("y", self.y);
        if self.hand == Hand::Title {
            element = element.attribute("font-family", SERIF);
        }
        if self.size != f64::from(LABEL_SIZE) {
            element = element.number("font-size", self.size);
        }
        if self.hand != Hand::Regular {
            element = element.attribute("font-weight", "600");
        }
        if self.from == From::Middle {
            element = element.attribute("text-anchor", "middle");
        }
        if self.hidden {
            element = element.attribute("aria-hidden", "true");
        }
        element
    }

    fn inked(&self, element: Element) -> Element {
        match self.ink {
            Some(ink) => element.attribute("fill", ink),
            None => element,
        }
    }

    fn fitted(&self, element: Element, width: Option<f64>) -> Element {
        match width {
            Some(width) => element
                .number("textLength", width)
                .attribute("lengthAdjust", "spacingAndGlyphs"),
            None => element,
        }
    }
}

/// Writes the words of one drawing, and keeps the outlines that it needs.
#[derive(Debug)]
pub(super) struct Scribe {
    lettering: Lettering,
    prefix: String,
    outlines: RefCell<BTreeMap<(Hand, u16), String>>,
}

impl Scribe {
    pub fn new(lettering: Lettering, prefix: &str) -> Self {
        Self {
            lettering,
            prefix: prefix.to_owned(),
            outlines: RefCell::default(),
        }
    }

    pub fn write(&self, words: Words<'_>) -> Element {
        let plain = |width| {
            let text: String = words.text.chars().map(drawn_as).collect();
            words
                .fitted(words.inked(words.element()), width)
                .text(&text)
        };
        // Letters that our fonts lack come from another, whose widths nobody measured: made
        // to keep one, they would be squeezed or drawn out.
        let fitted = || {
            words
                .width
                .filter(|_| can_be_lettered(words.text, words.hand))
        };
        match self.lettering {
            Lettering::Fitted => plain(fitted()),
            Lettering::Bundled => plain(None),
            Lettering::Outlined => self.outlined(words).unwrap_or_else(|| plain(None)),
        }
    }

    fn outlined(&self, words: Words<'_>) -> Option<Element> {
        let face = face(words.hand);
        let shaped = shaped(words.text, words.hand)?;
        let infos = shaped.glyph_infos();
        if infos.is_empty() {
            return None;
        }
        let mut outlines = self.outlines.borrow_mut();
        let mut letters = Vec::new();
        let mut pen = 0;
        for (info, position) in infos.iter().zip(shaped.glyph_positions()) {
            let glyph = u16::try_from(info.glyph_id).ok()?;
            let path = outlines
                .entry((words.hand, glyph))
                .or_insert_with(|| outline(face, glyph));
            if !path.is_empty() {
                letters.push((glyph, pen + position.x_offset, position.y_offset));
            }
            pen += position.x_advance;
        }
        let scale = words.size / f64::from(face.units_per_em());
        let width = f64::from(pen) * scale;
        let left = match words.from {
            From::Left => words.x,
            From::Middle => words.x - width / 2.0,
        };
        let place = format!(
            "translate({} {})scale({scale:.6})",
            number(left),
            number(words.y)
        );
        let mut drawn = words
            .inked(Element::new("g"))
            .attribute("transform", &place)
            .attribute("aria-hidden", "true");
        for (glyph, x, y) in letters {
            let mut letter = Element::new("use")
                .attribute("xlink:href", &format!("#{}", self.id(words.hand, glyph)));
            if x != 0 {
                letter = letter.attribute("x", &x.to_string());
            }
            if y != 0 {
                letter = letter.attribute("y", &(-y).to_string());
            }
            drawn.push(letter);
        }
        let unseen = words
            .fitted(words.element(), Some(width))
            .attribute("fill-opacity", "0")
            .text(words.text);
        Some(Element::new("g").with(drawn).with(unseen))
    }

    /// The outlines of the letters that were written.
    pub fn letters(self) -> Option<Element> {
        let outlines = self.outlines.take();
        if outlines.is_empty() {
            return None;
        }
        let mut defs = Element::new("defs");
        for ((hand, glyph), path) in outlines {
            if !path.is_empty() {
                defs.push(
                    Element::new("path")
                        .attribute("id", &self.id(hand, glyph))
                        .attribute("d", &path),
                );
            }
        }
        Some(defs)
    }

    fn id(&self, hand: Hand, glyph: u16) -> String {
        let hand = match hand {
            Hand::Regular => 'r',
            Hand::SemiBold => 'b',
            Hand::Title => 't',
        };
        format!("{}{hand}{glyph}", self.prefix)
    }
}

/// The face of the titles: Source Serif 4 SemiBold.
pub(crate) static TITLE_FILE: &[u8] =
    include_bytes!("../../../../../assets/fonts/SourceSerif4-SemiBold.ttf");

fn face(hand: Hand) -> &'static Face<'static> {
    static FACES: LazyLock<[Face<'static>; 3]> = LazyLock::new(|| {
        [
            Inter::file(Weight::Regular),
            Inter::file(Weight::SemiBold),
            TITLE_FILE,
        ]
        .map(|file| Face::from_slice(file, 0).expect("the bundled fonts are valid faces"))
    });
    &FACES[hand as usize]
}

/// Whether a face has every letter of a text.
pub fn can_be_lettered(text: &str, hand: Hand) -> bool {
    shaped(text, hand).is_some()
}

/// The letters of a text; `None` when the face lacks one.
fn shaped(text: &str, hand: Hand) -> Option<GlyphBuffer> {
    let mut buffer = UnicodeBuffer::new();
    for (at, c) in text.char_indices() {
        buffer.add(drawn_as(c), at as u32);
    }
    buffer.guess_segment_properties();
    let shaped = rustybuzz::shape(face(hand), &[], buffer);
    let has_all = shaped.glyph_infos().iter().all(|info| info.glyph_id != 0);
    has_all.then_some(shaped)
}

/// An outline in units of the font, the y axis downwards.
fn outline(face: &Face<'_>, glyph: u16) -> String {
    let mut pen = Pen::default();
    face.outline_glyph(GlyphId(glyph), &mut pen);
    pen.path
}

#[derive(Default)]
struct Pen {
    path: String,
    at: (i32, i32),
    /// Of the contour; closing goes back there.
    start: (i32, i32),
}

impl Pen {
    /// Relative coordinates, because they are shorter.
    fn step(&mut self, command: char, points: &[(f32, f32)]) {
        self.path.push(command);
        let from = self.at;
        for (place, (x, y)) in points.iter().enumerate() {
            let to = (x.round() as i32, -y.round() as i32);
            for (nth, way) in [to.0 - from.0, to.1 - from.1].into_iter().enumerate() {
                if way >= 0 && place + nth > 0 {
                    self.path.push(' ');
                }
                // Writing to a string cannot fail.
                let _ = write!(self.path, "{way}");
            }
            self.at = to;
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step('m', &[(x, y)]);
        self.start = self.at;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.step('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.step('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.path.push('z');
        self.at = self.start;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_face_answers_for_its_own_letters() {
        for (text, regular, title, of_title) in [
            ("Schrems II, Шремс, Ωμέγα", true, true, Hand::Title),
            ("Tuta\u{2010}Nota e\u{2011}mail\n", true, true, Hand::Title),
            ("e\u{301} \u{202e}\u{200d}", true, true, Hand::Title),
            // Only Inter has this one.
            ("\u{1f1}", true, false, Hand::SemiBold),
            ("憲法裁判所", false, false, Hand::Title),
            ("בית המשפט", false, false, Hand::Title),
            ("", true, true, Hand::Title),
        ] {
            let able = |hand| can_be_lettered(text, hand);
            assert_eq!(able(Hand::Regular), regular, "{text:?}");
            assert_eq!(able(Hand::SemiBold), regular, "{text:?}");
            assert_eq!(able(Hand::Title), title, "{text:?}");
            assert_eq!(Hand::of_title(text), of_title, "{text:?}");
        }
    }

    #[test]
    fn only_what_was_measured_is_made_to_keep_its_width() {
        for (text, is_measured) in [("Vacated", true), ("e\u{2011}mail", true), ("憲法", false)] {
            let words = Words {
                width: Some(40.0),
                ..Words::new(0.0, 0.0, text)
            };
            for lettering in [Lettering::Fitted, Lettering::Outlined] {
                let drawn = Scribe::new(lettering, "").write(words).write();
                assert_eq!(drawn.contains("textLength"), is_measured, "{drawn}");
            }
        }
        let drawn = |lettering| {
            let words = Words::new(0.0, 0.0, "e\u{2011}mail");
            Scribe::new(lettering, "").write(words).write()
        };
        assert!(drawn(Lettering::Bundled).contains("e-mail"));
        // Who selects the text gets it as it was written.
        assert!(drawn(Lettering::Outlined).contains("e\u{2011}mail"));
    }
}
