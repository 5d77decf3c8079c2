//! The lists that belong to a record: who took part in an event, what supports it.

use crate::Result;
use crate::document::rows;
use crate::edit::Edit;
use rusqlite::{params_from_iter, types::Value};

/// A table whose rows, in the order of their keys, are the lists of others.
pub(crate) struct List {
    pub table: &'static str,
    /// The column of the record that a row belongs to.
    pub owner: &'static str,
    /// What a row says.
    pub columns: &'static [&'static str],
}

/// A row that is there: its key, and what it says.
type Kept = (i64, Vec<Value>);

impl Edit<'_> {
    /// Makes the list of one owner say what is given. Rows that stay as they are are not
    /// touched, so that the history says what changed and nothing else.
    pub(crate) fn write_list(&self, list: &List, owner: i64, wanted: &[Vec<Value>]) -> Result<()> {
        let kept = self.read_list(list, owner)?;
        self.change_list(list, owner, &kept, wanted)
    }

    /// The same for an owner that is new and has no rows.
    pub(crate) fn begin_list(&self, list: &List, owner: i64, wanted: &[Vec<Value>]) -> Result<()> {
        self.change_list(list, owner, &[], wanted)
    }

    fn read_list(&self, list: &List, owner: i64) -> Result<Vec<Kept>> {
        let List {
            table,
            owner: belongs,
            columns,
        } = list;
        rows(
            self,
            &format!(
                "SELECT pk, {} FROM {table} WHERE {belongs} = ?1 ORDER BY pk",
                columns.join(", ")
            ),
            [owner],
            |row| {
                let values = (1..=columns.len()).map(|index| row.get(index));
                Ok((row.get(0)?, values.collect::<rusqlite::Result<_>>()?))
            },
        )
    }

    fn change_list(
        &self,
        list: &List,
        owner: i64,
        kept: &[Kept],
        wanted: &[Vec<Value>],
    ) -> Result<()> {
        let List {
            table,
            owner: belongs,
            columns,
        } = list;
        let (first, end) = unlike(kept, wanted);
        let after = kept.len() - end;
        let (kept, wanted) = (&kept[first..after], &wanted[first..wanted.len() - end]);
        for ((pk, old), new) in kept.iter().zip(wanted) {
            if old != new {
                let set: Vec<String> = columns
                    .iter()
                    .enumerate()
                    .map(|(index, column)| format!("{column} = ?{}", index + 2))
                    .collect();
                self.execute(
                    &format!("UPDATE {table} SET {} WHERE pk = ?1", set.join(", ")),
                    params_from_iter(std::iter::once(&Value::Integer(*pk)).chain(new)),
                )?;
            }
        }
        for (pk, _) in kept.iter().skip(wanted.len()) {
            self.execute(&format!("DELETE FROM {table} WHERE pk = ?1"), [pk])?;
        }
        for new in wanted.iter().skip(kept.len()) {
            let places: Vec<String> = (2..columns.len() + 2).map(|at| format!("?{at}")).collect();
            self.execute(
                &format!(
                    "INSERT INTO {table} ({belongs}, {}) VALUES (?1, {})",
                    columns.join(", "),
                    places.join(", ")
                ),
                params_from_iter(std::iter::once(&Value::Integer(owner)).chain(new)),
            )?;
        }
        Ok(())
    }
}

/// How many rows at the beginning and at the end are as they should be. New rows come last
/// in a table, so an end counts only where no row has to come before it.
fn unlike(kept: &[Kept], wanted: &[Vec<Value>]) -> (usize, usize) {
    let same = |((_, old), new): &(&Kept, &Vec<Value>)| old == *new;
    let first = kept.iter().zip(wanted).take_while(same).count();
    if wanted.len() > kept.len() {
        return (first, 0);
    }
    let rest = wanted.len() - first;
    let end = kept.iter().rev().zip(wanted.iter().rev()).take(rest);
    (first, end.take_while(same).count())
}

/// A value of a row of a list.
pub(crate) fn value(from: impl Into<Value>) -> Value {
    from.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        let values = |text: &str| -> Vec<Vec<Value>> {
            text.chars().map(|c| vec![value(c.to_string())]).collect()
        };
        for (kept, wanted, expect) in [
            ("", "", (0, 0)),
            ("abc", "abc", (3, 0)),
            ("abc", "abcd", (3, 0)),
            ("abc", "ac", (1, 1)),
            ("abc", "bc", (0, 2)),
            ("abc", "axc", (1, 1)),
            // What comes after a new row has to be written again.
            ("abc", "abxc", (2, 0)),
            ("aa", "a", (1, 0)),
            ("abc", "", (0, 0)),
        ] {
            let kept: Vec<_> = values(kept).into_iter().map(|row| (1, row)).collect();
            assert_eq!(unlike(&kept, &values(wanted)), expect, "{kept:?} {wanted}");
        }
    }
}
