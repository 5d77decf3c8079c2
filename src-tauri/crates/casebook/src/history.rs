//! What was done to a casebook, in words, and going back to any point of it.

use crate::editing::describe;
use crate::view::{
    ChangeKind, EditOutcome, HistoryChange, HistoryEntryView, HistoryKind, HistoryPage,
    HistoryQuery,
};
use crate::{Casebook, Result, words};
use docketline_store::{
    Action, ChangedRow, EntryKind, HistoryEntry, HistoryFilter, RowChange, StoreError,
};
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Rows of one entry that are put into words; an import of a million is not read.
const ROWS_IN_WORDS: i64 = 1_000;

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

impl Casebook {
    /// Entries of the history, newest first.
    pub fn history(&self, query: &HistoryQuery, limit: i64) -> Result<HistoryPage> {
        let filter = HistoryFilter {
            event: query.event,
            author: query.author.clone(),
            before: query.before,
        };
        let limit = limit.max(0);
        let mut entries = self.store.history(&filter, limit.saturating_add(1))?;
        let more = entries.len() as i64 > limit;
        if more {
            entries.pop();
        }
        Ok(HistoryPage {
            older: entries.last().filter(|_| more).map(|entry| entry.entry),
            entries: entries
                .into_iter()
                .map(|entry| self.history_entry(entry))
                .collect::<Result<_>>()?,
            authors: self
                .store
                .history_authors()?
                .into_iter()
                .map(|(author, _)| author)
                .collect(),
        })
    }

    /// Makes the casebook what it was right after an entry. This is an entry itself, so
    /// that it can be undone; nothing of the history is lost.
    pub fn go_back(&mut self, entry: i64) -> Result<EditOutcome> {
        let filter = HistoryFilter {
            before: Some(entry.saturating_add(1)),
            ..HistoryFilter::default()
        };
        let target = self
            .store
            .history(&filter, 1)?
            .pop()
            .filter(|target| target.entry == entry)
            .ok_or_else(|| StoreError::NoSuch {
                what: "change",
                id: entry.to_string(),
            })?;
        let change = self.change(Action::WentBack, &title(&target));
        let done = self.store.go_back(entry, &change)?;
        Ok(EditOutcome {
            done: done.map(|()| describe(change.action, &change.subject)),
            summary: self.summary()?,
        })
    }

    /// The key of the event with this identifier, also of one that is deleted.
    pub fn event_key_ever(&self, id: &str) -> Result<i64> {
        self.store.event_key(id).or_else(|missing| {
            self.store
                .deleted_event_key(id)?
                .ok_or_else(|| missing.into())
        })
    }

    fn history_entry(&self, entry: HistoryEntry) -> Result<HistoryEntryView> {
        let rows = self.store.changed_rows(entry.entry, ROWS_IN_WORDS)?;
        let names = Names::of(self, &rows);
        let mut changes = Vec::new();
        for row in &rows {
            names.put_into_words(row, &mut changes)?;
        }
        Ok(HistoryEntryView {
            title: title(&entry),
            id: entry.entry,
            at: entry.at,
            author: entry.author,
            kind: match entry.kind {
                EntryKind::Edit => HistoryKind::Edit,
                EntryKind::Undo => HistoryKind::Undo,
                EntryKind::Redo => HistoryKind::Redo,
            },
            changes,
            more: entry.rows > ROWS_IN_WORDS,
        })
    }
}

pub(crate) fn title(entry: &HistoryEntry) -> String {
    let done = match entry.action {
        Some(action) => describe(action, &entry.subject),
        None => entry.subject.clone(),
    };
    match entry.kind {
        EntryKind::Edit => done,
        EntryKind::Undo => words::say("undid", &[("change", done)]),
        EntryKind::Redo => words::say("redid", &[("change", done)]),
    }
}

/// What rows are called: as they are now, or were in the entry that is read.
struct Names<'c> {
    casebook: &'c Casebook,
    here: HashMap<(&'static str, i64), &'c Image>,
}

impl<'c> Names<'c> {
    fn of(casebook: &'c Casebook, rows: &'c [ChangedRow]) -> Self {
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

    fn put_into_words(&self, row: &ChangedRow, changes: &mut Vec<HistoryChange>) -> Result<()> {
        let name = self.name(row.table, row.row)?;
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
        Ok(())
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
        let here = self
            .here
            .iter()
            .find(|((t, r), _)| *t == table && *r == row);
        if let Some((_, image)) = here {
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
        words: words::say(message, &arguments),
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
        words: words::say(message, &arguments),
        from,
        to,
    }
}

/// The reader's word for a table or a column, or its name with blanks.
pub(crate) fn term(list: &str, name: &str) -> String {
    let name = name.replace('_', "-");
    words::find(&format!("{list}-{name}"), &[]).unwrap_or_else(|| name.replace('-', " "))
}
