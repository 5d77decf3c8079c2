//! Small casebooks as short lines, so that a test reads as a table.

use docketline_domain::Document;
use docketline_domain::consistency::findings;
use docketline_domain::standing::Certainty;
use serde_json::{Value, json};

/// Reads lines separated by `;`: `id kind date [key=value]…` for an event, and
/// `id relation id [on=date]` for a relation. Of an event the keys are `court`, `docket`,
/// `seq`, `in` (a proceeding), `stated` (`first..last`) and `title` (`_` is a space); it
/// has a source and a title of its own unless `bare` says it has no source. `proceeding
/// id start end outcome` is a proceeding, with `-` for what is absent.
pub fn document(text: &str) -> Document {
    let mut document = Document::default();
    for line in text
        .split([';', '\n'])
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let words: Vec<&str> = line.split_whitespace().collect();
        let option = |key: &str| {
            words
                .iter()
                .find_map(|word| word.strip_prefix(key)?.strip_prefix('='))
        };
        let some = |word: &str| {
            if word == "-" {
                Value::Null
            } else {
                json!(word)
            }
        };
        if words[0] == "proceeding" {
            document
                .proceedings
                .push(record(json!({"id": words[1], "name": words[1],
                "start": some(words[2]), "end": some(words[3]), "outcome": some(words[4])})));
        } else if words[1]
            .parse::<docketline_domain::vocabulary::RelationType>()
            .is_ok()
        {
            let id = format!("r{}", document.relations.len() + 1);
            document
                .relations
                .push(record(json!({"id": id, "from": words[0],
                "type": words[1], "to": words[2], "effective": option("on")})));
        } else {
            let court = option("court").map(|court| court.replace('_', " "));
            if let Some(name) = &court
                && !document.courts.iter().any(|court| court.name == *name)
            {
                document
                    .courts
                    .push(record(json!({"id": name, "name": name})));
            }
            let stated = option("stated").map(|stated| match stated.split_once("..") {
                Some((date, end)) => json!({"date": date, "end": end}),
                None => json!({"date": stated}),
            });
            let sources = if words.contains(&"bare") {
                json!([])
            } else {
                json!([{"source": "s", "supports": ""}])
            };
            let title = option("title").map_or_else(
                || format!("Only {0}{0}{0}", words[0]),
                |title| title.replace('_', " "),
            );
            document
                .events
                .push(record(json!({"id": words[0], "kind": words[1],
                "date": words[2], "title": title, "lane": "case", "sources": sources,
                "court": court, "docket": option("docket").map(|docket| docket.replace('_', " ")),
                "docket_sequence": option("seq").map(|n| n.parse::<i64>().expect("a number")),
                "proceeding": option("in"), "stated_date": stated,
                "main_case": words.contains(&"main")})));
        }
    }
    document
}

fn record<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a record")
}

/// Each finding as `rule: events / relations`, with `?` for what is only possible.
pub fn said(text: &str) -> Vec<String> {
    let list = |ids: Vec<&docketline_domain::Id>| {
        ids.iter()
            .map(|id| id.as_str())
            .collect::<Vec<_>>()
            .join(" ")
    };
    findings(&document(text))
        .iter()
        .map(|finding| {
            let mark = if finding.certainty == Certainty::Possibly {
                "?"
            } else {
                ""
            };
            let subjects = match finding.proceeding() {
                Some(proceeding) => proceeding.to_string(),
                None => list(finding.events()),
            };
            let relations = list(finding.relations());
            let relations = if relations.is_empty() {
                relations
            } else {
                format!(" / {relations}")
            };
            format!("{}{mark}: {subjects}{relations}", finding.rule())
        })
        .collect()
}

/// Those of one rule, which in a table of that rule are what matters.
pub fn said_of(rule: &str, text: &str) -> Vec<String> {
    let of = |line: &String| {
        line.strip_prefix(rule)
            .is_some_and(|rest| rest.starts_with([':', '?']))
    };
    said(text).into_iter().filter(of).collect()
}
