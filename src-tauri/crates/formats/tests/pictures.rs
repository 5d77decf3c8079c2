//! PNG and PDF of a drawing: what they measure, that they are what they say, and that the
//! same drawing gives the same bytes.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::Shape;
use docketline_formats::picture::{MOST_PIXELS, Paper, PdfAbout, PdfPage, PictureError, pdf, png};
use docketline_formats::svg::{Lettering, Paper as Ground, SvgOptions, timeline_svg};
use docketline_timeline::scene::Nesting;
use docketline_timeline::scene::flag;
use docketline_timeline::{Inter, LaneInput, Scene, TimelineEvent, Viewport, layout};
use roxmltree::Document;

/// `third` is the label of some of the events.
fn scene(third: &str) -> Scene {
    let names = ["Certiorari granted", "Été: Шремс", third, "A long stay"];
    let events: Vec<TimelineEvent> = (0..8)
        .map(|key| TimelineEvent {
            key,
            lane: 0,
            shape: [Shape::Diamond, Shape::HollowSquare][key as usize % 2],
            bounds: Bounds {
                earliest: Some(Day(16_000 + key * 150)),
                latest: Some(Day(16_000 + key * 150 + [0, 20, 900, 0][key as usize % 4])),
            },
            minute: None,
            is_span: key == 6,
            uncertain: false,
            approximate: false,
            label: names[key as usize % 4].to_owned(),
            significance: 5,
            flags: if key == 3 {
                flag::NOTED | flag::DISPUTED
            } else {
                0
            },
        })
        .collect();
    let lanes = [LaneInput {
        id: "a".to_owned(),
        name: "Appeal".to_owned(),
        colour: 1,
        events: 8,
        rows: None,
        nesting: Nesting::Alone,
    }];
    let viewport = Viewport {
        from: 15_900.0,
        days_per_px: 3.0,
        width: 900.0,
    };
    layout(&events, &lanes, viewport, None, &Inter)
}

fn drawing(lettering: Lettering) -> String {
    drawing_of(&scene("憲法裁判所"), lettering)
}

fn drawing_of(scene: &Scene, lettering: Lettering) -> String {
    let options = SvgOptions {
        title: "A case & its <times>".to_owned(),
        subtitle: "2013 to 2016".to_owned(),
        footer: "From 3 sources".to_owned(),
        lettering,
        paper: Ground::White,
        ..SvgOptions::default()
    };
    timeline_svg(scene, &options)
}

fn page(paper: Option<Paper>) -> PdfPage {
    PdfPage {
        paper,
        svg: drawing(Lettering::Bundled),
        name: "2013 to 2016".to_owned(),
        description: "Eight events".to_owned(),
    }
}

fn about() -> PdfAbout {
    PdfAbout {
        title: "A case & its <times>".to_owned(),
        language: "en".to_owned(),
        creator: "Docketline".to_owned(),
    }
}

/// Width, height, and three bytes for each pixel.
fn pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let decoder = ::png::Decoder::new(std::io::Cursor::new(file));
    let mut reader = decoder.read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    assert_eq!(info.color_type, ::png::ColorType::Rgb);
    (info.width, info.height, pixels)
}

#[test]
fn a_png_has_scale_times_the_pixels_of_the_drawing() {
    let svg = drawing(Lettering::Bundled);
    let document = Document::parse(&svg).unwrap();
    let length = |name| {
        let value = document.root_element().attribute(name).unwrap();
        value.parse::<f64>().unwrap()
    };
    for scale in [1.0, 2.0, 4.0] {
        let (width, height, _) = pixels(&png(&svg, scale, "t").unwrap());
        assert_eq!(f64::from(width), (length("width") * scale).ceil());
        assert_eq!(f64::from(height), (length("height") * scale).ceil());
    }
}

#[test]
fn a_png_stands_on_white_and_has_the_ink_of_its_lane_and_of_its_letters() {
    let (width, _, pixels) = pixels(&png(&drawing(Lettering::Bundled), 2.0, "t").unwrap());
    let colours: Vec<[u8; 3]> = pixels.chunks(3).map(|p| [p[0], p[1], p[2]]).collect();
    assert_eq!(colours[0], [255, 255, 255]);
    assert_eq!(colours[colours.len() - 1], [255, 255, 255]);
    let count = |colour| colours.iter().filter(|c| **c == colour).count();
    assert!(count([0x1f, 0x5f, 0x8b]) > 500, "the lane's colour");
    // The title: dark pixels in the first lines.
    let head = &colours[..width as usize * 80];
    assert!(
        head.iter().filter(|c| c[0] < 0x60).count() > 200,
        "the title"
    );
}

#[test]
fn every_pixel_of_a_png_stands_where_it_was_drawn_with_its_colour() {
    // More than one chunk of the file holds them.
    const SIDE: usize = 200;
    let colour = |x: usize, y: usize| {
        let [red, green, blue, _] = ((y * SIDE + x) as u32)
            .wrapping_mul(2_654_435_761)
            .rotate_right(11)
            .to_be_bytes();
        [red, green, blue]
    };
    let squares: String = (0..SIDE * SIDE)
        .map(|at| {
            let (x, y) = (at % SIDE, at / SIDE);
            let [red, green, blue] = colour(x, y);
            format!(
                r#"<rect x="{x}" y="{y}" width="1" height="1" fill="rgb({red},{green},{blue})"/>"#
            )
        })
        .collect();
    let svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}">{squares}</svg>"#
    );
    let file = png(&svg, 1.0, "t").unwrap();
    assert!(file.windows(4).filter(|name| name == b"IDAT").count() > 1);
    let (_, _, pixels) = pixels(&file);
    let drawn: Vec<[u8; 3]> = (0..SIDE * SIDE)
        .map(|at| colour(at % SIDE, at / SIDE))
        .collect();
    assert!(pixels == drawn.as_flattened());
}

#[test]
fn a_picture_is_cut_off_at_its_edges_though_only_what_reaches_over_them_is() {
    const FIRST: &str = "<g><g role=\"graphics-symbol\"";
    const CUT: &str = " clip-path=\"url(#timeline-plot)\"";
    let scene = scene("Cut off");
    for from in (15_900..17_000).step_by(130) {
        let options = SvgOptions {
            viewport: Some(Viewport {
                from: from.into(),
                days_per_px: 3.0,
                width: 200.0,
            }),
            lettering: Lettering::Bundled,
            paper: Ground::White,
            ..SvgOptions::default()
        };
        let each = timeline_svg(&scene, &options);
        let marks = each.matches("graphics-symbol").count();
        assert!(
            (1..marks).contains(&each.matches(CUT).count()),
            "from {from}"
        );
        let together =
            each.replace(CUT, "")
                .replacen(FIRST, &FIRST.replacen("<g", &format!("<g{CUT}"), 1), 1);
        assert_eq!(together.matches(CUT).count(), 1);
        let [each, together] = [each, together].map(|svg| pixels(&png(&svg, 2.0, "t").unwrap()).2);
        // Layers round their colours each for themselves.
        let differs = each
            .iter()
            .zip(&together)
            .position(|(a, b)| a.abs_diff(*b) > 3);
        assert_eq!(differs, None, "from {from}");
    }
}

#[test]
fn outlined_letters_are_drawn_where_the_letters_of_the_font_are() {
    // The reader of drawings has our fonts, so both must look alike.
    let scene = scene("AVATAR To. Té fi ff");
    let drawn = |lettering| {
        let svg = drawing_of(&scene, lettering);
        pixels(&png(&svg, 2.0, "t").unwrap()).2
    };
    let (plain, outlined) = (drawn(Lettering::Bundled), drawn(Lettering::Outlined));
    let differing = plain
        .iter()
        .zip(&outlined)
        .filter(|(a, b)| a.abs_diff(**b) > 96)
        .count();
    assert!(
        differing * 2_000 < plain.len(),
        "{differing} of {}",
        plain.len()
    );
}

#[test]
fn an_outlined_drawing_keeps_its_words_and_asks_for_no_font() {
    let svg = drawing(Lettering::Outlined);
    let document = Document::parse(&svg).unwrap();
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|n| n.attribute("id"))
        .collect();
    let mut letters = 0;
    for node in document
        .descendants()
        .filter(|n| n.has_tag_name("use") || n.tag_name().name() == "use")
    {
        let target = node
            .attribute(("http://www.w3.org/1999/xlink", "href"))
            .unwrap();
        assert!(ids.contains(&target.strip_prefix('#').unwrap()));
        letters += 1;
    }
    assert!(letters > 100, "{letters}");
    for text in document
        .descendants()
        .filter(|n| n.tag_name().name() == "text")
    {
        // Only letters that our fonts lack are left to another.
        let unseen = text.attribute("fill-opacity") == Some("0");
        assert_eq!(unseen, !text.text().unwrap().contains('憲'), "{text:?}");
        assert_eq!(text.attribute("textLength").is_some(), unseen, "{text:?}");
    }
}

#[test]
fn what_would_not_fit_in_memory_is_refused_before_it_is_drawn() {
    let svg = |width: u64, height: u64| {
        format!(r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"/>"#)
    };
    for (width, height, scale) in [(20_000, 5_001, 1.0), (10_000, 5_000, 2.0), (70_000, 1, 1.0)] {
        let refused = png(&svg(width, height), scale, "t").unwrap_err();
        assert!(
            matches!(refused, PictureError::TooLarge { .. }),
            "{refused}"
        );
    }
    assert_eq!(MOST_PIXELS, 100_000_000);
    let long = PdfPage {
        svg: svg(20_000, 10),
        ..page(None)
    };
    assert_eq!(pdf(&about(), &[long]), Err(PictureError::TooLong));
}

#[test]
fn what_is_no_drawing_is_refused() {
    for svg in ["", "<svg", "text"] {
        assert!(
            matches!(png(svg, 1.0, "t"), Err(PictureError::Undrawable(_))),
            "{svg}"
        );
    }
}

#[test]
fn the_same_drawing_gives_the_same_bytes() {
    let a4 = Paper {
        width: 841.89,
        height: 595.276,
        margin: 14.0,
    };
    let pages = [page(Some(a4)), page(Some(a4))];
    assert_eq!(
        pdf(&about(), &pages).unwrap(),
        pdf(&about(), &pages).unwrap()
    );
    for lettering in [Lettering::Bundled, Lettering::Outlined] {
        assert_eq!(drawing(lettering), drawing(lettering));
    }
    let svg = drawing(Lettering::Bundled);
    assert_eq!(png(&svg, 1.0, "t").unwrap(), png(&svg, 1.0, "t").unwrap());
}

#[test]
fn a_pdf_names_itself_and_carries_its_fonts() {
    let file = pdf(&about(), &[page(None)]).unwrap();
    let text = String::from_utf8_lossy(&file);
    assert!(text.starts_with("%PDF-"));
    for part in [
        "/FontFile",
        "Inter-Regular",
        "SourceSerif4-SemiBold",
        "/StructTreeRoot",
        "/Lang(en)",
    ] {
        assert!(text.replace("/Lang (", "/Lang(").contains(part), "{part}");
    }
    for date in ["CreationDate", "ModDate"] {
        assert!(!text.contains(date), "{date}");
    }
}
