use super::*;
use docketline_domain::Day;
use docketline_domain::edtf::Bounds;
use docketline_domain::vocabulary::{RelationType, Shape};
use docketline_timeline::scene::Nesting;
use docketline_timeline::{ArrowInput, LaneInput, TimelineEvent, layout};
use roxmltree::{Document, Node};

const HOSTILE: &str = "<script>alert('x')</script> & \"]]>\" \u{0}\u{8}\u{fffe} \u{202e}é 憲法";

const VIEWPORT: Viewport = Viewport {
    from: 16_000.0,
    days_per_px: 2.6,
    width: 840.0,
};

fn event(key: i64, first: i64, last: i64, label: &str) -> TimelineEvent {
    let shapes = [
        Shape::Diamond,
        Shape::Square,
        Shape::HollowSquare,
        Shape::Triangle,
        Shape::Circle,
    ];
    TimelineEvent {
        key,
        lane: (key % 2) as u16,
        shape: shapes[key as usize % shapes.len()],
        bounds: Bounds {
            earliest: Some(Day(first)),
            latest: Some(Day(last)),
        },
        minute: None,
        is_span: false,
        uncertain: false,
        approximate: false,
        label: label.to_owned(),
        significance: 5,
        flags: 0,
    }
}

fn events() -> Vec<TimelineEvent> {
    let mut events = vec![
        event(1, 16_200, 16_200, "Stay lifted"),
        event(2, 16_400, 16_430, "In a month"),
        event(3, 16_500, 16_900, HOSTILE),
        event(4, 17_000, 17_400, "A span"),
        event(5, 17_900, 17_900, "Vacated as moot"),
        event(6, 17_500, 17_500, "Noted"),
    ];
    events[3].is_span = true;
    events[3].bounds.latest = None;
    events[4].flags = flag::DISPUTED;
    events[5].flags = flag::NOTED;
    events
}

fn lanes(name: &str) -> Vec<LaneInput> {
    ["one", name]
        .iter()
        .enumerate()
        .map(|(at, name)| LaneInput {
            id: at.to_string(),
            name: (*name).to_owned(),
            colour: at as u8,
            events: 3,
            rows: None,
            nesting: Nesting::Alone,
        })
        .collect()
}

fn scene(events: &[TimelineEvent]) -> Scene {
    let acts = [ArrowInput {
        relation: RelationType::DismissesAppeal,
        to: 1,
    }];
    layout(events, &lanes(HOSTILE), VIEWPORT, Some((5, &acts)), &Inter)
}

fn hostile_options(scene: &Scene) -> SvgOptions {
    SvgOptions {
        title: HOSTILE.to_owned(),
        description: HOSTILE.to_owned(),
        id_prefix: "a\"><script>b".to_owned(),
        mark_titles: scene.marks.key.iter().map(|_| HOSTILE.to_owned()).collect(),
        lane_counts: vec![HOSTILE.to_owned(); 2],
        arrow_words: vec![HOSTILE.to_owned()],
        footer: HOSTILE.to_owned(),
        ..SvgOptions::default()
    }
}

fn named<'a>(document: &'a Document, name: &'a str) -> impl Iterator<Item = Node<'a, 'a>> {
    document
        .descendants()
        .filter(move |node| node.tag_name().name() == name)
}

#[test]
fn hostile_text_stays_text_and_the_drawing_well_formed() {
    let scene = scene(&events());
    let svg = timeline_svg(&scene, &hostile_options(&scene));
    let document = Document::parse(&svg).unwrap();
    let readable = HOSTILE.replace(['\u{0}', '\u{8}', '\u{fffe}'], "\u{fffd}");
    let title = named(&document, "title").next().unwrap();
    assert_eq!(title.text(), Some(readable.as_str()));
    let allowed = [
        "svg",
        "title",
        "desc",
        "defs",
        "linearGradient",
        "stop",
        "clipPath",
        "g",
        "rect",
        "path",
        "circle",
        "text",
    ];
    for node in document.descendants().filter(Node::is_element) {
        assert!(allowed.contains(&node.tag_name().name()), "{node:?}");
        for attribute in node.attributes() {
            assert!(!attribute.name().starts_with("on"), "{attribute:?}");
            assert!(!attribute.name().ends_with("href"), "{attribute:?}");
        }
    }
}

#[test]
fn a_lane_under_another_stands_further_in_and_one_of_one_row_has_its_name_alone() {
    let mut lanes = lanes("under it");
    lanes[0].rows = Some(0);
    lanes[0].nesting = Nesting::Parent;
    lanes[1].nesting = Nesting::Child;
    let scene = layout(&[], &lanes, VIEWPORT, None, &Inter);
    let options = SvgOptions {
        lane_counts: vec!["3 events".to_owned(); 2],
        ..SvgOptions::default()
    };
    let svg = timeline_svg(&scene, &options);
    let document = Document::parse(&svg).unwrap();
    let texts: Vec<(&str, f64)> = named(&document, "text")
        .filter_map(|node| Some((node.text()?, node.attribute("x")?.parse().ok()?)))
        .collect();
    let left_of = |text: &str| texts.iter().find(|(of, _)| *of == text).unwrap().1;
    assert!(left_of("under it") > left_of("one"));
    let counts: Vec<f64> = texts
        .iter()
        .filter(|(text, _)| *text == "3 events")
        .map(|(_, x)| *x)
        .collect();
    assert_eq!(counts, [left_of("under it")]);
}

#[test]
fn it_asks_for_nothing_from_outside() {
    let svg = timeline_svg(&scene(&events()), &SvgOptions::default());
    assert_eq!(svg.matches("http").count(), 1, "the name space");
    assert_eq!(svg.matches("url(").count(), svg.matches("url(#").count());
    assert!(!svg.contains("<style") && !svg.contains("style=") && !svg.contains("<?"));
}

#[test]
fn ids_carry_the_prefix_and_what_is_referred_to_is_there() {
    let scene = scene(&events());
    let options = SvgOptions {
        id_prefix: "second-".to_owned(),
        ..SvgOptions::default()
    };
    let svg = timeline_svg(&scene, &options);
    let document = Document::parse(&svg).unwrap();
    let ids: Vec<&str> = document
        .descendants()
        .filter_map(|node| node.attribute("id"))
        .collect();
    assert!(ids.iter().all(|id| id.starts_with("second-")));
    for node in document.descendants() {
        for attribute in node.attributes() {
            if let Some((_, rest)) = attribute.value().split_once("url(#") {
                assert!(ids.contains(&rest.trim_end_matches(')')), "{rest}");
            }
        }
    }
    let labelled = document
        .root_element()
        .attribute("aria-labelledby")
        .unwrap();
    assert!(labelled.split(' ').all(|id| ids.contains(&id)));
}

#[test]
fn every_mark_is_named() {
    let scene = scene(&events());
    let options = SvgOptions {
        mark_titles: (0..6).map(|at| format!("2014: title {at}")).collect(),
        ..SvgOptions::default()
    };
    let svg = timeline_svg(&scene, &options);
    let document = Document::parse(&svg).unwrap();
    let marks: Vec<Node> = document
        .descendants()
        .filter(|node| node.attribute("role") == Some("graphics-symbol"))
        .collect();
    assert_eq!(marks.len(), 6);
    for mark in marks {
        let title = mark.first_element_child().unwrap();
        assert!(title.text().unwrap().starts_with("2014: title"));
    }
}

#[test]
fn a_count_shows_how_much_it_counts_and_what_is_disputed_or_noted_in_it() {
    let mut scene = scene(&[]);
    scene.bands.lane.extend([0, 0]);
    scene.bands.x0.extend([700.0, 800.0]);
    scene.bands.x1.extend([760.0, 860.0]);
    scene.bands.y.extend([17.0, 17.0]);
    scene.bands.count.extend([10, 1_000]);
    scene.bands.flags.extend([0, flag::DISPUTED | flag::NOTED]);
    let svg = timeline_svg(&scene, &SvgOptions::default());
    let document = Document::parse(&svg).unwrap();
    let band = |count: &str| {
        let is_title = |node: &Node<'_, '_>| node.text() == Some(count);
        let title = named(&document, "title").find(is_title).unwrap();
        title.parent().unwrap()
    };
    let filled = |count: &str| {
        let bars = band(count)
            .children()
            .filter(|node| node.has_tag_name("rect"));
        let height = |node: Node<'_, '_>| node.attribute("height").unwrap().parse::<f64>();
        bars.map(|bar| height(bar).unwrap())
            .fold(f64::INFINITY, f64::min)
    };
    assert!((filled("1,000") - 3.0 * filled("10")).abs() < 0.05);
    let signs = |count: &str| {
        band(count)
            .children()
            .filter(|node| node.has_tag_name("circle") || node.has_tag_name("path"))
            .count()
    };
    assert_eq!((signs("10"), signs("1,000")), (0, 2));
}

#[test]
fn a_label_that_the_edge_would_cut_is_left_out_and_its_mark_stays() {
    let events = [event(1, 18_160, 18_160, "Vacated as moot")];
    let scene = layout(&events, &lanes("two"), VIEWPORT, None, &Inter);
    let cut = SvgOptions {
        viewport: Some(VIEWPORT),
        ..SvgOptions::default()
    };
    let (cut, whole) = (
        timeline_svg(&scene, &cut),
        timeline_svg(&scene, &SvgOptions::default()),
    );
    let in_text = |svg: &str| {
        let document = Document::parse(svg).unwrap();
        named(&document, "text").any(|node| node.text() == Some("Vacated as moot"))
    };
    assert!(!in_text(&cut) && cut.contains("<title>Vacated as moot</title>"));
    assert!(in_text(&whole));
}

#[test]
fn the_legend_explains_what_is_there_and_no_more() {
    let words = LegendWords::default();
    let all = timeline_svg(&scene(&events()), &SvgOptions::default());
    for word in [
        &words.range,
        &words.span,
        &words.disputed,
        &words.noted,
        &words.hollow_square,
    ] {
        assert!(all.contains(word.as_str()), "{word}");
    }
    assert!(!all.contains(&words.count));
    let few = timeline_svg(&scene(&events()[..1]), &SvgOptions::default());
    assert!(few.contains(&words.square) && !few.contains(&words.range));
}

#[test]
fn an_empty_scene_and_a_viewport_of_no_numbers_still_draw() {
    for events in [&[][..], &events()] {
        for viewport in [
            None,
            Some(VIEWPORT),
            Some(Viewport {
                from: f64::NAN,
                ..VIEWPORT
            }),
        ] {
            let options = SvgOptions {
                viewport,
                ..SvgOptions::default()
            };
            let svg = timeline_svg(&scene(events), &options);
            assert!(Document::parse(&svg).is_ok());
            assert!(!svg.contains("NaN") && !svg.contains("inf"));
        }
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let draw = || timeline_svg(&scene(&events()), &SvgOptions::default());
    assert_eq!(draw(), draw());
}
