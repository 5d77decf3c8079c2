//! What a command answers instead of a result.

use docketline_casebook::{Error, words};
use serde::Serialize;

pub type Answer<T> = Result<T, CommandError>;

/// `code` is from a closed set and is what the window decides by; the words are for
/// people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommandError {
    pub code: &'static str,
    pub message: String,
    pub hint: Option<String>,
    /// The field of a form that was refused, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<&'static str>,
}

impl CommandError {
    /// A refusal of the window itself, with its words in the Fluent file.
    fn of_window(code: &'static str) -> Self {
        Self {
            code,
            message: words::say(&format!("error-{code}"), &[]),
            hint: words::find(&format!("error-{code}-hint"), &[]),
            field: None,
        }
    }

    /// Only addresses of the web are handed to the reader's browser: another scheme may
    /// start any program.
    pub fn not_a_web_address() -> Self {
        Self::of_window("not-a-web-address")
    }

    /// Only a file that the reader chose in a dialog is read.
    pub fn not_chosen() -> Self {
        Self::of_window("not-chosen")
    }

    /// A fault of the program or the system under it.
    pub fn internal() -> Self {
        Self::of_window("internal")
    }
}

impl From<Error> for CommandError {
    fn from(error: Error) -> Self {
        Self {
            code: error.code().as_str(),
            message: error.to_string(),
            hint: error.hint(),
            field: error.field(),
        }
    }
}

impl From<tauri::Error> for CommandError {
    fn from(_: tauri::Error) -> Self {
        Self::internal()
    }
}
