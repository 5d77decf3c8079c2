use crate::{sample, saved};
use docketline_casebook::view::MergeChoice;
use docketline_casebook::{ErrorCode, NewRelation};
use docketline_domain::model::Document;
use std::collections::BTreeSet;

/// Everything that stands anywhere in a casebook, as words.
fn words(document: &Document) -> BTreeSet<String> {
    fn collect(value: &serde_json::Value, words: &mut BTreeSet<String>) {
        match value {
            serde_json::Value::String(text) => {
                let bare = |word: &str| {
                    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                    word.to_owned()
                };
                words.extend(text.split_whitespace().map(bare));
            }
            serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, words)),
            serde_json::Value::Object(fields) => {
                fields.values().for_each(|value| collect(value, words));
            }
            _ => {}
        }
    }
    let mut words = BTreeSet::new();
    collect(&serde_json::to_value(document).unwrap(), &mut words);
    words
}

#[test]
fn no_word_of_any_two_events_of_the_sample_is_lost() {
    let mut casebook = sample();
    let before = casebook.document().unwrap();
    let all = words(&before);
    let ids: Vec<String> = before
        .events
        .iter()
        .map(|event| event.id.to_string())
        .collect();
    for (place, pair) in ids.windows(2).step_by(3).enumerate() {
        let (keep, other) = (casebook.key_of(&pair[0]), casebook.key_of(&pair[1]));
        let preview = casebook.preview_merge(keep, other).unwrap();
        // Of every second difference the other's value.
        let fields = preview.fields.iter().skip(place % 2).step_by(2);
        let take: Vec<String> = fields.map(|field| field.field.clone()).collect();
        saved(
            casebook
                .merge_events(&MergeChoice { keep, other, take })
                .unwrap(),
        );
        let after = casebook.document().unwrap();
        assert_eq!(after.events.len(), before.events.len() - 1);
        let now = words(&after);
        let lost: Vec<&String> = all
            .difference(&now)
            // Dates stand in the note in words, kinds and lanes by the names people know,
            // and a relation between the two has no identifier any more.
            .filter(|word| !is_name_of_code(word, &before))
            .collect();
        assert_eq!(lost, Vec::<&String>::new(), "{pair:?}");
        casebook.undo().unwrap();
    }
    assert_eq!(casebook.document().unwrap(), before);
    assert!(casebook.check().unwrap().is_empty());
}

/// What files say in place of the words that people read.
fn is_name_of_code(word: &str, document: &Document) -> bool {
    let is_date = word.starts_with(|c: char| c.is_ascii_digit()) && word.contains('-');
    is_date
        || document
            .relations
            .iter()
            .any(|relation| relation.id.as_str() == word)
}

#[test]
fn relations_notes_and_lists_of_both_are_kept_and_the_other_date_is_disputed() {
    let mut casebook = sample();
    casebook.add_note("contempt-order", "Mine").unwrap();
    casebook.add_note("warrant-issued", "Theirs").unwrap();
    casebook
        .relate(&NewRelation {
            from: "contempt-order".to_owned(),
            relation: "cites".to_owned(),
            to: "warrant-issued".to_owned(),
            effective: None,
            part: None,
        })
        .unwrap();
    let keep = casebook.event_by_id("contempt-order").unwrap();
    let other = casebook.event_by_id("warrant-issued").unwrap();
    let preview = casebook.preview_merge(keep.row.key, other.row.key).unwrap();
    assert_eq!(preview.keep.title, keep.row.title);
    assert!(preview.fields.iter().any(|field| field.field == "title"));
    assert!(!preview.between.is_empty());

    let choice = MergeChoice {
        keep: keep.row.key,
        other: other.row.key,
        take: vec!["title".to_owned()],
    };
    saved(casebook.merge_events(&choice).unwrap());
    assert!(casebook.event_by_id("warrant-issued").is_err());
    let merged = casebook.event_by_id("contempt-order").unwrap();
    assert_eq!(merged.row.title, other.row.title);
    assert_eq!(merged.row.date, keep.row.date);
    let dispute = merged.dispute.unwrap();
    assert!(
        dispute
            .others
            .iter()
            .any(|date| date.value == other.row.date)
    );
    let notes: String = merged
        .event_notes
        .iter()
        .map(|note| note.markdown.as_str())
        .collect();
    for kept in ["Mine", "Theirs", &keep.row.title, &other.summary] {
        assert!(notes.contains(kept), "{kept}\n{notes}");
    }
    for source in other.sources.iter().chain(&keep.sources) {
        assert!(merged.sources.contains(source));
    }
    for actor in other.actors.iter().chain(&keep.actors) {
        assert!(merged.actors.contains(actor));
    }
    let related = |event: &docketline_casebook::view::EventDetail| {
        let others: BTreeSet<String> = event
            .outgoing
            .iter()
            .chain(&event.incoming)
            .map(|relation| relation.other_id.clone())
            .filter(|id| id != "contempt-order" && id != "warrant-issued")
            .collect();
        others
    };
    let merged = casebook.event_by_id("contempt-order").unwrap();
    let both: BTreeSet<String> = related(&keep).union(&related(&other)).cloned().collect();
    assert_eq!(related(&merged), both);
    assert!(casebook.check().unwrap().is_empty());
}

#[test]
fn an_event_is_not_merged_with_itself_nor_by_a_field_that_is_none() {
    let mut casebook = sample();
    let key = casebook.key_of("contempt-order");
    let other = casebook.key_of("warrant-issued");
    for (other, take) in [(key, vec![]), (other, vec!["colour".to_owned()])] {
        let choice = MergeChoice {
            keep: key,
            other,
            take,
        };
        let refused = casebook.merge_events(&choice).unwrap_err();
        assert_eq!(refused.code(), ErrorCode::BadValue);
    }
}
