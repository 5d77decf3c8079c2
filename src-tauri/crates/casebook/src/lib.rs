//! The use cases: what a researcher can do with a casebook. The window and the command
//! line call the same functions and show the same shapes ([`view`]).

mod altering;
mod arrangement;
mod backup_sets;
mod bulk;
mod choice;
mod clock;
mod dates;
mod drafting;
mod editing;
mod entering;
mod error;
mod evidence;
mod explaining;
mod exporting;
mod facets;
mod fields;
mod files;
mod findings;
mod hand;
mod history;
mod importing;
mod known;
mod members;
mod merging;
mod moving;
mod named;
mod picturing;
mod procedure;
mod questions;
mod reading;
mod records;
mod register;
mod safety;
mod standing;
mod table;
mod timeline;
pub mod view;
pub mod words;

pub use clock::{Clock, SystemClock};
pub use dates::{DateStyle, explain as explain_date};
pub use editing::{NewEvent, NewRelation};
pub use error::{Error, ErrorCode};
pub use exporting::Overwrite;
pub use fields::{Assignment, EVENT_FIELDS};
pub use files::{EXTENSION, SAMPLE_TITLE, sample};
pub use findings::{Check, Checked};
pub use hand::Hand;
pub use importing::ImportFormat;
pub use reading::{CheckFinding, check_filter};
pub use records::PART_KINDS;
pub use safety::{Backups, recover, restore};

pub use docketline_formats::pasted::to_markdown as pasted_markdown;
pub use docketline_store::Stop;
use docketline_store::Store;

pub type Result<T> = std::result::Result<T, Error>;

/// One open casebook.
#[derive(Debug)]
pub struct Casebook {
    store: Store,
    /// What the store's data version was at the last look at what others did.
    seen: i64,
    hand: Hand,
    backups: Option<Backups>,
    stretch: Option<editing::Stretch>,
    timeline: timeline::TimelineCache,
    standing: standing::StandingCache,
    orders: table::OrderCache,
    findings: findings::FindingsCache,
    procedure: procedure::ProcedureCache,
    records: records::RecordsCache,
}
