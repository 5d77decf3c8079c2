//! Questions that may be called off.

use crate::{Casebook, Result};
use docketline_store::Stop;

/// Nothing stops the casebook once the question is answered, also by a panic.
struct Asking<'a>(&'a mut Casebook);

impl Drop for Asking<'_> {
    fn drop(&mut self) {
        // Setting no handler cannot fail on an open connection; if it did, the next
        // question sets its own.
        let _ = self.0.store.heed(None);
    }
}

impl Casebook {
    /// Answers a question, or [`ErrorCode::Superseded`](crate::ErrorCode::Superseded) soon
    /// after it was stopped.
    pub fn until_stopped<T>(
        &mut self,
        stop: &Stop,
        ask: impl FnOnce(&Self) -> Result<T>,
    ) -> Result<T> {
        self.store.heed(Some(stop))?;
        let asking = Asking(self);
        ask(&*asking.0)
    }
}
