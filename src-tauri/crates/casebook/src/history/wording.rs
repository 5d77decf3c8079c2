//! What became of a row, in words.

use super::difference::difference;
use crate::view::{ChangeKind, HistoryChange};
use crate::{Casebook, Result, words};
use docketline_domain::model::Membership;
use docketline_store::{ChangedRow, RowChange};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Columns that follow from others, or say nothing to a reader.
const SILENT: [&str; 16] = [
    "pk",
    "id",
    "earliest",
    "latest",
    "sort_first",
    "sort_last",
    "public_first",
    "sort_time",
    "begins_latest",
    "ends_earliest",
    "position",
    "created",
    "modified",
    "at",
    "event",
    "dispute",
];

type Image = Map<String, Value>;

/// What rows are called: as they are now, or were in the entry that is read.
pub(super) struct Names<'c> {
    casebook: &'c Casebook,
    here: HashMap<(&'static str, i64), &'c Image>,
}

impl<'c> Names<'c> {
    pub(super) fn of(casebook: &'c Casebook, rows: &'c [ChangedRow]) -> Self {
        let here = rows
            .iter()
            .filter_map(|row| {
                let image = match &row.change {
                    RowChange::Added(image) => image.as_ref()?,
                    RowChange::Changed { after: image, .. } | RowChange::Removed(image) => image,
                };
                Some(((row.table, row.row), image))
            })
            .collect();
        Self { casebook, here }
    }

    pub(super) fn put_into_words(
        &self,
        row: &ChangedRow,
        changes: &mut Vec<HistoryChange>,
    ) -> Result<()> {
        let name = self.name(row.table, row.row)?;
        let event = self.event(row)?;
        let first = changes.len();
        match &row.change {
            RowChange::Added(image) => {
                let text = image
                    .as_ref()
                    .map(|image| self.text(row.table, image))
                    .transpose()?;
                changes.push(record(row.table, ChangeKind::Added, &name, None, text));
            }
            RowChange::Removed(image) => {
                let text = self.text(row.table, image)?;
                changes.push(record(
                    row.table,
                    ChangeKind::Removed,
                    &name,
                    Some(text),
                    None,
                ));
            }
            RowChange::Changed { before, after } => {
                let columns = after.keys().filter(|column| {
                    // A renamed identifier is the one that a reader must know of.
                    !SILENT.contains(&column.as_str()) || *column == "id"
                });
                for column in columns.filter(|column| before.get(*column) != after.get(*column)) {
                    let from = self.value(column, before.get(column))?;
                    let to = self.value(column, after.get(column))?;
                    changes.push(field(row.table, &name, column, from, to));
                }
            }
        }
        for change in &mut changes[first..] {
            change.event = event;
        }
        Ok(())
    }

    /// The event that a row is, or is a part of, where it is still there.
    fn event(&self, row: &ChangedRow) -> Result<Option<i64>> {
        let key = event_of(row);
        Ok(match key {
            Some(key) if self.casebook.store.row_name("event", key)?.is_some() => Some(key),
            _ => None,
        })
    }

    /// A record as one line: the values of its columns that say something.
    fn text(&self, table: &str, image: &Image) -> Result<String> {
        let columns: &[&str] = match table {
            "event" => &["date", "title"],
            "relation" => &[
                "from_event",
                "relation_type",
                "to_event",
                "part",
                "effective",
            ],
            "note" => &["markdown"],
            "accepted_finding" => &["reason"],
            "source" => &["title", "publisher", "url"],
            "dispute" => &["chosen", "reason"],
            _ => &[],
        };
        let said: Vec<String> = if columns.is_empty() {
            image
                .iter()
                .filter(|(column, _)| !SILENT.contains(&column.as_str()))
                .map(|(column, value)| self.value(column, Some(value)))
                .collect::<Result<Vec<_>>>()?
        } else {
            columns
                .iter()
                .map(|column| self.value(column, image.get(*column)))
                .collect::<Result<Vec<_>>>()?
        }
        .into_iter()
        .flatten()
        .collect();
        Ok(said.join(" · "))
    }

    /// A value as a reader knows it: a name in place of a key.
    fn value(&self, column: &str, value: Option<&Value>) -> Result<Option<String>> {
        let table = match column {
            "lane" | "court" | "proceeding" | "actor" | "place" | "source" | "principle"
            | "event" => column,
            "from_event" | "to_event" => "event",
            _ => "",
        };
        Ok(match value {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) if column == "rgs_member" => Some(membership(text)),
            Some(Value::String(text)) => Some(text.clone()),
            Some(Value::Number(key)) if !table.is_empty() => {
                Some(self.name(table, key.as_i64().unwrap_or_default())?)
            }
            Some(Value::Number(number)) if column == "main_case" || column == "was_read" => {
                let message = if number.as_i64() == Some(0) {
                    "history-no"
                } else {
                    "history-yes"
                };
                Some(words::say(message, &[]))
            }
            Some(other) => Some(other.to_string()),
        })
    }

    /// What a row is called. A part of an event goes by the event's name.
    fn name(&self, table: &str, row: i64) -> Result<String> {
        let here: &HashMap<(&str, i64), &Image> = &self.here;
        if let Some(image) = here.get(&(table, row)) {
            for column in ["title", "name"] {
                if let Some(Value::String(name)) = image.get(column) {
                    return Ok(name.clone());
                }
            }
            if let Some(event) = image.get("event").and_then(Value::as_i64) {
                return self.name("event", event);
            }
            if let (Some(from), Some(to)) = (image.get("from_event"), image.get("to_event")) {
                let kind = self.value("relation_type", image.get("relation_type"))?;
                return Ok(format!(
                    "{} {} {}",
                    self.value("from_event", Some(from))?.unwrap_or_default(),
                    kind.unwrap_or_default(),
                    self.value("to_event", Some(to))?.unwrap_or_default(),
                ));
            }
        }
        let name = self.casebook.store.row_name(table, row)?;
        Ok(name.unwrap_or_else(|| words::say("history-gone", &[])))
    }
}

/// A membership in a line; as it is in the file where it cannot be read.
fn membership(json: &str) -> String {
    let Ok(Membership {
        member,
        joined,
        basis,
        confidence,
        sources,
    }) = serde_json::from_str(json)
    else {
        return json.to_owned();
    };
    let member = if member {
        "membership-yes"
    } else {
        "membership-no"
    };
    let said = [
        Some(words::say(member, &[])),
        joined.map(|date| words::say("membership-joined", &[("date", date.into())])),
        basis,
        confidence.map(|word| word.to_string()),
    ];
    let sources = sources.into_iter().map(String::from);
    let said: Vec<String> = said.into_iter().flatten().chain(sources).collect();
    said.join(" · ")
}

/// The event that a row is, or belongs to.
pub(super) fn event_of(row: &ChangedRow) -> Option<i64> {
    if row.table == "event" {
        return Some(row.row);
    }
    let image = match &row.change {
        RowChange::Added(image) => image.as_ref()?,
        RowChange::Changed { after: image, .. } | RowChange::Removed(image) => image,
    };
    let column = match row.table {
        "relation" => "from_event",
        _ => "event",
    };
    image.get(column).and_then(Value::as_i64)
}

fn record(
    table: &str,
    change: ChangeKind,
    name: &str,
    from: Option<String>,
    to: Option<String>,
) -> HistoryChange {
    let message = match change {
        ChangeKind::Added => "history-added",
        ChangeKind::Changed => "history-changed",
        ChangeKind::Removed => "history-removed",
    };
    let text = from.as_ref().or(to.as_ref());
    let arguments = [
        ("record", term("history-record", table)),
        ("name", name.to_owned()),
        ("text", text.cloned().unwrap_or_else(|| name.to_owned())),
    ];
    HistoryChange {
        change,
        record: table.to_owned(),
        name: name.to_owned(),
        field: None,
        event: None,
        words: words::say(message, &arguments),
        difference: Vec::new(),
        from,
        to,
    }
}

fn field(
    table: &str,
    name: &str,
    column: &str,
    from: Option<String>,
    to: Option<String>,
) -> HistoryChange {
    // Where JSON has another word for a column, that is the name of the field.
    let json = match column {
        "was_read" => "read",
        "coordinate_precision" => "precision",
        "from_event" => "from",
        "to_event" => "to",
        "relation_type" => "type",
        other => other,
    };
    let filled = |value: &Option<String>| value.as_deref().is_some_and(|text| !text.is_empty());
    let message = match (filled(&from), filled(&to)) {
        (false, _) => "history-field-set",
        (true, false) => "history-field-cleared",
        (true, true) => "history-field-changed",
    };
    let arguments = [
        ("record", term("history-record", table)),
        ("name", name.to_owned()),
        ("field", term("history-field-name", json)),
        ("from", from.clone().unwrap_or_default()),
        ("to", to.clone().unwrap_or_default()),
    ];
    HistoryChange {
        change: ChangeKind::Changed,
        record: table.to_owned(),
        name: name.to_owned(),
        field: Some(json.to_owned()),
        event: None,
        words: words::say(message, &arguments),
        difference: difference(from.as_deref(), to.as_deref()),
        from,
        to,
    }
}

/// The reader's word for a table or a column, or its name with blanks.
pub(crate) fn term(list: &str, name: &str) -> String {
    let name = name.replace('_', "-");
    words::find(&format!("{list}-{name}"), &[]).unwrap_or_else(|| name.replace('-', " "))
}
