//! Ending a question whose answer nobody waits for any more.

use crate::{Result, Store, StoreError};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Steps of a statement between two looks; some tens of microseconds.
const STEPS: i32 = 1_000;

/// Held by whoever asks and by whoever may call it off. It belongs to one question, so
/// calling it off late ends nothing else, above all no edit.
#[derive(Debug, Clone, Default)]
pub struct Stop(Arc<AtomicBool>);

impl Stop {
    pub fn stop(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    pub fn is_stopped(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Store {
    /// From now on statements end with [`StoreError::Stopped`] once this is stopped; with
    /// `None`, none does. Only for reading.
    pub fn heed(&mut self, stop: Option<&Stop>) -> Result<()> {
        let stop = stop.cloned();
        if stop.as_ref().is_some_and(Stop::is_stopped) {
            return Err(StoreError::Stopped);
        }
        let heeded = stop.map(|stop| move || stop.is_stopped());
        self.connection
            .progress_handler(STEPS, heeded)
            .map_err(|source| self.error(source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Change};
    use std::thread;
    use std::time::Duration;

    const ENDLESS: &str =
        "WITH RECURSIVE n(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n) SELECT max(n) FROM n";

    #[test]
    fn a_statement_ends_when_it_is_called_off_and_the_next_is_answered() {
        let dir = tempfile::tempdir().unwrap();
        let change = Change {
            action: Action::CasebookCreated,
            subject: String::new(),
            at: "2026-01-01T00:00:00Z".to_owned(),
            author: None,
        };
        let path = dir.path().join("a.casebook");
        let mut store = Store::create(&path, "A", &change, |_| Ok(())).unwrap();
        let ask = |store: &Store, sql: &str| {
            let answer = store
                .connection
                .query_row(sql, [], |row| row.get::<_, i64>(0));
            answer.map_err(|source| store.error(source))
        };

        let stop = Stop::default();
        store.heed(Some(&stop)).unwrap();
        let caller = thread::spawn({
            let stop = stop.clone();
            move || {
                thread::sleep(Duration::from_millis(20));
                stop.stop();
            }
        });
        assert!(matches!(ask(&store, ENDLESS), Err(StoreError::Stopped)));
        caller.join().unwrap();
        assert!(matches!(store.heed(Some(&stop)), Err(StoreError::Stopped)));

        store.heed(None).unwrap();
        assert_eq!(ask(&store, "SELECT count(*) FROM event").unwrap(), 0);
    }
}
