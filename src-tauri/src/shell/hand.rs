//! Who signs what is done in the windows.

use docketline_casebook::{Hand, SystemClock};
use std::sync::Arc;

pub fn hand() -> Hand {
    Hand::of_user(Arc::new(SystemClock))
}
