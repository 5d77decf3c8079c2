//! Who writes, and by which clock.

use crate::Clock;
use std::sync::Arc;

/// Signs every entry of the change log. A clock alone is a hand that nobody has named.
#[derive(Debug, Clone)]
pub struct Hand {
    clock: Arc<dyn Clock>,
    author: Option<String>,
}

impl Hand {
    /// A blank name is none.
    pub fn new(clock: Arc<dyn Clock>, author: Option<String>) -> Self {
        Self {
            clock,
            author: author
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty()),
        }
    }

    /// Signs as the system calls whoever uses it.
    pub fn of_user(clock: Arc<dyn Clock>) -> Self {
        let name = ["USER", "LOGNAME", "USERNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()));
        Self::new(clock, name)
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    pub(crate) fn author(&self) -> Option<&str> {
        self.author.as_deref()
    }
}

impl From<Arc<dyn Clock>> for Hand {
    fn from(clock: Arc<dyn Clock>) -> Self {
        Self::new(clock, None)
    }
}

impl<C: Clock + 'static> From<Arc<C>> for Hand {
    fn from(clock: Arc<C>) -> Self {
        Self::new(clock, None)
    }
}
