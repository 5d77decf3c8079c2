use super::*;
use crate::SystemClock;
use crate::view::{Arrangement, ExportFormat, GroupBy, PicturePage, PictureScale};
use crate::{ErrorCode, Overwrite};
use docketline_domain::number::grouped;
use std::fmt::Write as _;
use std::sync::Arc;
use tempfile::TempDir;

/// Date and lane of an event.
type Given = (String, String);

fn casebook(rows: impl IntoIterator<Item = Given>) -> (TempDir, Casebook) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("made.casebook");
    let mut casebook = Casebook::create(&path, "Made up", Arc::new(SystemClock)).unwrap();
    let mut csv = "id,date,title,summary,lane,kind,court,source_title,source_url\n".to_owned();
    for (at, (date, lane)) in rows.into_iter().enumerate() {
        writeln!(
            csv,
            "e{at},{date},Order {at} vacated as moot,,{lane},order,,,"
        )
        .unwrap();
    }
    let rows = folder.path().join("rows.csv");
    std::fs::write(&rows, csv).unwrap();
    assert_eq!(casebook.import(&rows, None).unwrap().rejected, []);
    (folder, casebook)
}

fn sample() -> (TempDir, Casebook) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.casebook");
    let casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    (folder, casebook)
}

/// A day of one of so many years from 2000 on.
fn day(at: usize, years: usize) -> String {
    let (year, month) = (2000 + at % years, at / years % 12 + 1);
    format!("{year}-{month:02}-{:02}", at * 7 % 28 + 1)
}

/// So many events in each of so many lanes.
fn lanes(lanes: usize, events: usize) -> (TempDir, Casebook) {
    casebook((0..lanes * events).map(|at| (day(at, 20), format!("Lane {}", at % lanes))))
}

fn choices(picture: PictureOptions) -> ExportOptions {
    ExportOptions {
        picture,
        ..ExportOptions::default()
    }
}

fn between(from: &str, to: &str) -> PictureOptions {
    PictureOptions {
        span: PictureSpan::Between {
            from: Some(from.to_owned()),
            to: Some(to.to_owned()),
        },
        ..PictureOptions::default()
    }
}

fn draw(casebook: &Casebook, options: &ExportOptions) -> Picture {
    casebook.picture_of(options, Lettering::Bundled).unwrap()
}

#[test]
fn a_png_that_would_be_too_large_is_narrower_and_then_coarser() {
    for (count, asked, scale, is_narrowed) in [
        (40, 2, 2, false),
        (40, 4, 4, false),
        // As wide as wanted, it would have 126 million pixels.
        (450, 2, 2, true),
        // Higher than a PNG can be at twice its pixels, however narrow.
        (700, 2, 1, false),
        (700, 4, 1, false),
    ] {
        let (_folder, casebook) = lanes(count, 2);
        let options = choices(PictureOptions {
            scale: PictureScale::try_from(asked).unwrap(),
            ..PictureOptions::default()
        });
        let mut picture = draw(&casebook, &options);
        assert_eq!(casebook.fit_png(&mut picture, &options).unwrap(), scale);
        assert!(fits_png(picture.size(), scale.into()), "{count} at {asked}");
        assert_eq!(
            picture.narrowed().is_some(),
            is_narrowed,
            "{count} at {asked}"
        );
        assert_eq!(scaled_down(scale, asked).is_some(), scale < asked);
    }
}

#[test]
fn what_was_chosen_is_not_taken_down_and_what_cannot_fit_is_refused() {
    let (folder, casebook) = lanes(450, 2);
    let export = |picture| {
        let path = folder.path().join("picture.png");
        let options = choices(picture);
        casebook.export(ExportFormat::Png, &options, &path, Overwrite::Allow)
    };
    let chosen = PictureOptions {
        width: Some(1_160.0),
        ..PictureOptions::default()
    };
    assert_eq!(export(chosen).unwrap_err().code(), ErrorCode::TooLarge);

    let (folder, casebook) = lanes(1_300, 1);
    let path = folder.path().join("picture.png");
    let options = choices(PictureOptions::default());
    let refused = casebook.export(ExportFormat::Png, &options, &path, Overwrite::Allow);
    assert_eq!(refused.unwrap_err().code(), ErrorCode::TooLarge);
}

#[test]
fn a_pdf_of_many_lanes_keeps_to_its_sheet_and_to_the_most_pages() {
    let (_folder, casebook) = lanes(800, 7);
    let pages = choices(PictureOptions {
        page: PicturePage::A4,
        ..PictureOptions::default()
    });
    let mut picture = draw(&casebook, &pages);
    assert_eq!(picture.width, CROWDED);
    let a4 = paper(PicturePage::A4).unwrap();
    let layout = casebook.fill_pages(&mut picture, &pages, a4).unwrap();
    let count = picture.cuts(&layout).len();
    assert!((100..=MOST_PAGES).contains(&count), "{count}");
    assert!(picture.narrowed().is_some());

    let (folder, casebook) = lanes(450, 2);
    let path = folder.path().join("picture.pdf");
    let sheet = choices(PictureOptions::default());
    assert!((0.5..0.9).contains(&draw(&casebook, &sheet).sheet_scale()));
    let report = casebook
        .export(ExportFormat::Pdf, &sheet, &path, Overwrite::Refuse)
        .unwrap();
    let is_told = |loss: &String| loss.contains("of its usual size");
    assert!(report.losses.iter().any(is_told), "{report:?}");
}

#[test]
fn the_width_follows_from_the_events_in_the_span() {
    // A full decade, and a quiet month after it.
    let full = (0..MOST_TRIED + 500).map(|at| (day(at, 10), "One".to_owned()));
    let quiet = (1..=12).map(|at| (format!("2015-03-{:02}", 2 * at), "One".to_owned()));
    let (_folder, casebook) = casebook(full.chain(quiet));
    let width = |picture| draw(&casebook, &choices(picture)).width;
    assert_eq!(width(PictureOptions::default()), CROWDED);
    assert!(width(between("2015-03", "2015-03")) <= 2_320.0);
    assert_eq!(width(between("2012", "2013")), WIDTHS[0]);
}

#[test]
fn what_is_counted_across_an_edge_is_about_so_many() {
    let rows: Vec<Given> = (0..6_000)
        .map(|at| (day(at, 10), "One".to_owned()))
        .collect();
    let days: Vec<String> = rows.iter().map(|(day, _)| day.clone()).collect();
    let (_folder, casebook) = casebook(rows);
    let at_width = |picture| PictureOptions {
        width: Some(600.0),
        ..picture
    };
    let summary =
        |picture: &PictureOptions| draw(&casebook, &choices(picture.clone())).drawing.subtitle;
    assert!(summary(&at_width(PictureOptions::default())).ends_with(" · 6,000 events"));

    let mut both = 0_i64;
    let parts = [("2003-02-05", "2004-08-16"), ("2004-08-17", "2006-01-20")];
    for (from, to) in parts {
        let part = at_width(between(from, to));
        assert!(summary(&part).contains("about"), "{}", summary(&part));
        let picture = draw(&casebook, &choices(part));
        let shown = picture.rendered(Vec::new(), Vec::new()).events;
        let there = days
            .iter()
            .filter(|day| (from..=to).contains(&day.as_str()))
            .count();
        let error = shown as f64 / there as f64 - 1.0;
        assert!(error.abs() < 0.05, "{shown} of {there}");
        let elsewhere = grouped((6_000 - shown).unsigned_abs());
        let elsewhere = format!("About {elsewhere} events lie outside");
        let losses = picture.losses(Kind::Svg, &[picture.everything()]);
        assert!(
            losses.iter().any(|loss| loss.starts_with(&elsewhere)),
            "{losses:?}"
        );
        both += shown;
    }
    let whole = draw(
        &casebook,
        &choices(at_width(between(parts[0].0, parts[1].1))),
    );
    let shown = whole.rendered(Vec::new(), Vec::new()).events;
    assert!((both - shown).abs() * 50 < shown, "{both} and {shown}");
}

#[test]
fn a_picture_names_its_marks_and_reads_no_other_event() {
    let (_folder, casebook) = sample();
    let options = choices(PictureOptions {
        lanes: Arrangement {
            by: GroupBy::Actor,
            ..Arrangement::default()
        },
        ..between("2014", "2014")
    });
    let picture = draw(&casebook, &options);
    assert!(
        picture.drawing.mark_titles.is_empty(),
        "not before the width is settled"
    );
    let titles = casebook.named_marks(&picture.scene).unwrap().titles;
    let keys = &picture.scene.marks.key;
    assert_eq!(titles.len(), keys.len());
    for (key, title) in keys.iter().zip(&titles) {
        let event = casebook.store.event_record(*key as i64).unwrap();
        assert_eq!(
            *title,
            format!("{}: {}", event.date.to_words(), event.title)
        );
    }
}

#[test]
fn years_before_the_common_era_are_in_words_in_every_line() {
    for (first, last, words) in [
        ("-0043-03-15", "-0008", "44 BC to 9 BC"),
        (
            "Y-13800000000",
            "-0043",
            "the year 13,800,000,001 BC to 44 BC",
        ),
        ("-0043", "1066-10-14", "44 BC to October 1066"),
    ] {
        let rows = [first, last].map(|date| (date.to_owned(), "One".to_owned()));
        let (_folder, casebook) = casebook(rows);
        let mut picture = draw(&casebook, &choices(PictureOptions::default()));
        picture.name_marks(casebook.named_marks(&picture.scene).unwrap());
        let expected = format!("{words} · 2 events");
        assert_eq!(picture.drawing.subtitle, expected);
        assert_eq!(picture.drawing.description, expected);
    }
    let rows = [("Y-13800000000".to_owned(), "One".to_owned())];
    let (folder, casebook) = casebook(rows);
    let path = folder.path().join("page.html");
    let options = ExportOptions::default();
    casebook
        .export(ExportFormat::Html, &options, &path, Overwrite::Refuse)
        .unwrap();
    let page = std::fs::read_to_string(path).unwrap();
    assert!(page.contains("from the year 13,800,000,001 BC to the year 13,800,000,001 BC"));
}

#[test]
fn a_name_of_a_lane_that_is_shortened_is_told_and_said_in_full() {
    let long = "Gemeinsamer Ausschuss der Aufsichtsbehörden für die Überwachung der \
                Vereinbarungen über den Schutz personenbezogener Daten";
    let wrapped = "United States Court of Appeals for the Second Circuit";
    let rows = [long, wrapped].map(|lane| ("2014-07-14".to_owned(), lane.to_owned()));
    let (_folder, casebook) = casebook(rows);
    let picture = draw(&casebook, &choices(PictureOptions::default()));
    let losses = picture.losses(Kind::Svg, &[picture.everything()]);
    let is_told = |loss: &String| loss == "The name of 1 lane is shortened.";
    assert!(losses.iter().any(is_told), "{losses:?}");
    for description in [
        &picture.drawing.description,
        &picture.description(picture.everything()),
    ] {
        assert!(
            description.contains(long) && !description.contains(wrapped),
            "{description}"
        );
    }
}

#[test]
fn a_label_that_an_edge_cuts_counts_as_unlabelled() {
    let rows = [
        ("2014-01-01".to_owned(), "One".to_owned()),
        ("2014-12-28".to_owned(), "One".to_owned()),
    ];
    let (_folder, casebook) = casebook(rows);
    let told = |to: &str| {
        let picture = draw(
            &casebook,
            &choices(PictureOptions {
                width: Some(600.0),
                ..between("2013-06", to)
            }),
        );
        let losses = picture.losses(Kind::Svg, &[picture.everything()]);
        losses
            .iter()
            .any(|loss| loss.starts_with("1 event is drawn without its label"))
    };
    assert!(told("2014-01-10"));
    assert!(!told("2016"));
}
