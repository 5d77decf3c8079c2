//! The proceedings of the sample, as the Procedure view asks for them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use docketline_casebook::view::{Filter, ProcedureScope, ProcedureView};
use docketline_casebook::{Casebook, SystemClock};
use std::sync::Arc;

fn sample() -> (tempfile::TempDir, Casebook) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("sample.casebook");
    let casebook = Casebook::create_sample(&path, Arc::new(SystemClock)).unwrap();
    (folder, casebook)
}

const WHOLE: ProcedureView = ProcedureView {
    days_per_px: None,
    width: 1_100.0,
    selected: None,
};

#[test]
fn the_main_case_comes_first_and_every_act_of_it_is_drawn() {
    let (_folder, casebook) = sample();
    let filter = Filter::default();
    let procedure = casebook.procedure(&filter, None, None).unwrap();
    let titles: Vec<&str> = procedure.events.iter().map(|e| e.title.as_str()).collect();
    assert!(titles.iter().any(|title| title.contains("contempt")));
    assert!(!titles.iter().any(|title| title.contains("Clapper")));
    let scene = casebook
        .procedure_scene(&filter, None, None, WHOLE)
        .unwrap();
    assert_eq!(scene.arrows.len(), procedure.acts.len());
    let storeys: Vec<Option<&str>> = scene.storeys.iter().map(|s| s.name.as_deref()).collect();
    assert_eq!(
        storeys,
        [
            Some("Supreme Court of the United States"),
            Some("U.S. Court of Appeals, Second Circuit"),
            Some("District Court, S.D.N.Y."),
            Some("Magistrate Judge, S.D.N.Y."),
            None,
        ]
    );
}

#[test]
fn an_act_says_who_acted_on_what_part_when_and_on_which_sources() {
    let (_folder, casebook) = sample();
    let procedure = casebook.procedure(&Filter::default(), None, None).unwrap();
    let quashes = procedure
        .acts
        .iter()
        .find(|act| act.relation == "quashes")
        .unwrap();
    assert_eq!(quashes.part.as_deref(), Some("content stored abroad"));
    assert_eq!(quashes.effective_words, "14 July 2016");
    assert!(!quashes.by.is_empty() && !quashes.sources.is_empty());
}

#[test]
fn what_was_not_public_on_the_day_of_knowledge_is_left_out() {
    let (_folder, casebook) = sample();
    let known = casebook
        .procedure(&Filter::default(), Some("2015-01-01"), None)
        .unwrap();
    assert!(!known.acts.is_empty());
    let last = known.events.iter().filter_map(|event| event.last).max();
    assert!(last.unwrap() <= 16_436, "after 1 January 2015");
}

#[test]
fn every_scope_that_is_offered_can_be_shown() {
    let (_folder, casebook) = sample();
    let filter = Filter::default();
    let offered = casebook.procedure(&filter, None, None).unwrap().scopes;
    assert!(
        offered
            .iter()
            .any(|choice| choice.scope == ProcedureScope::All)
    );
    for choice in offered {
        let shown = casebook
            .procedure(&filter, None, Some(&choice.scope))
            .unwrap();
        assert_eq!(shown.scope, Some(choice.scope));
        assert!(!shown.acts.is_empty());
    }
}

#[test]
fn a_casebook_without_acts_has_no_scope_and_an_empty_scene() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("empty.casebook");
    let casebook = Casebook::create(&path, "Empty", Arc::new(SystemClock)).unwrap();
    let filter = Filter::default();
    assert_eq!(casebook.procedure(&filter, None, None).unwrap().scope, None);
    let scene = casebook
        .procedure_scene(&filter, None, None, WHOLE)
        .unwrap();
    assert!(scene.nodes.key.is_empty() && scene.arrows.is_empty());
}
