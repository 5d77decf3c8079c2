//! What a form says, field by field, as far as it can be understood without the casebook.

use crate::error::Error;
use crate::fields::{Assignment, Field};
use crate::history::term;
use crate::view::{CitationDraft, EventDraft, FieldProblem};
use crate::{Result, words};
use docketline_domain::model::Citation;
use docketline_domain::vocabulary::Confidence;

/// Without these an event cannot be drawn.
const REQUIRED: [&str; 4] = ["title", "date", "kind", "lane"];

/// The fields in which a draft differs, as far as they can be understood.
pub(super) fn read(before: &EventDraft, draft: &EventDraft) -> (Vec<Field>, Vec<FieldProblem>) {
    let mut fields = Vec::new();
    let mut problems = Vec::new();
    let mut refuse = |field: &str, error: &Error| {
        problems.push(FieldProblem {
            field: field.to_owned(),
            message: error.reason(),
        });
    };
    for ((name, then), (_, now)) in texts(before).into_iter().zip(texts(draft)) {
        let is_missing = now.trim().is_empty() && REQUIRED.contains(&name);
        if now.trim() == then.trim() && !is_missing {
            continue;
        }
        if is_missing {
            let field = [("field", label(name))];
            refuse(
                name,
                &Error::bad_value(words::say("refused-needed", &field)),
            );
            continue;
        }
        let typed = Assignment {
            field: name.to_owned(),
            value: now.to_owned(),
        };
        match Field::read(&typed) {
            Ok(field) => fields.push(field),
            Err(_) if name == "docket_sequence" => {
                let field = [("field", label(name))];
                refuse(
                    name,
                    &Error::bad_value(words::say("refused-not-a-number", &field)),
                );
            }
            Err(error) => refuse(name, &error),
        }
    }
    if draft.main_case != before.main_case {
        fields.push(Field::MainCase(draft.main_case));
    }
    if draft.citations != before.citations {
        match draft.citations.iter().map(citation).collect() {
            Ok(citations) => {
                let citations: Vec<Option<Citation>> = citations;
                fields.push(Field::Citations(citations.into_iter().flatten().collect()));
            }
            Err(error) => refuse("citations", &error),
        }
    }
    let list = |list: &[String]| -> Vec<String> {
        let filled = list.iter().map(|text| text.trim());
        filled
            .filter(|text| !text.is_empty())
            .map(ToOwned::to_owned)
            .collect()
    };
    if draft.jurisdictions != before.jurisdictions {
        fields.push(Field::Jurisdictions(list(&draft.jurisdictions)));
    }
    if draft.principles != before.principles {
        fields.push(Field::Principles(list(&draft.principles)));
    }
    if draft.from_knowledge != before.from_knowledge {
        fields.push(Field::FromKnowledge(list(&draft.from_knowledge)));
    }
    (fields, problems)
}

/// What a form calls a field.
pub(super) fn label(field: &str) -> String {
    term("history-field-name", field)
}

/// The fields that are one text each, by their names in JSON. What another rests on
/// comes before it.
fn texts(draft: &EventDraft) -> Vec<(&'static str, &str)> {
    // Destructured, so that a new field breaks the build instead of vanishing.
    let EventDraft {
        id,
        title,
        short_title,
        date,
        stated_date,
        stated_end,
        refined_date,
        refined_confidence,
        date_note,
        public_from,
        filed,
        entered,
        summary,
        kind,
        lane,
        court,
        proceeding,
        main_case: _,
        docket,
        docket_sequence,
        confidence,
        citations: _,
        jurisdictions: _,
        principles: _,
        from_knowledge: _,
    } = draft;
    vec![
        ("id", id),
        ("title", title),
        ("short_title", short_title),
        ("date", date),
        ("stated_date", stated_date),
        ("stated_end", stated_end),
        ("refined_date", refined_date),
        ("refined_confidence", refined_confidence),
        ("date_note", date_note),
        ("public_from", public_from),
        ("filed", filed),
        ("entered", entered),
        ("summary", summary),
        ("kind", kind),
        ("lane", lane),
        ("court", court),
        ("proceeding", proceeding),
        ("docket", docket),
        ("docket_sequence", docket_sequence),
        ("confidence", confidence),
    ]
}

/// A citation without a text is a line that was left blank.
fn citation(draft: &CitationDraft) -> Result<Option<Citation>> {
    let text = draft.text.trim();
    let confidence = draft.confidence.trim();
    let confidence = (!confidence.is_empty())
        .then(|| confidence.parse::<Confidence>())
        .transpose()
        .map_err(|error| Error::bad_value(error.to_string()))?;
    Ok((!text.is_empty()).then(|| Citation {
        text: text.to_owned(),
        confidence,
    }))
}
