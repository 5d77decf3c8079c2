//! PDF: the drawing as lines and words, with the fonts that it needs inside.
//!
//! Each text is one run, so that it can be selected, searched and read aloud as it was
//! written. Every page is one figure with a text that stands for it.

use super::{PictureError, fonts, read};
use krilla::color::rgb;
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LinearGradient, Paint, SpreadMethod, Stop, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Identifier, Tag, TagGroup, TagTree};
use krilla::text::{Font, TextDirection};
use krilla::{Document, SerializeSettings};
use resvg::usvg::tiny_skia_path::PathSegment;
use resvg::usvg::{self, FontFamily, Group, Node, TextAnchor};
use std::collections::HashMap;

/// Points of a CSS pixel.
pub const POINTS: f64 = 0.75;

/// What a PDF can measure in one direction, in points.
pub const LONGEST_SHEET: f64 = 14_400.0;

/// What the file says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PdfAbout {
    pub title: String,
    /// BCP 47.
    pub language: String,
    /// The program and its version.
    pub creator: String,
}

/// A sheet, in points. The drawing fills what the margin leaves of its width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paper {
    pub width: f64,
    pub height: f64,
    /// Free on every side.
    pub margin: f64,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct PdfPage {
    /// Without it, a sheet of the size of the drawing.
    pub paper: Option<Paper>,
    pub svg: String,
    /// For the list of pages beside the document.
    pub name: String,
    /// Stands for the picture where it cannot be seen.
    pub description: String,
}

/// The pages in one document. The same pages give the same bytes: no date and no random
/// number gets in.
pub fn pdf(about: &PdfAbout, pages: &[PdfPage]) -> Result<Vec<u8>, PictureError> {
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    document.set_metadata(
        Metadata::new()
            .title(about.title.clone())
            .language(about.language.clone())
            .creator(about.creator.clone()),
    );
    let mut outline = Outline::new();
    let mut tags = TagTree::new().with_lang(Some(about.language.clone()));
    let mut hands = Hands::default();
    for (index, page) in pages.iter().enumerate() {
        let content = draw_page(&mut document, page, &mut hands)?;
        let figure = Tag::Figure(Some(page.description.clone()));
        tags.push(TagGroup::with_children(figure, vec![content.into()]));
        let top = XyzDestination::new(index, Point::from_xy(0.0, 0.0));
        outline.push_child(OutlineNode::new(page.name.clone(), top));
    }
    if pages.len() > 1 {
        document.set_outline(outline);
    }
    document.set_tag_tree(tags);
    document
        .finish()
        .map_err(|error| PictureError::Undrawable(format!("{error:?}")))
}

fn draw_page(
    document: &mut Document,
    page: &PdfPage,
    hands: &mut Hands,
) -> Result<Identifier, PictureError> {
    let tree = read(&page.svg)?;
    let drawn = f64::from(tree.size().width());
    let Paper {
        width,
        height,
        margin,
    } = page.paper.unwrap_or(Paper {
        width: drawn * POINTS,
        height: f64::from(tree.size().height()) * POINTS,
        margin: 0.0,
    });
    let settings = PageSettings::from_wh(width as f32, height as f32)
        .filter(|_| width.max(height) <= LONGEST_SHEET)
        .ok_or(PictureError::TooLong)?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    let scale = (width - 2.0 * margin) / drawn;
    let place = Transform::from_row(
        scale as f32,
        0.0,
        0.0,
        scale as f32,
        margin as f32,
        margin as f32,
    );
    let content = surface.start_tagged(ContentTag::Other);
    surface.push_transform(&place);
    let mut pen = Pen {
        surface: &mut surface,
        hands,
    };
    pen.group(tree.root());
    surface.pop();
    surface.end_tagged();
    surface.finish();
    sheet.finish();
    Ok(content)
}

/// The faces that were used, each once.
#[derive(Default)]
struct Hands(HashMap<(bool, u16), Font>);

impl Hands {
    fn font(&mut self, is_serif: bool, weight: u16) -> Font {
        self.0
            .entry((is_serif, weight))
            .or_insert_with(|| {
                Font::new(fonts::file(is_serif, weight).into(), 0)
                    .expect("the bundled fonts are valid faces")
            })
            .clone()
    }
}

struct Pen<'a, 'b> {
    surface: &'a mut Surface<'b>,
    hands: &'a mut Hands,
}

impl Pen<'_, '_> {
    fn group(&mut self, group: &Group) {
        let mut pushed = 0;
        let own = group.transform();
        if !own.is_identity() {
            self.surface.push_transform(&transform(own));
            pushed += 1;
        }
        // Ours are one rectangle.
        let clips = group.clip_path().map(|clip| clip.root().children());
        for node in clips.into_iter().flatten() {
            if let Node::Path(clip) = node
                && let Some(path) = path(clip)
            {
                self.surface.push_clip_path(&path, &FillRule::NonZero);
                pushed += 1;
            }
        }
        let opacity = group.opacity().get();
        if opacity < 1.0 {
            self.surface.push_opacity(fraction(opacity));
            pushed += 1;
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group),
                Node::Path(path) => self.path(path),
                Node::Text(text) => self.text(text),
                // Our drawings have no images.
                Node::Image(_) => {}
            }
        }
        for _ in 0..pushed {
            self.surface.pop();
        }
    }

    fn path(&mut self, drawn: &usvg::Path) {
        let (fill, stroke) = (drawn.fill(), drawn.stroke());
        let Some(path) = path(drawn).filter(|_| fill.is_some() || stroke.is_some()) else {
            return;
        };
        self.surface.set_fill(fill.map(filled));
        self.surface.set_stroke(stroke.map(|stroke| Stroke {
            paint: paint(stroke.paint()),
            width: stroke.width().get(),
            opacity: fraction(stroke.opacity().get()),
            ..Stroke::default()
        }));
        self.surface.draw_path(&path);
    }

    fn text(&mut self, text: &usvg::Text) {
        for chunk in text.chunks() {
            let (Some(span), Some(x), Some(y)) = (chunk.spans().first(), chunk.x(), chunk.y())
            else {
                continue;
            };
            let is_serif = matches!(
                span.font().families().first(),
                Some(FontFamily::Named(name)) if name == fonts::SERIF
            );
            let font = self.hands.font(is_serif, span.font().weight());
            let width = text.bounding_box().width();
            let left = match chunk.anchor() {
                TextAnchor::Start => x,
                TextAnchor::Middle => x - width / 2.0,
                TextAnchor::End => x - width,
            };
            self.surface.set_fill(span.fill().map(filled));
            self.surface.set_stroke(None);
            self.surface.draw_text(
                Point::from_xy(left, y),
                font,
                span.font_size().get(),
                chunk.text(),
                false,
                TextDirection::Auto,
            );
        }
    }
}

fn filled(fill: &usvg::Fill) -> Fill {
    Fill {
        paint: paint(fill.paint()),
        opacity: fraction(fill.opacity().get()),
        rule: FillRule::NonZero,
    }
}

fn paint(paint: &usvg::Paint) -> Paint {
    match paint {
        usvg::Paint::Color(colour) => ink(*colour).into(),
        usvg::Paint::LinearGradient(gradient) => LinearGradient {
            x1: gradient.x1(),
            y1: gradient.y1(),
            x2: gradient.x2(),
            y2: gradient.y2(),
            transform: transform(gradient.transform()),
            spread_method: SpreadMethod::Pad,
            stops: gradient
                .stops()
                .iter()
                .map(|stop| Stop {
                    offset: fraction(stop.offset().get()),
                    color: ink(stop.color()).into(),
                    opacity: fraction(stop.opacity().get()),
                })
                .collect(),
            anti_alias: false,
        }
        .into(),
        // Our drawings have no others.
        usvg::Paint::RadialGradient(_) | usvg::Paint::Pattern(_) => rgb::Color::black().into(),
    }
}

fn ink(colour: usvg::Color) -> rgb::Color {
    rgb::Color::new(colour.red, colour.green, colour.blue)
}

fn fraction(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn transform(of: usvg::Transform) -> Transform {
    Transform::from_row(of.sx, of.ky, of.kx, of.sy, of.tx, of.ty)
}

fn path(of: &usvg::Path) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in of.data().segments() {
        match segment {
            PathSegment::MoveTo(to) => path.move_to(to.x, to.y),
            PathSegment::LineTo(to) => path.line_to(to.x, to.y),
            PathSegment::QuadTo(by, to) => path.quad_to(by.x, by.y, to.x, to.y),
            PathSegment::CubicTo(by, then, to) => {
                path.cubic_to(by.x, by.y, then.x, then.y, to.x, to.y);
            }
            PathSegment::Close => path.close(),
        }
    }
    path.finish()
}
