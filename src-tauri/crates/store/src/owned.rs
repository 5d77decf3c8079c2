//! Rows that belong to others, read for all of them at once.

use crate::Result;
use crate::document::rows;
use crate::edit::Edit;
use rusqlite::types::{Null, ToSqlOutput};
use rusqlite::{Row, ToSql};
use std::collections::HashMap;

/// Which rows are read.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Only<'a> {
    All,
    One(i64),
    /// Keys, as a list in JSON.
    Of(&'a str),
}

impl Only<'_> {
    /// Its parameter is the first.
    pub fn condition(self, key: &str) -> String {
        match self {
            Self::All => "?1 IS NULL".to_owned(),
            Self::One(_) => format!("{key} = ?1"),
            Self::Of(_) => format!("{key} IN (SELECT value FROM json_each(?1))"),
        }
    }
}

impl ToSql for Only<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match self {
            Self::All => Ok(Null.into()),
            Self::One(key) => key.to_sql(),
            Self::Of(keys) => keys.to_sql(),
        }
    }
}

/// The rows of a table that belong to others, by the key of their owner. `sql` has a
/// placeholder `{only}` for the condition on the owner, and gives the owner first.
pub(crate) fn by_owner<T>(
    edit: &Edit<'_>,
    sql: &str,
    owner: &str,
    only: Only<'_>,
    mut read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<HashMap<i64, Vec<T>>> {
    let mut owned: HashMap<i64, Vec<T>> = HashMap::new();
    let sql = sql.replace("{only}", &format!("WHERE {}", only.condition(owner)));
    let pairs = rows(edit, &sql, [only], |row| {
        Ok((row.get::<_, i64>(0)?, read(row)?))
    })?;
    for (owner, value) in pairs {
        owned.entry(owner).or_default().push(value);
    }
    Ok(owned)
}
