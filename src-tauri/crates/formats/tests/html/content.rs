//! What the page says.

use crate::{by_id, class_is, hostile, losses, one_line, page, parsed, sample, text_of};
use docketline_domain::model::{Event, Note, Relation};
use docketline_domain::vocabulary::{Basis, EventKind, RelationType};
use docketline_domain::{Document, Edtf, Id};
use docketline_formats::svg::{SvgOptions, timeline_svg};
use docketline_timeline::scene::Nesting;
use docketline_timeline::scene::flag;
use docketline_timeline::{Inter, LaneInput, TimelineEvent, Viewport, layout};
use roxmltree::Node;

fn id(text: &str) -> Id {
    Id::new(text).unwrap()
}

fn event(name: &str, date: &str) -> Event {
    let mut event = hostile::document("x").events.remove(0);
    event.id = id(name);
    event.title = format!("Title of {name}");
    event.short_title = None;
    event.date = Edtf::parse(date).unwrap();
    event
}

#[test]
fn the_sample_is_there_with_everything_it_says() {
    let document = sample();
    let page = page(&document);
    let tree = parsed(&page);
    for event in &document.events {
        let article = text_of(by_id(&tree, &format!("event-{}", event.id)));
        let mut said = vec![
            event.title.clone(),
            event.summary.clone(),
            event.date.to_words(),
        ];
        said.extend(event.docket.clone());
        said.extend(event.date_note.clone());
        said.extend(event.citations.iter().map(|citation| citation.text.clone()));
        said.extend(event.from_knowledge.clone());
        said.extend(event.sources.iter().map(|support| support.supports.clone()));
        said.extend(event.jurisdictions.clone());
        let name = |actor: &Id| {
            let actor = document
                .actors
                .iter()
                .find(|each| each.id == *actor)
                .unwrap();
            actor.name.clone()
        };
        said.extend(event.judges.iter().map(name));
        said.extend(
            event
                .actors
                .iter()
                .map(|part| format!("{}, {}", name(&part.actor), part.role)),
        );
        for each in said {
            assert!(
                article.contains(&one_line(&each)),
                "{} does not say: {each}",
                event.id
            );
        }
    }
    for source in &document.sources {
        let entry = text_of(by_id(&tree, &format!("source-{}", source.id)));
        let said = [
            Some(&source.title),
            source.publisher.as_ref(),
            source.url.as_ref(),
        ];
        for each in said
            .into_iter()
            .flatten()
            .chain(&source.note)
            .chain(&source.read_scope)
        {
            assert!(
                entry.contains(&one_line(each)),
                "{} does not say: {each}",
                source.id
            );
        }
        assert!(entry.contains(if source.read { "Read" } else { "Not read" }));
    }
    let everything = text_of(tree.root_element());
    let principles = document
        .principles
        .iter()
        .map(|principle| &principle.paraphrase);
    let places = document.places.iter().map(|place| &place.name);
    let actors = document
        .actors
        .iter()
        .flat_map(|actor| [Some(&actor.name), actor.role.as_ref()]);
    let disputes = document
        .disputed_dates
        .iter()
        .map(|dispute| &dispute.reason);
    let stages = document
        .proceedings
        .iter()
        .filter_map(|stage| stage.outcome.as_ref());
    let notes = document
        .relations
        .iter()
        .filter_map(|relation| relation.note.as_ref());
    for each in principles
        .chain(places)
        .chain(actors.flatten())
        .chain(disputes)
        .chain(stages)
        .chain(notes)
    {
        assert!(everything.contains(&one_line(each)), "nowhere: {each}");
    }
    assert!(everything.contains("90 events · 117 relations · 204 sources"));
    assert!(everything.contains("1986 to 2026"));
}

#[test]
fn a_relation_is_told_at_both_ends_and_leads_to_the_other() {
    let mut document = Document {
        events: vec![event("ruling", "2016-07-14"), event("order", "2014-09-08")],
        ..Document::default()
    };
    document.relations.push(Relation {
        id: id("r"),
        from: id("ruling"),
        relation_type: RelationType::Reverses,
        to: id("order"),
        part: Some("the sanctions".to_owned()),
        effective: Some(Edtf::parse("2016-07-25").unwrap()),
        basis: Some(Basis::Read),
        note: Some("On appeal".to_owned()),
    });
    let page = page(&document);
    let tree = parsed(&page);
    for (at, words, other) in [
        (
            "event-ruling",
            "reverses in part → Title of order, 8 September 2014; as to: the sanctions; \
             with effect from 25 July 2016. On appeal (read)",
            "#event-order",
        ),
        (
            "event-order",
            "reversed by in part ← Title of ruling, 14 July 2016; as to: the sanctions; \
             with effect from 25 July 2016. On appeal (read)",
            "#event-ruling",
        ),
    ] {
        let article = by_id(&tree, at);
        assert!(text_of(article).contains(words), "{}", text_of(article));
        assert!(
            article
                .descendants()
                .any(|node| node.attribute("href") == Some(other))
        );
    }
}

#[test]
fn events_stand_in_the_order_of_time_and_of_the_docket() {
    let mut document = Document::default();
    for (name, date, sequence) in [
        ("b", "2014-05", None),
        ("d", "2014-05-02", Some(2)),
        ("c", "2014-05-02", Some(1)),
        ("a", "2014-05-01", None),
        ("f", "2014-05-03", None),
        ("e", "2014-05-03", None),
        ("open", "../2015", None),
        ("antiquity", "-0043-03-15", None),
    ] {
        let mut event = event(name, date);
        event.docket_sequence = sequence;
        document.events.push(event);
    }
    let page = page(&document);
    let tree = parsed(&page);
    let events: Vec<&str> = tree
        .descendants()
        .filter_map(|node| node.attribute("id")?.strip_prefix("event-"))
        .collect();
    // Of what begins on one day, the exact comes before the vague; the list decides the rest.
    assert_eq!(events, ["open", "antiquity", "a", "b", "c", "d", "f", "e"]);
    let years: Vec<String> = tree
        .descendants()
        .filter(|node| node.tag_name().name() == "h3")
        .map(text_of)
        .take(3)
        .collect();
    assert_eq!(years, ["Beginning not known", "44 BC", "2014"]);
}

#[test]
fn a_note_is_set_apart_and_reads_as_it_was_meant() {
    let mut document = Document {
        events: vec![event("ruling", "2016-07-14")],
        ..Document::default()
    };
    document.notes.push(Note {
        id: id("n"),
        event: id("ruling"),
        markdown: "Ask *Congress*, see [the opinion](https://example.org/o).".to_owned(),
        created: "2026-11-21T14:02:00Z".to_owned(),
        modified: "2026-11-22T09:30:00Z".to_owned(),
    });
    let page = page(&document);
    let tree = parsed(&page);
    let note = tree
        .descendants()
        .find(|node| class_is(node, "note"))
        .unwrap();
    assert_eq!(
        text_of(note),
        "Researcher’s note · 21 November 2026, 14:02 UTC · changed 22 November 2026, 09:30 UTC \
         Ask Congress, see the opinion."
    );
    assert!(
        note.descendants()
            .any(|node| node.attribute("href") == Some("https://example.org/o"))
    );
}

#[test]
fn headings_never_skip_a_level() {
    for document in [sample(), hostile::document("x"), Document::default()] {
        let page = page(&document);
        let mut last = 0;
        for node in parsed(&page).descendants() {
            let Some(level) = heading_level(&node) else {
                continue;
            };
            assert!(
                level <= last + 1,
                "h{level} follows h{last}: {}",
                text_of(node)
            );
            last = level;
        }
    }
}

fn heading_level(node: &Node<'_, '_>) -> Option<usize> {
    let level = node.tag_name().name().strip_prefix('h')?;
    level.parse().ok()
}

#[test]
fn what_the_page_leaves_out_is_said() {
    let always = [
        "The page is for reading and cannot be read back; the JSON file can.",
        "The identifiers of rows are not shown.",
    ];
    assert_eq!(losses(&Document::default()), always);
    assert_eq!(losses(&sample()), always);

    let mut document = hostile::document("x");
    document.about.title = "a\u{1b}b\u{202e}".to_owned();
    document.lanes.push(docketline_domain::model::Lane {
        id: id("unused"),
        name: "Unused".to_owned(),
    });
    assert_eq!(
        losses(&document)[2..],
        [
            "1 note is shown as it reads, without its Markdown.",
            "3 events stand in their order on the docket, but the numbers of that order are not shown.",
            "1 lane or court without an event is not shown.",
            "1 relation, disputed date or note belongs to no event of the casebook and is not shown.",
            "2 control characters are left out.",
        ]
    );
}

#[test]
fn every_colour_of_the_picture_follows_the_reader() {
    let events: Vec<TimelineEvent> = EventKind::ALL
        .iter()
        .enumerate()
        .map(|(at, kind)| TimelineEvent {
            key: at as i64,
            lane: (at % 6) as u16,
            shape: kind.shape(),
            bounds: Edtf::parse("2014-05/2014-06").unwrap().bounds(),
            minute: None,
            is_span: at % 2 == 0,
            uncertain: true,
            approximate: true,
            label: kind.to_string(),
            significance: 9,
            flags: flag::DISPUTED | flag::NOTED,
        })
        .collect();
    let lanes: Vec<LaneInput> = (0..6)
        .map(|colour| LaneInput {
            id: colour.to_string(),
            name: "Lane".to_owned(),
            colour,
            events: 3,
            rows: None,
            nesting: Nesting::Alone,
        })
        .collect();
    let viewport = Viewport {
        from: 16_000.0,
        days_per_px: 1.0,
        width: 1_000.0,
    };
    let scene = layout(&events, &lanes, viewport, None, &Inter);
    let picture = timeline_svg(&scene, &SvgOptions::default());
    let page = page(&Document::default());
    for paint in ["fill", "stroke", "stop-color"] {
        for part in picture.split(&format!(" {paint}=\"#")).skip(1) {
            let colour = &part[..6];
            let rule = format!("[{paint}=\"#{colour}\"] {{ {paint}: var(--");
            assert!(page.contains(&rule), "{paint} #{colour} stays as it is");
        }
    }
}
