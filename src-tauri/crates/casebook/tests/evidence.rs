//! Sources as the Evidence view asks for them, against the document.
#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails; what helps the tests is no test function"
)]

use docketline_casebook::view::{SourcePage, SourceQuery};
use docketline_casebook::{Casebook, ErrorCode, SystemClock};
use docketline_domain::Document;
use std::sync::Arc;
use tempfile::TempDir;

fn sample() -> (TempDir, Casebook) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.casebook");
    let casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    (folder, casebook)
}

fn find(text: &str) -> SourceQuery {
    SourceQuery {
        find: text.to_owned(),
        ..SourceQuery::default()
    }
}

fn ids(page: &SourcePage) -> Vec<&str> {
    page.rows.iter().map(|row| row.id.as_str()).collect()
}

/// The sources in which each word is found, or in what they support.
fn holding<'a>(document: &'a Document, words: &[&str]) -> Vec<&'a str> {
    let supports = |id: &str| -> String {
        let all = document.events.iter().flat_map(|event| &event.sources);
        let own = all.filter(|support| support.source.as_str() == id);
        own.map(|support| support.supports.clone() + " ").collect()
    };
    let holds = |source: &&docketline_domain::model::Source| {
        let publisher = source.publisher.clone().unwrap_or_default();
        let text = [&source.title, &publisher, &supports(source.id.as_str())]
            .map(|text| text.to_lowercase())
            .join(" ");
        words.iter().all(|word| text.contains(word))
    };
    let found = document.sources.iter().filter(holds);
    found.map(|source| source.id.as_str()).collect()
}

#[test]
fn pages_follow_each_other_in_the_order_of_the_author() {
    let (_folder, casebook) = sample();
    let document = casebook.document().unwrap();
    let all = find("");
    let mut read = Vec::new();
    loop {
        let page = casebook.sources(&all, read.len() as i64, 50).unwrap();
        assert_eq!(page.total, document.sources.len() as i64);
        if page.rows.is_empty() {
            break;
        }
        read.extend(page.rows);
    }
    let written: Vec<&str> = document.sources.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(read.iter().map(|row| &row.id).collect::<Vec<_>>(), written);
    let unread = SourceQuery {
        only_unread: true,
        ..find("")
    };
    let unread = casebook.sources(&unread, 0, 1_000).unwrap();
    let expected = document.sources.iter().filter(|source| !source.read);
    assert_eq!(unread.total, expected.count() as i64);
    assert!(unread.rows.iter().all(|row| !row.read));
}

#[test]
fn every_word_is_found_in_the_source_or_in_what_it_supports() {
    let (_folder, casebook) = sample();
    let document = casebook.document().unwrap();
    for words in [
        &["warrant"][..],
        &["microsoft", "contempt"],
        &["REUTERS"],
        &["date"],
        &["no such word"],
        &["–"],
    ] {
        let page = casebook.sources(&find(&words.join(" ")), 0, 1_000).unwrap();
        let folded: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
        // What has no letter asks for nothing.
        let folded: Vec<&str> = folded
            .iter()
            .flat_map(|words| words.split(' '))
            .filter(|word| *word != "–")
            .collect();
        assert_eq!(ids(&page), holding(&document, &folded), "{words:?}");
    }
}

#[test]
fn words_of_what_was_not_public_yet_find_nothing() {
    let (_folder, casebook) = sample();
    let known = |text: &str, day: &str| {
        let query = SourceQuery {
            known_on: Some(day.to_owned()),
            ..find(text)
        };
        casebook.sources(&query, 0, 1_000).unwrap()
    };
    let mut hidden = 0;
    for word in ["date", "contempt", "signatories", "release", "microsoft"] {
        for day in ["2013-12-31", "2014-09-30", "2018-01-01"] {
            let all = known("", day).rows;
            let expected = all.iter().filter(|source| {
                let uses = casebook.source_uses(&source.id, Some(day), 1_000).unwrap();
                let publisher = source.publisher.clone().unwrap_or_default();
                let mut texts = vec![source.title.clone(), publisher];
                texts.extend(uses.into_iter().map(|used| used.supports));
                texts.join(" ").to_lowercase().contains(word)
            });
            let expected: Vec<&str> = expected.map(|source| source.id.as_str()).collect();
            assert_eq!(ids(&known(word, day)), expected, "{word} {day}");
            let ever = casebook.sources(&find(word), 0, 1_000).unwrap();
            let told = ever
                .rows
                .iter()
                .filter(|row| all.iter().any(|of| of.id == row.id));
            hidden += told.count() - expected.len();
        }
    }
    assert!(hidden > 0, "no word was of what came later only");
}

#[test]
fn all_that_a_source_supports_can_be_read_on() {
    let (_folder, casebook) = sample();
    let page = casebook.sources(&find(""), 0, 1_000).unwrap();
    let most = page.rows.iter().max_by_key(|row| row.uses).unwrap();
    for limit in [0, 1, 5, 1_000] {
        let uses = casebook.source_uses(&most.id, None, limit).unwrap();
        assert_eq!(uses.len() as i64, limit.min(most.uses));
        let both = uses.len().min(most.supports.len());
        assert_eq!(uses[..both], most.supports[..both]);
    }
    let earlier = casebook
        .source_uses(&most.id, Some("1900-01-01"), 9)
        .unwrap();
    assert!(earlier.is_empty());
    let gone = casebook.source_uses("no-such-source", None, 9);
    assert_eq!(gone.unwrap_err().code(), ErrorCode::NoSuch);
}
