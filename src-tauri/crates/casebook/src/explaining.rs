//! What a finding says, in the reader's words.

use crate::named::Named;
use crate::words;
use docketline_domain::Id;
use docketline_domain::consistency::{ActRef, Alike, EarlyAct, Finding, Matter, Spanning};
use docketline_domain::model::StatedDate;
use docketline_domain::number::grouped;
use docketline_domain::standing::Certainty;

/// Titles that one sentence can hold; the rest are counted.
const MOST_TITLES: usize = 4;

/// The finding in a sentence or two: what was found, and what that means.
pub(crate) fn explain(finding: &Finding, named: &Named) -> String {
    let rule = finding.rule();
    let message = match (&finding.matter, finding.certainty) {
        (
            Matter::EndBeforeStart {
                of: Spanning::Event(_),
                ..
            },
            _,
        ) => format!("finding-{rule}-event"),
        (_, Certainty::Possibly) => format!("finding-{rule}-possibly"),
        _ => format!("finding-{rule}-says"),
    };
    words::say(&message, &arguments(&finding.matter, named))
}

/// What the change log calls it: the rule's name.
pub(crate) fn subject(finding: &Finding) -> String {
    words::say(&format!("finding-{}-name", finding.rule()), &[])
}

fn arguments(matter: &Matter, named: &Named) -> Vec<(&'static str, String)> {
    match matter {
        Matter::AppealBeforeRuling(EarlyAct { act, acted, issued })
        | Matter::ActBeforeTarget(EarlyAct { act, acted, issued }) => {
            let mut arguments = ends(act, named);
            arguments.push(("acted", in_words(acted)));
            arguments.push(("issued", in_words(issued)));
            arguments
        }
        Matter::SameDayUnordered { target, day, acts } => {
            let acts: Vec<String> = acts.iter().map(|act| said(act, named)).collect();
            vec![
                ("target", named.title(target)),
                (
                    "day",
                    docketline_domain::Edtf::parse(&day.to_string())
                        .map_or_else(|_| day.to_string(), |date| date.to_words()),
                ),
                ("acts", some_of(&acts)),
            ]
        }
        Matter::Cycle { events, relations } => {
            let titles: Vec<String> = events.iter().map(|id| quoted(id, named)).collect();
            vec![
                ("events", some_of(&titles)),
                ("relations", grouped(relations.len() as u64)),
                (
                    "many",
                    if events.len() == 1 { "no" } else { "yes" }.to_owned(),
                ),
            ]
        }
        Matter::ActOnNoInstrument { act, kind } => {
            let mut arguments = ends(act, named);
            arguments.push((
                "kind",
                words::say(&format!("kind-{kind}"), &[]).to_lowercase(),
            ));
            arguments
        }
        Matter::LiftsNoStay { act } => ends(act, named),
        Matter::RulingWithoutDisposition { ruling: event } | Matter::Unsourced { event } => {
            vec![("event", named.title(event))]
        }
        Matter::CourtDoesNotReview {
            act,
            reviewing,
            reviewed,
        } => {
            let mut arguments = ends(act, named);
            arguments.push(("reviewing", reviewing.clone()));
            arguments.push(("reviewed", reviewed.clone()));
            arguments
        }
        Matter::EndBeforeStart { of, start, end } => {
            let what = match of {
                Spanning::Event(event) => named.title(event),
                Spanning::Proceeding(proceeding) => named.proceeding(proceeding),
            };
            vec![
                ("what", what),
                ("start", start.to_words()),
                ("end", end.to_words()),
            ]
        }
        Matter::Undated { event, date } => {
            vec![("event", named.title(event)), ("date", date.to_string())]
        }
        Matter::ProbableDuplicate { events } => {
            let say = |alike: &Alike| format!("“{}” ({})", alike.title, alike.date.to_words());
            let events: Vec<String> = events.iter().map(say).collect();
            vec![("events", some_of(&events))]
        }
    }
}

fn ends(act: &ActRef, named: &Named) -> Vec<(&'static str, String)> {
    vec![
        ("from", named.title(&act.from)),
        ("relation", relation(act)),
        ("to", named.title(&act.to)),
    ]
}

fn said(act: &ActRef, named: &Named) -> String {
    format!(
        "“{}” {} “{}”",
        named.title(&act.from),
        relation(act),
        named.title(&act.to)
    )
}

fn relation(act: &ActRef) -> String {
    act.relation_type.as_str().replace('-', " ")
}

fn quoted(event: &Id, named: &Named) -> String {
    format!("“{}”", named.title(event))
}

fn in_words(date: &StatedDate) -> String {
    let first = date.date.to_words();
    match &date.end {
        None => first,
        Some(end) => words::say(
            "finding-from-to",
            &[("start", first), ("end", end.to_words())],
        ),
    }
}

/// "a, b, c and 12 more".
fn some_of(items: &[String]) -> String {
    let shown = if items.len() > MOST_TITLES + 1 {
        MOST_TITLES
    } else {
        items.len()
    };
    let list = items[..shown].join(", ");
    match items.len() - shown {
        0 => match items[..shown].split_last() {
            Some((last, others)) if !others.is_empty() => words::say(
                "finding-list",
                &[("others", others.join(", ")), ("last", last.clone())],
            ),
            _ => list,
        },
        more => words::say(
            "finding-list-more",
            &[("others", list), ("more", grouped(more as u64))],
        ),
    }
}
