//! A form against the record as it is now, which something else may have changed while the
//! form was open.

use super::assign::{from_object, object};
use super::refused;
use crate::Result;
use crate::view::Record;
use serde_json::{Map, Value};

/// Fields that only mean something together: a point, and who acts how on whom. Half of one
/// and half of another would be what nobody wrote.
const TOGETHER: [&[&str]; 2] = [&["lat", "lon"], &["from", "type", "to"]];

/// `present` with the fields in which `record` differs from what the form began with. Where
/// both changed a field, the form has the last word, as the form of an event has.
pub(super) fn changed(present: &Record, before: &Record, record: &Record) -> Result<Record> {
    // By the names of the fields, so that a new one cannot be forgotten here.
    let (mut present, before, record) = (object(present), object(before), object(record));
    if present.get("kind") != record.get("kind") || before.get("kind") != record.get("kind") {
        return Err(refused("refused-other-kind"));
    }
    for name in record.keys() {
        let whole = TOGETHER.iter().find(|names| names.contains(&name.as_str()));
        let is_written = match whole {
            Some(names) => names.iter().any(|one| differs(&before, &record, one)),
            None => differs(&before, &record, name),
        };
        if is_written && let Some(value) = record.get(name) {
            present.insert(name.clone(), value.clone());
        }
    }
    from_object(present)
}

/// Blanks at the ends are not kept, so they are no difference.
fn differs(before: &Map<String, Value>, record: &Map<String, Value>, name: &str) -> bool {
    match (before.get(name), record.get(name)) {
        (Some(Value::String(then)), Some(Value::String(now))) => then.trim() != now.trim(),
        (then, now) => then != now,
    }
}
