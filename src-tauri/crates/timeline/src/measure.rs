//! How wide a text is.

use crate::scene::LABEL_SIZE;
use rustybuzz::{Face, ShapePlan, UnicodeBuffer, shape_with_plan, ttf_parser};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU16, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    Regular,
    SemiBold,
}

/// Tells the layout how much room a text needs.
pub trait MeasureText {
    /// CSS pixels at [`LABEL_SIZE`]; other sizes are in proportion. SemiBold is never
    /// narrower than Regular.
    fn width(&self, text: &str, weight: Weight) -> f32;

    /// The width of a text, if it is no more than `widest`.
    fn within(&self, text: &str, weight: Weight, widest: f32) -> Option<f32> {
        Some(self.width(text, weight)).filter(|width| *width <= widest)
    }

    /// How many bytes at the beginning of a text fit before `rest`, when both may take no
    /// more than `widest`: whole characters. The longer a text, the wider it is.
    fn fitting(&self, text: &str, rest: &str, weight: Weight, widest: f32) -> usize {
        let ends = ends_of(text);
        let fits = |end: &usize| self.width(&format!("{}{rest}", &text[..*end]), weight) <= widest;
        let fit = ends.partition_point(fits);
        fit.checked_sub(1).map_or(0, |last| ends[last])
    }
}

/// No more characters fit into any label.
const MOST_CHARACTERS: usize = 200;

/// Where the characters of a text end that may fit.
fn ends_of(text: &str) -> Vec<usize> {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    ends.take(MOST_CHARACTERS).collect()
}

/// The bundled Inter, which the window and every picture draw with: advances, kerning
/// and ligatures as a browser shapes them.
///
/// Plain English is added up from pairs of letters, each of which is shaped once; any
/// other text is shaped once and its width kept, because the same labels are asked for at
/// every step of a zoom.
#[derive(Debug, Clone, Copy, Default)]
pub struct Inter;

impl MeasureText for Inter {
    fn width(&self, text: &str, weight: Weight) -> f32 {
        let face = BundledFace::of(weight);
        match face.of_pairs(text, u32::MAX) {
            Some(units) => face.pixels(units as f32),
            None => face.kept_width(text),
        }
    }

    fn within(&self, text: &str, weight: Weight, widest: f32) -> Option<f32> {
        let face = BundledFace::of(weight);
        let width = match face.of_pairs(text, face.units_in(widest)) {
            Some(units) => face.pixels(units as f32),
            None => face.kept_width(text),
        };
        Some(width).filter(|width| *width <= widest)
    }

    fn fitting(&self, text: &str, rest: &str, weight: Weight, widest: f32) -> usize {
        let face = BundledFace::of(weight);
        face.fitting_of_pairs(text, rest, face.units_in(widest))
            .unwrap_or_else(|| face.fitting_of_letters(text, rest, widest))
    }
}

impl Inter {
    /// The file of the face, for whoever draws with it: TrueType.
    pub fn file(weight: Weight) -> &'static [u8] {
        match weight {
            Weight::Regular => REGULAR_FILE,
            Weight::SemiBold => SEMI_BOLD_FILE,
        }
    }
}

/// Widths kept for each weight; some 10 MB at most.
const KEPT: usize = 100_000;

static REGULAR_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Inter-Regular.ttf");
static SEMI_BOLD_FILE: &[u8] = include_bytes!("../../../../assets/fonts/Inter-SemiBold.ttf");

static REGULAR: LazyLock<BundledFace> = LazyLock::new(|| BundledFace::new(REGULAR_FILE));
static SEMI_BOLD: LazyLock<BundledFace> = LazyLock::new(|| BundledFace::new(SEMI_BOLD_FILE));

struct BundledFace {
    face: Face<'static>,
    /// For Latin, which nearly every label is.
    latin: ShapePlan,
    widths: Mutex<HashMap<Box<str>, f32>>,
    /// What a plain character adds to the width of a text before each other, kerning
    /// included, and as the last, in font units; [`UNKNOWN`] until it is asked for. Small
    /// enough for the innermost cache of a processor.
    pairs: Box<[AtomicU16]>,
}

/// Printable ASCII, and the ellipsis of labels that are cut.
const PLAIN: std::ops::Range<u8> = b' '..b'~' + 1;
const ELLIPSIS: u8 = PLAIN.end - PLAIN.start;
const NOTHING: u8 = ELLIPSIS + 1;
const SLOTS: usize = NOTHING as usize + 1;
const ELLIPSIS_BYTES: &[u8] = "…".as_bytes();
/// No two characters are so wide.
const UNKNOWN: u16 = u16::MAX;
/// Characters whose shape depends on more than their neighbours, as in an arrow.
const CONTEXTUAL: &[u8] = br"<>=*@:\|_^~!#+`{}[]";
const NOT_PLAIN: u8 = u8::MAX;
/// For every byte its slot, if a text that has it can be added up from pairs.
const SLOT: [u8; 256] = {
    let mut slot = [NOT_PLAIN; 256];
    let mut byte = PLAIN.start;
    while byte < PLAIN.end {
        slot[byte as usize] = byte - PLAIN.start;
        byte += 1;
    }
    let mut at = 0;
    while at < CONTEXTUAL.len() {
        slot[CONTEXTUAL[at] as usize] = NOT_PLAIN;
        at += 1;
    }
    slot
};

impl BundledFace {
    fn of(weight: Weight) -> &'static Self {
        match weight {
            Weight::Regular => &REGULAR,
            Weight::SemiBold => &SEMI_BOLD,
        }
    }

    fn new(bytes: &'static [u8]) -> Self {
        let face = Face::from_slice(bytes, 0).expect("the bundled font is a valid face");
        let latin = ShapePlan::new(
            &face,
            rustybuzz::Direction::LeftToRight,
            Some(rustybuzz::script::LATIN),
            None,
            &[],
        );
        Self {
            face,
            latin,
            widths: Mutex::default(),
            pairs: (0..SLOTS * SLOTS)
                .map(|_| AtomicU16::new(UNKNOWN))
                .collect(),
        }
    }

    /// The width of a text of plain characters in font units; `None` for any other. Of one
    /// that takes more than `most`, some number beyond it.
    fn of_pairs(&self, text: &str, most: u32) -> Option<u32> {
        let mut plain = Plain::new(text);
        let mut units = 0;
        // Before the first there is nothing that it could be added to.
        let mut last = NOTHING;
        while let Some(slot) = plain.next()? {
            if last != NOTHING {
                units += u32::from(self.advance(last, slot));
            }
            if units > most {
                return Some(units);
            }
            last = slot;
        }
        if last != NOTHING {
            units += u32::from(self.advance(last, NOTHING));
        }
        plain.is_sum.then_some(units)
    }

    /// [`MeasureText::fitting`] of plain characters; `None` for any other.
    fn fitting_of_pairs(&self, text: &str, rest: &str, most: u32) -> Option<usize> {
        let first = Plain::new(rest).next()??;
        let most = most.checked_sub(self.of_pairs(rest, u32::MAX)?)?;
        let mut plain = Plain::new(text);
        let (mut units, mut fit, mut last) = (0, 0, NOTHING);
        while let Some(slot) = plain.next()? {
            if last != NOTHING {
                units += u32::from(self.advance(last, slot));
            }
            if units > most {
                break;
            }
            if units + u32::from(self.advance(slot, first)) <= most {
                fit = plain.at;
            }
            last = slot;
        }
        plain.is_sum.then_some(fit)
    }

    /// [`MeasureText::fitting`] of any text: near where its letters come to the width,
    /// because to shape every beginning that a search would try takes several times as long.
    fn fitting_of_letters(&self, text: &str, rest: &str, widest: f32) -> usize {
        let ends = ends_of(text);
        let text = &text[..ends.last().copied().unwrap_or(0)];
        let fits = |end: &usize| self.shape(&[&text[..*end], rest].concat()) <= widest;
        let likely = self.beginning(text, widest - self.shape(rest));
        let mut count = ends.partition_point(|end| *end <= likely);
        while count < ends.len() && fits(&ends[count]) {
            count += 1;
        }
        while count > 0 && !fits(&ends[count - 1]) {
            count -= 1;
        }
        count.checked_sub(1).map_or(0, |last| ends[last])
    }

    /// As it is shaped, which is done once.
    fn kept_width(&self, text: &str) -> f32 {
        // A width is right or absent, so a panic elsewhere cannot have spoilt the map.
        let mut widths = self.widths.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(width) = widths.get(text) {
            return *width;
        }
        if widths.len() >= KEPT {
            widths.clear();
        }
        let width = self.shape(text);
        widths.insert(text.into(), width);
        width
    }

    /// What a character takes before another, or as the last, in font units.
    #[inline]
    fn advance(&self, of: u8, before: u8) -> u16 {
        let kept = &self.pairs[usize::from(of) * SLOTS + usize::from(before)];
        match kept.load(Ordering::Relaxed) {
            UNKNOWN => self.learn(of, before),
            advance => advance,
        }
    }

    #[cold]
    fn learn(&self, of: u8, before: u8) -> u16 {
        let text = |slot: u8| match slot {
            ELLIPSIS => "…".to_owned(),
            NOTHING => String::new(),
            slot => char::from(PLAIN.start + slot).to_string(),
        };
        let (one, other) = (text(of), text(before));
        let advance = self.units(&format!("{one}{other}")) - self.units(&other);
        let advance = advance.round() as u16;
        self.pairs[usize::from(of) * SLOTS + usize::from(before)].store(advance, Ordering::Relaxed);
        advance
    }

    /// Whole font units in so many pixels.
    fn units_in(&self, pixels: f32) -> u32 {
        let em = f32::from(ttf_parser::Face::units_per_em(&self.face));
        (pixels / LABEL_SIZE * em) as u32
    }

    fn pixels(&self, units: f32) -> f32 {
        let em = f32::from(ttf_parser::Face::units_per_em(&self.face));
        units / em * LABEL_SIZE
    }

    fn shape(&self, text: &str) -> f32 {
        self.pixels(self.units(text))
    }

    /// As a browser shapes it, in font units.
    fn units(&self, text: &str) -> f32 {
        self.advances(text).map(|(_, units)| units).sum()
    }

    /// Where the letters begin that are beyond so many pixels, or the end of the text.
    fn beginning(&self, text: &str, widest: f32) -> usize {
        let mut advances: Vec<(usize, f32)> = self.advances(text).collect();
        // What is read from the right comes last first.
        advances.sort_by_key(|(at, _)| *at);
        let mut units = 0.0;
        let beyond = advances.iter().find(|(_, advance)| {
            units += advance;
            self.pixels(units) > widest
        });
        beyond.map_or(text.len(), |(at, _)| *at)
    }

    /// What every glyph of a text takes, in font units, with the place of its character.
    fn advances(&self, text: &str) -> impl Iterator<Item = (usize, f32)> {
        let mut buffer = UnicodeBuffer::new();
        for (at, c) in text.char_indices() {
            buffer.add(drawn_as(c), at as u32);
        }
        buffer.guess_segment_properties();
        let shaped = if buffer.script() == rustybuzz::script::LATIN
            && buffer.direction() == rustybuzz::Direction::LeftToRight
        {
            shape_with_plan(&self.face, &self.latin, buffer)
        } else {
            rustybuzz::shape(&self.face, &[], buffer)
        };
        let em = f32::from(ttf_parser::Face::units_per_em(&self.face));
        let infos = shaped.glyph_infos().iter();
        let glyphs = infos.zip(shaped.glyph_positions()).map(|(info, position)| {
            let at = info.cluster as usize;
            let units = match info.glyph_id {
                0 => em * width_in_another_font(text, at),
                _ => position.x_advance as f32,
            };
            (at, units)
        });
        glyphs.collect::<Vec<_>>().into_iter()
    }
}

/// The slots of a text, one after the other.
struct Plain<'t> {
    bytes: &'t [u8],
    at: usize,
    /// The last character that is no space.
    before: u8,
    is_sum: bool,
}

impl<'t> Plain<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            bytes: text.as_bytes(),
            at: 0,
            before: b' ',
            is_sum: true,
        }
    }

    /// `Some(None)` at the end; `None` where a character is not plain.
    #[inline]
    fn next(&mut self) -> Option<Option<u8>> {
        let Some(byte) = self.bytes.get(self.at) else {
            return Some(None);
        };
        if *byte != b' ' {
            self.is_sum &= is_sum(self.before, *byte);
            self.before = *byte;
        }
        match SLOT[usize::from(*byte)] {
            NOT_PLAIN if self.bytes[self.at..].starts_with(ELLIPSIS_BYTES) => {
                self.at += ELLIPSIS_BYTES.len();
                Some(Some(ELLIPSIS))
            }
            NOT_PLAIN if self.is_doubt() => {
                self.at += 1;
                Some(Some(*byte - PLAIN.start))
            }
            NOT_PLAIN => None,
            slot => {
                self.at += 1;
                Some(Some(slot))
            }
        }
    }

    /// Whether here is the tilde of "(~)" or "(~?)", which stand behind many labels and
    /// change nothing round them.
    fn is_doubt(&self) -> bool {
        let behind = &self.bytes[self.at..];
        let is_marked = behind.starts_with(b"~)") || behind.starts_with(b"~?)");
        is_marked && self.bytes[..self.at].ends_with(b"(")
    }
}

/// Whether two characters, with or without spaces between them, take the same wherever they
/// stand. Between digits an x is a multiplication sign, which is shaped otherwise; one beside
/// any digit is left to the shaper. Brackets and hyphens stand higher among capitals and
/// digits than among small letters, and how near another character comes depends on which
/// they are, which depends on the text round them.
fn is_sum(before: u8, after: u8) -> bool {
    let is_high = |byte: u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
    match (before, after) {
        (digit, b'x') | (b'x', digit) => !digit.is_ascii_digit(),
        (b'(' | b')' | b'-', b'(' | b')' | b'-') => false,
        (b'(' | b'-', beside) | (beside, b')' | b'-') => !is_high(beside),
        _ => true,
    }
}

/// The character that is drawn for another, which the bundled fonts lack though they have
/// what looks the same: hyphens that differ only in where a line may end, and breaks of
/// lines in what has one line.
pub fn drawn_as(c: char) -> char {
    match c {
        '\u{2010}' | '\u{2011}' => '-',
        '\n' | '\r' | '\t' => ' ',
        c => c,
    }
}

/// A character that Inter lacks is drawn from a font of the system whose widths are not
/// known; this is a little more than such fonts take, in em.
fn width_in_another_font(text: &str, at: usize) -> f32 {
    match text.get(at..).and_then(|rest| rest.chars().next()) {
        // Hangul, kana, ideographs and pictures fill a square.
        Some('\u{1100}'..='\u{11ff}' | '\u{2e80}'..) => 1.05,
        _ => 0.75,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Whose beginnings are searched as the trait does it.
    struct Every;

    impl MeasureText for Every {
        fn width(&self, text: &str, weight: Weight) -> f32 {
            BundledFace::of(weight).shape(text)
        }
    }

    #[test]
    fn widths_are_those_that_a_browser_shapes() {
        // Font units of HarfBuzz for the same face, kerning included.
        for (text, units) in [
            ("Civil contempt, no sanctions", 27_357.0),
            ("AVATAR To. Té fi ff", 17_994.0),
            ("Шремс ТАЄ", 11_719.0),
            ("Ωμέγα ΑΥ", 9_616.0),
            ("", 0.0),
        ] {
            let width = Inter.width(text, Weight::Regular);
            let expected = units / 2_048.0 * LABEL_SIZE;
            assert!(
                (width - expected).abs() < 0.01,
                "{text}: {width} for {expected}"
            );
        }
    }

    #[test]
    fn brackets_and_hyphens_beside_capitals_and_digits_are_shaped_in_their_text() {
        for text in [
            "a(D",
            "1)a",
            "(see 4)",
            "Exhibit (D)",
            "L-shaped",
            "D((b",
            "(?)",
            "By NSA (~)",
            "Order 4… (~?)",
            "a(~)B",
            "(~D)",
        ] {
            for weight in [Weight::Regular, Weight::SemiBold] {
                let whole = BundledFace::of(weight).shape(text);
                let width = Inter.width(text, weight);
                assert!((width - whole).abs() < 0.01, "{text}: {width} for {whole}");
            }
        }
    }

    proptest! {
        #[test]
        fn pairs_add_up_to_what_a_whole_text_takes(
            text in "[ -~…]{0,40}",
            words in "([A-Z]?[a-z]{1,9}[.,]? ?){1,8}",
            products in "[0-9xXa .,-]{0,12}",
            brackets in "[a-cLTY17()?. -]{0,12}",
            doubts in "([A-Z]?[a-z0-9]{1,3}[ …]){0,3}[a-cLT17]?…? \\(~\\??\\)[ A-Zb7(]{0,2}",
        ) {
            for text in [text, words, products, brackets, doubts] {
                for face in [&*REGULAR, &*SEMI_BOLD] {
                    if let Some(units) = face.of_pairs(&text, u32::MAX) {
                        let (width, whole) = (face.pixels(units as f32), face.shape(&text));
                        prop_assert!((width - whole).abs() < 0.01, "{:?}: {} for {}", text, width, whole);
                    }
                }
            }
        }

        #[test]
        fn what_fits_is_what_measuring_every_beginning_finds(
            text in "([A-Za-z]{1,9}[.,0-9x]?[ é]?){1,8}",
            rest in "…|… \\(\\?\\)|… \\(~\\?\\)",
            widest in 0_f32..200.0,
        ) {
            let weight = Weight::SemiBold;
            let fit = Inter.fitting(&text, &rest, weight, widest);
            prop_assert_eq!(fit, Every.fitting(&text, &rest, weight, widest));
            let letters = BundledFace::of(weight).fitting_of_letters(&text, &rest, widest);
            prop_assert_eq!(fit, letters);
            let width = Inter.width(&text, weight);
            let within = Inter.within(&text, weight, widest);
            prop_assert_eq!(within, Some(width).filter(|width| *width <= widest));
        }
    }

    #[test]
    fn a_text_of_any_script_is_cut_where_it_no_longer_fits() {
        let weight = Weight::SemiBold;
        for text in [
            "In re Warrant No. 13-MJ-2814 (S.D.N.Y.) to Search an E-mail Account",
            "Шремс против Комиссара по защите данных и Facebook Ireland",
            "欧州司法裁判所がセーフハーバー決定を無効と判断した事件",
            "בית המשפט העליון ביטל את ההחלטה של בית המשפט המחוזי",
            "x",
            "",
        ] {
            for widest in [0.0, 3.0, 60.0, 180.0, 240.0, 9_000.0] {
                for rest in ["…", "… (?)"] {
                    let fit = Inter.fitting(text, rest, weight, widest);
                    let expected = Every.fitting(text, rest, weight, widest);
                    assert_eq!(fit, expected, "{text} in {widest} before {rest}");
                }
            }
        }
    }

    #[test]
    fn semi_bold_is_wider_and_a_second_asking_gives_the_same() {
        let first = Inter.width("Second Circuit reverses", Weight::SemiBold);
        assert!(first > Inter.width("Second Circuit reverses", Weight::Regular));
        assert_eq!(
            first,
            Inter.width("Second Circuit reverses", Weight::SemiBold)
        );
    }

    #[test]
    fn what_is_drawn_as_something_else_takes_as_much() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            let plain = Inter.width("Tuta Nota-based e-mail", weight);
            let hyphens = Inter.width("Tuta\nNota\u{2010}based e\u{2011}mail", weight);
            assert!((plain - hyphens).abs() < 0.01, "{plain} and {hyphens}");
        }
    }

    #[test]
    fn scripts_that_the_font_lacks_still_get_room() {
        assert!(Inter.width("憲法裁判所", Weight::Regular) >= 5.0 * LABEL_SIZE);
        assert!(Inter.width("מחוזי", Weight::Regular) > 0.0);
    }
}
