//! The use cases on real files.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{
    Arrangement, ExportFormat, ExportOptions, Filter, Footing, SourceQuery, Step, Viewport,
};
use docketline_casebook::{Casebook, Clock, ErrorCode, NewEvent, NewRelation, Overwrite};
use docketline_domain::Day;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// A clock that stands still.
#[derive(Debug)]
struct Noon;

impl Clock for Noon {
    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        chrono::DateTime::from_timestamp(1_700_000_000, 0).unwrap()
    }
}

fn clock() -> Arc<dyn Clock> {
    Arc::new(Noon)
}

struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn sample(&self) -> Casebook {
        Casebook::create_sample(&self.path("sample.casebook"), clock()).unwrap()
    }

    fn empty(&self) -> Casebook {
        Casebook::create(&self.path("empty.casebook"), "Empty", clock()).unwrap()
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, content).unwrap();
        path
    }
}

fn event(id: &str, date: &str) -> NewEvent {
    NewEvent {
        id: id.to_owned(),
        date: date.to_owned(),
        title: format!("Event {id}"),
        kind: "order".to_owned(),
        lane: "Docket".to_owned(),
        public_from: None,
    }
}

fn searching(text: &str) -> Filter {
    Filter {
        search: Some(text.to_owned()),
        ..Filter::default()
    }
}

fn ids(casebook: &Casebook, filter: &Filter) -> Vec<String> {
    casebook
        .all_events(filter)
        .unwrap()
        .into_iter()
        .map(|row| row.id)
        .collect()
}

#[test]
fn a_note_is_found_after_the_casebook_was_closed_and_opened() {
    let desk = Desk::new();
    let path = desk.path("sample.casebook");
    let mut casebook = desk.sample();
    casebook
        .add_note("contempt-order", "Compare with *Bleak House*.")
        .unwrap();
    drop(casebook);
    assert!(
        !desk.path("sample.casebook-wal").exists(),
        "one file when closed"
    );

    let casebook = Casebook::open(&path, clock()).unwrap();
    assert_eq!(ids(&casebook, &searching("bleak")), ["contempt-order"]);
    let detail = casebook.event_by_id("contempt-order").unwrap();
    assert_eq!(
        detail.event_notes[0].markdown,
        "Compare with *Bleak House*."
    );
    assert_eq!(casebook.notes(None).unwrap().len(), 1);
}

#[test]
fn everything_undoes_and_redoes_and_says_so() {
    let desk = Desk::new();
    let mut casebook = desk.sample();
    let before = casebook.document().unwrap();
    let note = casebook.add_note("contempt-order", "first").unwrap();
    casebook
        .save_note(note.event_key, Some(&note.id), "second")
        .unwrap();
    casebook.add_event(&event("later", "2019")).unwrap();
    casebook
        .relate(&NewRelation {
            from: "later".to_owned(),
            relation: "cites".to_owned(),
            to: "contempt-order".to_owned(),
            effective: None,
            part: None,
        })
        .unwrap();
    casebook.delete_note(&note.id).unwrap();
    let after = casebook.document().unwrap();

    let mut said = Vec::new();
    while let Some(done) = casebook.undo().unwrap().done {
        said.push(done);
    }
    // The note and its second text are one stretch of writing.
    assert_eq!(said.len(), 4);
    assert!(said[0].contains("Deletion of the note"), "{said:?}");
    assert_eq!(casebook.document().unwrap(), before);
    assert!(casebook.check().unwrap().is_empty());

    // Across a restart.
    drop(casebook);
    let mut casebook = Casebook::open(&desk.path("sample.casebook"), clock()).unwrap();
    while casebook.redo().unwrap().done.is_some() {}
    assert_eq!(casebook.document().unwrap(), after);
    assert!(casebook.check().unwrap().is_empty());

    // A new edit leaves nothing to redo.
    casebook.undo().unwrap();
    casebook.add_note("contempt-order", "third").unwrap();
    assert_eq!(casebook.redo().unwrap().done, None);
}

#[test]
fn the_native_format_reads_back_identical() {
    let desk = Desk::new();
    let mut casebook = desk.sample();
    casebook.add_note("contempt-order", "A note").unwrap();
    let out = desk.path("out.json");
    let report = casebook
        .export(
            ExportFormat::Json,
            &ExportOptions::default(),
            &out,
            Overwrite::Refuse,
        )
        .unwrap();
    assert_eq!(report.losses, Vec::<String>::new());

    let mut other = desk.empty();
    let report = other.import(&out, None).unwrap();
    assert_eq!((report.created, report.rejected.len()), (90, 0));
    assert_eq!(other.document().unwrap(), casebook.document().unwrap());
    let again = desk.path("again.json");
    other
        .export(
            ExportFormat::Json,
            &ExportOptions::default(),
            &again,
            Overwrite::Refuse,
        )
        .unwrap();
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&again).unwrap());

    let report = other.import(&out, None).unwrap();
    assert_eq!(
        (report.created, report.updated, report.unchanged),
        (0, 0, 90)
    );
    assert!(other.check().unwrap().is_empty());
}

#[test]
fn a_csv_that_was_exported_changes_nothing_when_it_comes_back() {
    let desk = Desk::new();
    let mut casebook = desk.sample();
    casebook
        .add_event(&NewEvent {
            title: "=HYPERLINK(1)".to_owned(),
            ..event("formula", "2020")
        })
        .unwrap();
    let before = casebook.document().unwrap();
    let out = desk.path("out.csv");
    let report = casebook
        .export(
            ExportFormat::Csv,
            &ExportOptions::default(),
            &out,
            Overwrite::Refuse,
        )
        .unwrap();
    assert!(
        report
            .losses
            .iter()
            .any(|loss| loss.contains("117 relations")),
        "{report:?}"
    );
    assert!(
        std::fs::read_to_string(&out)
            .unwrap()
            .contains("'=HYPERLINK")
    );
    let report = casebook.import(&out, None).unwrap();
    assert_eq!(
        (report.created, report.updated, report.unchanged),
        (0, 0, 91)
    );
    assert_eq!(report.rejected, []);
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn an_import_accounts_for_every_row_and_undoes_as_one() {
    let desk = Desk::new();
    let mut casebook = desk.empty();
    casebook.add_event(&event("known", "2014-09-08")).unwrap();
    let before = casebook.document().unwrap();
    let csv = desk.file(
        "in.csv",
        "id,date,title,kind,court,source_title,source_url,remark\n\
         known,2014-09-08,Renamed,order,High Court,Times,https://example.org/a,x\n\
         ,14 July 2016,Second Circuit reverses,opinion,,,,\n\
         ,4/7/2016,Ambiguous,,,,,\n\
         ,2019-02-29,No such day,,,,,\n",
    );
    let preview = casebook.preview_import(&csv, None).unwrap();
    assert_eq!(
        casebook.document().unwrap(),
        before,
        "a preview changes nothing"
    );
    let report = casebook.import(&csv, None).unwrap();
    assert_eq!(
        (report.created, report.updated, report.unchanged),
        (1, 1, 0)
    );
    let lines: Vec<i64> = report.rejected.iter().map(|row| row.line).collect();
    assert_eq!(lines, [4, 5]);
    assert_eq!(report.ignored_columns, ["remark"]);
    assert_eq!(
        (preview.created, preview.updated),
        (report.created, report.updated)
    );
    let rows = casebook.all_events(&Filter::default()).unwrap();
    assert_eq!(rows[1].date, "2016-07-14");

    let again = casebook.import(&csv, None).unwrap();
    assert_eq!((again.created, again.updated, again.unchanged), (0, 0, 2));
    casebook.undo().unwrap();
    assert_eq!(casebook.document().unwrap(), before);
}

#[test]
fn a_record_that_refers_to_nothing_is_refused_and_the_rest_comes_in() {
    let desk = Desk::new();
    let mut casebook = desk.empty();
    let json = desk.file(
        "in.json",
        r#"{"format":"docketline-casebook","version":1,"casebook":{
            "lanes":[{"id":"a","name":"A"}],
            "events":[
              {"id":"x","date":"2014","title":"X","kind":"order","lane":"a"},
              {"id":"y","date":"2014","title":"Y","kind":"order","lane":"nowhere"}],
            "relations":[{"id":"r","from":"x","type":"cites","to":"y"}]}}"#,
    );
    let report = casebook.import(&json, None).unwrap();
    assert_eq!(report.created, 1);
    let lines: Vec<i64> = report.rejected.iter().map(|row| row.line).collect();
    assert_eq!(lines, [5, 6], "{report:?}");
    assert!(casebook.check().unwrap().is_empty());
}

#[test]
fn every_list_of_a_json_file_tells_the_line_of_what_it_refuses() {
    // One record that is none, and one that refers to nothing, of each list that can.
    let lists = [
        ("lanes", r#"{"id":"a","name":"A"}"#, None),
        ("courts", r#"{"id":"c","name":"C"}"#, None),
        ("actors", r#"{"id":"p","name":"P","type":"person"}"#, None),
        ("places", r#"{"id":"l","name":"L"}"#, None),
        ("sources", r#"{"id":"s","title":"S"}"#, None),
        (
            "principles",
            r#"{"id":"q","number":1,"name":"Q","paraphrase":"Q"}"#,
            Some(r#"{"id":"w","number":2,"name":"W","paraphrase":"W","sources":["gone"]}"#),
        ),
        (
            "proceedings",
            r#"{"id":"g","name":"G"}"#,
            Some(r#"{"id":"h","name":"H","judges":["gone"]}"#),
        ),
        (
            "events",
            r#"{"id":"x","date":"2014","title":"X","kind":"order","lane":"a"}"#,
            Some(r#"{"id":"y","date":"2014","title":"Y","kind":"order","lane":"gone"}"#),
        ),
        (
            "relations",
            r#"{"id":"r","from":"x","type":"cites","to":"x"}"#,
            Some(r#"{"id":"t","from":"x","type":"cites","to":"gone"}"#),
        ),
        (
            "disputed_dates",
            r#"{"event":"x","chosen":"2014","reason":"so"}"#,
            Some(r#"{"event":"gone","chosen":"2014","reason":"so"}"#),
        ),
        (
            "notes",
            r#"{"id":"n","event":"x","markdown":"N","created":"2014-01-01T00:00:00Z","modified":"2014-01-01T00:00:00Z"}"#,
            Some(
                r#"{"id":"m","event":"gone","markdown":"N","created":"2014-01-01T00:00:00Z","modified":"2014-01-01T00:00:00Z"}"#,
            ),
        ),
    ];
    let mut text = "{\"format\":\"docketline-casebook\",\"version\":1,\"casebook\":{\n".to_owned();
    let mut expected = Vec::new();
    let mut line = 2;
    for (at, (list, good, misfit)) in lists.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        text.push_str(&format!("{comma}\"{list}\":[{good},\n{{\"id\":7}}"));
        expected.push(line + 1);
        if let Some(misfit) = misfit {
            text.push_str(&format!(",\n{misfit}"));
            expected.push(line + 2);
            line += 1;
        }
        text.push_str("]\n");
        line += 2;
    }
    text.push_str("}}");
    let desk = Desk::new();
    let mut casebook = desk.empty();
    let report = casebook.import(&desk.file("in.json", &text), None).unwrap();
    let lines: Vec<i64> = report.rejected.iter().map(|row| row.line).collect();
    assert_eq!(lines, expected, "{:#?}\n{text}", report.rejected);
    assert_eq!(report.created, 1);
    assert!(casebook.check().unwrap().is_empty());
}

#[test]
fn filters_and_search_find_what_they_say() {
    let desk = Desk::new();
    let casebook = desk.sample();
    let lane = |id: &str| Filter {
        lanes: Some(vec![id.to_owned()]),
        ..Filter::default()
    };
    assert_eq!(ids(&casebook, &lane("appeal")).len(), 17);
    assert_eq!(
        ids(
            &casebook,
            &Filter {
                lanes: Some(vec![]),
                ..Filter::default()
            }
        )
        .len(),
        0
    );
    let kind = Filter {
        kinds: Some(vec!["contempt".to_owned()]),
        ..Filter::default()
    };
    assert_eq!(ids(&casebook, &kind), ["contempt-order"]);
    // A date of a month may lie in the first half of it.
    let span = Filter {
        from: Some("2014-05-01".to_owned()),
        to: Some("1 May 2014".to_owned()),
        ..Filter::default()
    };
    assert_eq!(ids(&casebook, &span), ["usa-freedom-house-2014"]);
    let judge = Filter {
        actors: Some(vec!["loretta-a-preska".to_owned()]),
        ..Filter::default()
    };
    assert!(ids(&casebook, &judge).contains(&"contempt-order".to_owned()));

    for (text, expect) in [
        ("civil contempt", "contempt-order"),
        ("14-2985", "second-circuit-opinion"),
        ("Reding", "reding-letter"),
    ] {
        assert!(
            ids(&casebook, &searching(text)).contains(&expect.to_owned()),
            "{text}"
        );
        assert!(
            !casebook
                .search(&searching(text), 50)
                .unwrap()
                .hits
                .is_empty(),
            "{text}"
        );
    }
    for text in ["\"", "***", "AND OR", "title:", "NEAR(a b)", "zzzqqq"] {
        let _ = casebook.search(&searching(text), 50).unwrap();
    }
    assert_eq!(casebook.search(&searching("***"), 50).unwrap().total, 0);
    let best = &casebook.search(&searching("contempt"), 5).unwrap().hits[0];
    assert_eq!(best.field, "title");
    assert!(best.excerpt.iter().any(|part| part.found));
}

/// Hits are ranked, counted and quoted by three questions; they speak of the same events.
#[test]
fn a_search_counts_what_it_finds_and_shows_where() {
    let desk = Desk::new();
    let casebook = desk.sample();
    let narrowings = [
        Filter::default(),
        Filter {
            from: Some("2015".to_owned()),
            ..Filter::default()
        },
        Filter {
            kinds: Some(vec!["ruling".to_owned()]),
            to: Some("2016-07-14".to_owned()),
            ..Filter::default()
        },
    ];
    for text in [
        "micro",
        "warrant",
        "\"stored communications\"",
        "Schrems",
        "apple orders",
        "zzz",
    ] {
        for narrowing in &narrowings {
            let filter = Filter {
                search: Some(text.to_owned()),
                ..narrowing.clone()
            };
            let mut expect = ids(&casebook, &filter);
            let all = casebook.search(&filter, 500).unwrap();
            assert_eq!(all.total, expect.len() as i64, "{text}");
            assert!(
                all.hits
                    .iter()
                    .all(|hit| hit.excerpt.iter().any(|part| part.found)),
                "{text}"
            );
            let mut found: Vec<String> = all.hits.iter().map(|hit| hit.id.clone()).collect();
            let few = casebook.search(&filter, 3).unwrap();
            assert_eq!(few.total, all.total, "{text}");
            assert!(found.starts_with(&few.hits.into_iter().map(|hit| hit.id).collect::<Vec<_>>()));
            found.sort();
            expect.sort();
            assert_eq!(found, expect, "{text}");
        }
    }
}

#[test]
fn steps_go_through_time_and_between_lanes() {
    let desk = Desk::new();
    let casebook = desk.sample();
    let all = Filter::default();
    let step = |key: Option<i64>, step| {
        let from = key.map(|key| Footing { key, lane: None });
        let found = casebook.step(&all, &Arrangement::default(), from.as_ref(), step);
        found.unwrap().map(|footing| footing.key)
    };
    let first = step(None, Step::Next);
    assert_eq!(first, step(None, Step::First));
    let second = step(first, Step::Next);
    assert_eq!(step(second, Step::Previous), first);
    assert_eq!(step(first, Step::Previous), None);
    let mut seen = 1;
    let mut here = first;
    while let Some(next) = step(here, Step::Next) {
        here = Some(next);
        seen += 1;
    }
    assert_eq!(seen, 90);
    assert_eq!(here, step(None, Step::Last));
    let contempt = casebook.event_by_id("contempt-order").unwrap().row.key;
    let below = step(Some(contempt), Step::LaneBelow).unwrap();
    assert_eq!(casebook.event(below, None).unwrap().row.lane, "appeal");
    assert_eq!(step(Some(contempt), Step::LaneAbove), None);
}

#[test]
fn what_has_a_time_of_day_stands_there_after_every_edit() {
    let desk = Desk::new();
    let mut casebook = desk.empty();
    let morning = "2014-07-14T09:00:00";
    let evening = "2014-07-14T18:00:00";
    for (id, date) in [("b", evening), ("day", "2014-07-14"), ("a", morning)] {
        casebook.add_event(&event(id, date)).unwrap();
    }
    let day = Day::from_civil(2014, 7, 14).unwrap().0 as f64;
    let viewport = Viewport {
        from: day,
        days_per_px: 1.0 / 1_024.0,
        width: 1_024.0,
    };
    let hours = |casebook: &Casebook| -> Vec<f64> {
        let scene = casebook.scene(&Filter::default(), viewport, None).unwrap();
        let days = |x: &f32| scene.origin + f64::from(*x) * scene.days_per_px - day;
        let mut hours: Vec<f64> = scene.marks.x0.iter().map(|x| days(x) * 24.0).collect();
        hours.sort_by(f64::total_cmp);
        hours
    };
    assert_eq!(hours(&casebook), [9.0, 12.0, 18.0]);
    assert_eq!(ids(&casebook, &Filter::default()), ["day", "a", "b"]);
    casebook.undo().unwrap();
    assert_eq!(hours(&casebook), [12.0, 18.0]);
    casebook.redo().unwrap();
    assert_eq!(hours(&casebook), [9.0, 12.0, 18.0]);
    let path = desk.path("empty.casebook");
    drop(casebook);
    let opened = Casebook::open(&path, clock()).unwrap();
    assert_eq!(hours(&opened), [9.0, 12.0, 18.0]);
}

fn refused(result: docketline_casebook::Result<Casebook>) -> ErrorCode {
    result.map(|_| ()).unwrap_err().code()
}

#[test]
fn what_is_no_casebook_is_refused_and_stays_as_it_was() {
    let desk = Desk::new();
    drop(desk.sample());
    let good = std::fs::read(desk.path("sample.casebook")).unwrap();
    let mut newer = good.clone();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    let mut nothing_left = good;
    nothing_left[100..].fill(0xA5);
    let cases: [(&str, Vec<u8>, ErrorCode); 5] = [
        ("text", b"Dear colleague".to_vec(), ErrorCode::NotACasebook),
        ("nothing", Vec::new(), ErrorCode::NotACasebook),
        (
            "other",
            b"SQLite format 3\0"
                .iter()
                .chain(&[0; 200])
                .copied()
                .collect(),
            ErrorCode::NotACasebook,
        ),
        ("newer", newer, ErrorCode::Newer),
        ("noise", nothing_left, ErrorCode::Damaged),
    ];
    for (name, bytes, code) in cases {
        let path = desk.file(&format!("{name}.casebook"), &bytes);
        assert_eq!(refused(Casebook::open(&path, clock())), code, "{name}");
        assert_eq!(std::fs::read(&path).unwrap(), bytes, "{name} was changed");
    }
    assert_eq!(
        refused(Casebook::open(&desk.path("nowhere"), clock())),
        ErrorCode::NotFound
    );
    assert_eq!(
        refused(Casebook::open(desk.0.path(), clock())),
        ErrorCode::NotACasebook
    );
}

#[test]
fn reading_leaves_the_file_as_it_is() {
    let desk = Desk::new();
    drop(desk.sample());
    let path = desk.path("sample.casebook");
    let before = std::fs::read(&path).unwrap();
    let casebook = Casebook::open_read_only(&path, clock()).unwrap();
    casebook.summary().unwrap();
    casebook.check().unwrap();
    casebook
        .export(
            ExportFormat::Html,
            &ExportOptions::default(),
            &desk.path("out.html"),
            Overwrite::Refuse,
        )
        .unwrap();
    drop(casebook);
    assert_eq!(std::fs::read(&path).unwrap(), before);
}

#[test]
fn nothing_that_stands_there_is_replaced_unasked() {
    let desk = Desk::new();
    let casebook = desk.sample();
    let taken = desk.file("taken", "mine");
    assert_eq!(
        refused(Casebook::create(&taken, "T", clock())),
        ErrorCode::AlreadyExists
    );
    for format in [ExportFormat::Json, ExportFormat::Csv, ExportFormat::Html] {
        let error = casebook
            .export(format, &ExportOptions::default(), &taken, Overwrite::Refuse)
            .unwrap_err();
        assert_eq!(error.code(), ErrorCode::AlreadyExists);
    }
    assert_eq!(std::fs::read(&taken).unwrap(), b"mine");
    casebook
        .export(
            ExportFormat::Json,
            &ExportOptions::default(),
            &taken,
            Overwrite::Allow,
        )
        .unwrap();
    let own = desk.path("sample.casebook");
    assert!(
        casebook
            .export(
                ExportFormat::Json,
                &ExportOptions::default(),
                &own,
                Overwrite::Allow
            )
            .is_err()
    );
    assert!(casebook.save_copy(&own).is_err());
}

#[test]
fn the_page_says_its_title_once_and_its_dates_in_words() {
    let desk = Desk::new();
    let casebook = desk.sample();
    let out = desk.path("out.html");
    casebook
        .export(
            ExportFormat::Html,
            &ExportOptions::default(),
            &out,
            Overwrite::Refuse,
        )
        .unwrap();
    let page = std::fs::read_to_string(&out).unwrap();
    let picture = page.split_once("<svg").unwrap().1;
    let picture = picture.split_once("</svg>").unwrap().0;
    assert_eq!(picture.matches(">Microsoft Ireland<").count(), 1);
    assert!(picture.contains(">Microsoft Ireland</title>"));
    assert!(picture.contains("90 events on one axis of time, from 21 October 1986 to "));
    assert!(picture.contains("Sources disagree on the date"));
    let sources = page.split_once("id=\"sources\"").unwrap().1;
    assert!(sources.contains("about September 2014") && !sources.contains("2014-09~"));
}

#[test]
fn a_source_tells_its_date_in_words_where_it_is_one() {
    let desk = Desk::new();
    let casebook = desk.sample();
    let all = SourceQuery::default();
    let sources = casebook.sources(&all, 0, 1_000).unwrap().rows;
    let words = |written: &str| {
        let source = sources.iter().find(|s| s.date.as_deref() == Some(written));
        source.unwrap().date_words.clone().unwrap()
    };
    assert_eq!(words("2014-09~"), "about September 2014");
    assert_eq!(words("n.d."), "n.d.");
}

#[test]
fn a_copy_is_complete_and_opens() {
    let desk = Desk::new();
    let mut casebook = desk.sample();
    casebook
        .add_note("contempt-order", "in the copy too")
        .unwrap();
    let copy = casebook.save_copy(&desk.path("copy.casebook")).unwrap();
    let copied = Casebook::open(&copy, clock()).unwrap();
    assert_eq!(copied.document().unwrap(), casebook.document().unwrap());
}

#[test]
fn values_that_break_a_rule_are_refused_with_a_code() {
    let desk = Desk::new();
    let mut casebook = desk.empty();
    casebook.add_event(&event("a", "2014-07-14")).unwrap();
    let cases = [
        (event("b", "2019-02-29"), ErrorCode::BadDate),
        (event("b", "4/7/2016"), ErrorCode::AmbiguousDate),
        (event("a", "2014"), ErrorCode::Taken),
        (event("", "2014"), ErrorCode::BadValue),
        (
            NewEvent {
                kind: "verdict".to_owned(),
                ..event("b", "2014")
            },
            ErrorCode::BadValue,
        ),
        (
            NewEvent {
                title: " ".to_owned(),
                ..event("b", "2014")
            },
            ErrorCode::BadValue,
        ),
        (
            NewEvent {
                lane: String::new(),
                ..event("b", "2014")
            },
            ErrorCode::BadValue,
        ),
    ];
    for (event, code) in cases {
        let error = casebook.add_event(&event).unwrap_err();
        assert_eq!(error.code(), code, "{event:?}");
        assert!(!error.to_string().is_empty() && error.hint().is_some());
    }
    assert_eq!(
        casebook.add_note("nowhere", "x").unwrap_err().code(),
        ErrorCode::NoSuch
    );
    assert_eq!(
        casebook.add_note("a", " \n").unwrap_err().code(),
        ErrorCode::BadValue
    );
    assert_eq!(casebook.summary().unwrap().counts.events, 1);
}

#[test]
fn files_that_cannot_be_imported_change_nothing() {
    let desk = Desk::new();
    let mut casebook = desk.sample();
    let before = casebook.document().unwrap();
    for (name, bytes) in [
        ("empty.csv", &b""[..]),
        ("binary.csv", b"\x89PNG\r\n\0\0"),
        ("headless.csv", b"a,b\n1,2\n"),
        ("broken.json", b"{\"format\":"),
        ("other.json", b"{\"a\":1}"),
    ] {
        let path = desk.file(name, bytes);
        let error = casebook.import(&path, None).unwrap_err();
        assert_eq!(error.code(), ErrorCode::NotImportable, "{name}");
    }
    let missing = casebook
        .import(Path::new("/nowhere/x.csv"), None)
        .unwrap_err();
    assert_eq!(missing.code(), ErrorCode::NotFound);
    assert_eq!(casebook.document().unwrap(), before);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_opens_for_reading() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    drop(desk.sample());
    let path = desk.path("sample.casebook");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o444)).unwrap();
    if std::fs::OpenOptions::new().write(true).open(&path).is_ok() {
        println!("skipped: this user may write everything");
        return;
    }
    let mut casebook = Casebook::open(&path, clock()).unwrap();
    assert!(casebook.summary().unwrap().read_only.is_some());
    let error = casebook.add_note("contempt-order", "x").unwrap_err();
    assert_eq!(error.code(), ErrorCode::NotWritable);
}

#[test]
fn when_a_paper_was_filed_entered_and_public_survives_every_format_that_reads_back() {
    let desk = Desk::new();
    let rows = desk.file(
        "rows.csv",
        "id,date,title,filed,entered,public_from\n\
         a,2014-07-14,Motion,2014-07-14,15 July 2014,2014-08~\n\
         b,2014-07-15,Order,,,\n",
    );
    let mut casebook = desk.empty();
    assert_eq!(casebook.import(&rows, None).unwrap().rejected, []);
    let detail = casebook.event_by_id("a").unwrap();
    assert_eq!(detail.filed.as_deref(), Some("2014-07-14"));
    assert_eq!(detail.entered_words.as_deref(), Some("15 July 2014"));
    assert_eq!(detail.row.public_from.as_deref(), Some("2014-08~"));
    assert_eq!(casebook.event_by_id("b").unwrap().filed, None);
    for (format, name) in [
        (ExportFormat::Csv, "out.csv"),
        (ExportFormat::Json, "out.json"),
    ] {
        let out = desk.path(name);
        casebook
            .export(format, &ExportOptions::default(), &out, Overwrite::Refuse)
            .unwrap();
        let report = casebook.import(&out, None).unwrap();
        assert_eq!((report.updated, report.unchanged), (0, 2), "{name}");
        let copy = desk.path(&format!("{name}.casebook"));
        let mut copy = Casebook::create(&copy, "Copy", clock()).unwrap();
        copy.import(&out, None).unwrap();
        let (a, b) = (casebook.document().unwrap(), copy.document().unwrap());
        assert_eq!(a.events, b.events, "{name}");
    }
}
