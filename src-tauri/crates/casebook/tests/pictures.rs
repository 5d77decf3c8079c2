//! Pictures of a casebook: how much they show, on what, and what they leave out.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{
    Arrangement, ExportFormat, ExportOptions, ExportReport, Filter, GroupBy, PictureOptions,
    PicturePage, PictureScale, PictureSpan, Viewport,
};
use docketline_casebook::{Casebook, Error, ErrorCode, Overwrite, SystemClock};
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use tempfile::TempDir;

struct Desk {
    folder: TempDir,
    casebook: Casebook,
}

impl Desk {
    fn with_sample() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("sample.casebook");
        let casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
        Self { folder, casebook }
    }

    fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("empty.casebook");
        let casebook = Casebook::create(&path, "Nothing yet", Arc::new(SystemClock)).unwrap();
        Self { folder, casebook }
    }

    fn draw(
        &self,
        format: ExportFormat,
        picture: PictureOptions,
    ) -> Result<(ExportReport, Vec<u8>), Error> {
        let path = self.folder.path().join("picture");
        let options = ExportOptions {
            picture,
            ..ExportOptions::default()
        };
        let report = self
            .casebook
            .export(format, &options, &path, Overwrite::Allow)?;
        Ok((report, std::fs::read(path).unwrap()))
    }

    fn svg(&self, picture: PictureOptions) -> (ExportReport, String) {
        let (report, bytes) = self.draw(ExportFormat::Svg, picture).unwrap();
        (report, String::from_utf8(bytes).unwrap())
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

fn one_to_one() -> PictureOptions {
    PictureOptions {
        scale: PictureScale::try_from(1).unwrap(),
        width: Some(900.0),
        ..PictureOptions::default()
    }
}

fn on(page: PicturePage) -> PictureOptions {
    PictureOptions {
        page,
        ..PictureOptions::default()
    }
}

#[test]
fn a_picture_is_the_whole_casebook_unless_a_part_is_asked_for() {
    let desk = Desk::with_sample();
    let (report, svg) = desk.svg(PictureOptions::default());
    assert_eq!(report.events, 90);
    assert_eq!(svg.matches("graphics-symbol").count(), 90, "each by itself");
    assert!(svg.contains("October 1986 to April 2026 · 90 events"));
    assert!(svg.contains("From 204 sources"));

    let (report, svg) = desk.svg(between("2016", "2016"));
    let drawn = svg.matches("graphics-symbol").count() as i64;
    assert_eq!(report.events, drawn);
    assert!((5..20).contains(&drawn), "{drawn} in 2016");
    let elsewhere = format!("{} events lie outside", 90 - drawn);
    assert!(
        report
            .losses
            .iter()
            .any(|loss| loss.starts_with(&elsewhere)),
        "{report:?}"
    );
}

#[test]
fn the_current_view_is_drawn_as_the_window_shows_it() {
    let desk = Desk::with_sample();
    let contempt = desk.casebook.event_by_id("contempt-order").unwrap().row.key;
    let span = PictureSpan::View {
        filter: Box::new(Filter {
            lanes: Some(vec!["case-proceedings".to_owned(), "appeal".to_owned()]),
            ..Filter::default()
        }),
        viewport: Viewport {
            from: 16_000.0,
            days_per_px: 1.0,
            width: 800.0,
        },
        selected: Some(contempt),
    };
    let (_, svg) = desk.svg(PictureOptions {
        span,
        ..PictureOptions::default()
    });
    assert!(svg.contains(">Case<") && svg.contains(">Appeal<") && !svg.contains(">Industry<"));
    assert!(svg.contains("Civil contempt"));
}

#[test]
fn a_picture_has_the_lanes_that_a_reader_wants() {
    let desk = Desk::with_sample();
    let (report, svg) = desk.svg(PictureOptions {
        lanes: Arrangement {
            hidden: vec!["industry".to_owned()],
            order: vec!["appeal".to_owned()],
            ..Arrangement::default()
        },
        ..PictureOptions::default()
    });
    let place = |svg: &str, name: &str| svg.find(&format!(">{name}<"));
    assert_eq!(place(&svg, "Industry"), None);
    assert!(place(&svg, "Appeal").unwrap() < place(&svg, "Case").unwrap());
    assert!(report.events < 90);
    let elsewhere = format!("{} events lie outside", 90 - report.events);
    assert!(
        report
            .losses
            .iter()
            .any(|loss| loss.starts_with(&elsewhere))
    );

    // Who stands in several lanes is one event all the same.
    let (report, svg) = desk.svg(PictureOptions {
        lanes: Arrangement {
            by: GroupBy::Actor,
            ..Arrangement::default()
        },
        ..PictureOptions::default()
    });
    assert!(place(&svg, "Industry").is_none() && place(&svg, "Google").is_some());
    assert!(svg.matches("graphics-symbol").count() > 90);
    assert_eq!(report.events, 90);
    assert!(svg.contains("October 1986 to April 2026 · 90 events"));
    assert!(!report.losses.iter().any(|loss| loss.contains("outside")));
}

#[test]
fn what_cannot_be_drawn_is_refused_and_no_file_appears() {
    let desk = Desk::with_sample();
    let width = |width| PictureOptions {
        width: Some(width),
        ..PictureOptions::default()
    };
    let huge = PictureOptions {
        scale: PictureScale::try_from(4).unwrap(),
        ..width(16_000.0)
    };
    for (format, options, code) in [
        (ExportFormat::Svg, width(10.0), ErrorCode::BadValue),
        (ExportFormat::Svg, width(f64::NAN), ErrorCode::BadValue),
        (ExportFormat::Pdf, width(1e9), ErrorCode::BadValue),
        (
            ExportFormat::Svg,
            between("2016", "2014"),
            ErrorCode::BadValue,
        ),
        (
            ExportFormat::Svg,
            between("soon", "2014"),
            ErrorCode::BadDate,
        ),
        (ExportFormat::Png, huge, ErrorCode::TooLarge),
    ] {
        let error = desk.draw(format, options.clone()).unwrap_err();
        assert_eq!(error.code(), code, "{options:?}");
        assert!(error.hint().is_some());
        assert!(!desk.folder.path().join("picture").exists());
    }
}

#[test]
fn a_part_beyond_all_events_is_refused_with_the_day_of_the_nearest() {
    let part = |from: Option<&str>, to: Option<&str>| PictureOptions {
        span: PictureSpan::Between {
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
        },
        ..PictureOptions::default()
    };
    let (sample, empty) = (Desk::with_sample(), Desk::empty());
    for (desk, options, reason) in [
        (&sample, part(Some("2060"), None), "after the last event"),
        (&sample, part(None, Some("1970")), "before the first event"),
        (
            &sample,
            part(Some("2016"), Some("2014")),
            "the end of the chosen part lies before its beginning",
        ),
        (&empty, part(Some("2060"), None), "give both ends"),
    ] {
        let error = desk.draw(ExportFormat::Svg, options.clone()).unwrap_err();
        assert_eq!(error.code(), ErrorCode::BadValue);
        assert!(error.to_string().contains(reason), "{options:?}: {error}");
    }
    let error = sample.draw(ExportFormat::Svg, part(Some("2060"), None));
    assert!(error.unwrap_err().to_string().contains("April 2026"));
}

#[test]
fn the_same_casebook_and_choices_give_the_same_bytes() {
    let (one, other) = (Desk::with_sample(), Desk::with_sample());
    for (format, options) in [
        (ExportFormat::Svg, PictureOptions::default()),
        (ExportFormat::Png, one_to_one()),
        (ExportFormat::Pdf, on(PicturePage::A4)),
        (ExportFormat::Pdf, on(PicturePage::Sheet)),
    ] {
        let draw = |desk: &Desk| desk.draw(format, options.clone()).unwrap().1;
        assert!(draw(&one) == draw(&other), "{format:?}");
    }
}

#[test]
fn a_casebook_without_events_still_makes_a_picture_with_its_title() {
    let desk = Desk::empty();
    for (format, options) in [
        (ExportFormat::Svg, PictureOptions::default()),
        (ExportFormat::Png, one_to_one()),
        (ExportFormat::Pdf, on(PicturePage::Letter)),
    ] {
        let (report, bytes) = desk.draw(format, options).unwrap();
        assert_eq!(report.events, 0);
        assert!(bytes.len() > 500);
    }
    assert!(
        desk.svg(PictureOptions::default())
            .1
            .contains("Nothing yet")
    );
}

#[test]
fn a_page_of_a_span_without_events_says_so_and_keeps_to_its_paper() {
    let desk = Desk::with_sample();
    let nothing = |page| PictureOptions {
        page,
        ..between("1990", "1992")
    };
    let (report, svg) = desk.svg(nothing(PicturePage::A4));
    assert_eq!(report.events, 0);
    assert!(svg.contains("No events in this span"), "{svg}");
    for page in [PicturePage::A4, PicturePage::Letter] {
        let (report, _) = desk.draw(ExportFormat::Pdf, nothing(page)).unwrap();
        assert_eq!(report.events, 0);
        if let Some((_, text)) = under("pdftotext", &["-layout", "FILE", "-"], &desk) {
            assert!(text.contains("No events in this span"), "{text}");
            assert!(text.contains("1990") && text.contains("1992"), "{text}");
            // Below the lanes, on the paper.
            assert!(text.contains("From 204 sources"), "{text}");
        }
    }
}

/// Runs another program over a file. Where there is none it is `None` and a word about it,
/// but under `make test`, which installs them, a failure.
#[expect(clippy::print_stderr, reason = "a test that looked at less says so")]
fn under(program: &str, arguments: &[&str], desk: &Desk) -> Option<(bool, String)> {
    let path = desk.folder.path().join("picture");
    let arguments = arguments.iter().map(|argument| match *argument {
        "FILE" => path.as_os_str(),
        other => other.as_ref(),
    });
    match Command::new(program).args(arguments).output() {
        Ok(output) => Some((
            output.status.success(),
            String::from_utf8_lossy(&output.stdout).into_owned(),
        )),
        Err(error) => {
            let are_needed = std::env::var_os("DOCKETLINE_READERS").is_some();
            assert!(!are_needed, "{program} cannot be started: {error}");
            eprintln!("skipped: {program} is not installed");
            None
        }
    }
}

#[test]
fn other_programs_find_every_event_on_the_pages_and_nothing_wrong() {
    let desk = Desk::with_sample();
    let (_, svg) = desk.svg(PictureOptions::default());
    assert!(svg.contains("xlink:href"));
    if let Some((sound, _)) = under("rsvg-convert", &["FILE"], &desk) {
        assert!(sound, "rsvg-convert");
    }
    desk.draw(ExportFormat::Png, one_to_one()).unwrap();
    if let Some((sound, said)) = under("pngcheck", &["FILE"], &desk) {
        assert!(sound, "{said}");
    }
    for page in [
        PicturePage::Sheet,
        PicturePage::A4,
        PicturePage::A3,
        PicturePage::Letter,
    ] {
        desk.draw(ExportFormat::Pdf, on(page)).unwrap();
        if let Some((sound, said)) = under("qpdf", &["--check", "FILE"], &desk) {
            assert!(sound, "{page:?}: {said}");
        }
        if let Some((_, text)) = under("pdftotext", &["-layout", "FILE", "-"], &desk) {
            for label in [
                "Microsoft Ireland",
                "Stored Communications Act",
                "Civil contempt, no sanctions",
                "Vacated as moot",
                "Schrems II",
                "CLOUD Act signed",
                "Surveillance reform",
                "From 204 sources",
                "Ruling, order, opinion",
            ] {
                assert!(text.contains(label), "{page:?}: {label}");
            }
        }
    }
}

/// The part of the pixels that may clearly differ: fewer than one mark or the letters of one
/// short label have. Edges are smoothed by each program in its own way, which changes a
/// pixel by up to 60 of 256 steps, so what differs by more was drawn another way.
const MOST_DIFFERING: f64 = 1.0 / 10_000.0;
const CLEARLY: u8 = 64;

/// The pixels of a picture, row by row.
struct Pixels {
    width: usize,
    rows: Vec<Vec<[u8; 3]>>,
}

impl Pixels {
    fn read(path: &Path) -> Self {
        let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
        let mut decoder = png::Decoder::new(file);
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        let samples = info.color_type.samples();
        assert!(samples >= 3, "in colour");
        let pixels: Vec<[u8; 3]> = bytes
            .chunks(samples)
            .map(|pixel| [pixel[0], pixel[1], pixel[2]])
            .collect();
        let width = info.width as usize;
        Self {
            width,
            rows: pixels.chunks(width).map(<[_]>::to_vec).collect(),
        }
    }

    /// The part of the other's pixels, which may go on to the right and below, that clearly
    /// have another colour.
    fn differing(&self, other: &Self) -> f64 {
        let differs =
            |a: &[u8; 3], b: &[u8; 3]| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > CLEARLY);
        assert!(other.width >= self.width && other.rows.len() >= self.rows.len());
        let pairs = self.rows.iter().zip(&other.rows);
        let differing: usize = pairs
            .map(|(one, other)| one.iter().zip(other).filter(|(a, b)| differs(a, b)).count())
            .sum();
        differing as f64 / (self.width * self.rows.len()) as f64
    }
}

#[test]
fn other_programs_draw_an_svg_as_a_png_shows_it() {
    let desk = Desk::with_sample();
    let options = || PictureOptions {
        width: Some(1_160.0),
        ..one_to_one()
    };
    let [ours, librsvg, chromium] =
        ["ours.png", "librsvg.png", "chromium.png"].map(|name| desk.folder.path().join(name));
    desk.draw(ExportFormat::Png, options()).unwrap();
    std::fs::rename(desk.folder.path().join("picture"), &ours).unwrap();
    let ours = Pixels::read(&ours);
    desk.draw(ExportFormat::Svg, options()).unwrap();
    let svg = desk.folder.path().join("picture.svg");
    std::fs::copy(desk.folder.path().join("picture"), &svg).unwrap();

    let out = librsvg.to_str().unwrap();
    if under("rsvg-convert", &["--output", out, "FILE"], &desk).is_some() {
        let differing = ours.differing(&Pixels::read(&librsvg));
        assert!(differing < MOST_DIFFERING, "librsvg: {differing}");
    }
    let browser = std::env::var("CHROMIUM").unwrap_or("/usr/bin/chromium".to_owned());
    // Its window has more than the page in it.
    let size = format!("--window-size={},{}", ours.width, ours.rows.len() + 200);
    let arguments = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        &format!(
            "--user-data-dir={}",
            desk.folder.path().join("profile").display()
        ),
        &size,
        &format!("--screenshot={}", chromium.display()),
        &format!("file://{}", svg.display()),
    ];
    if under(&browser, &arguments, &desk).is_some() {
        let differing = ours.differing(&Pixels::read(&chromium));
        assert!(differing < MOST_DIFFERING, "Chromium: {differing}");
    }
}
