//! The casebook file: one SQLite database. The only crate that names rusqlite.
//!
//! Reading goes through [`Store`]; writing only through [`Store::edit`], which puts the
//! change and its entry in the change log into one transaction.

mod alter;
mod backup;
mod bulk;
mod change;
mod check;
mod days;
mod dependents;
mod document;
mod edit;
mod error;
mod events;
mod evidence;
mod excerpt;
mod file;
mod filter;
mod going_back;
mod grouping;
mod history;
mod known;
mod lists;
mod lock;
mod migrate;
mod order;
mod owned;
mod place;
mod put;
mod read;
mod records;
mod restoring;
mod salvage;
mod schema;
mod search;
mod shared;
mod stop;
mod tidying;
mod timeline;
mod titles;
mod touched;
mod unindexing;

pub use backup::Since;
pub use change::{Action, Change, EventList, RecordVerb, Reversal};
pub use check::Finding;
pub use dependents::{DependentRelation, Dependents};
pub use edit::{Edit, Entry, NewEvent, Outcome};
pub use error::StoreError;
pub use evidence::{SourceEntry, SourceUseRecord};
pub use excerpt::{ExcerptPart, Hit, SearchField};
pub use file::{Access, ReadOnlyReason, Store, draft_for, is_draft};
pub use filter::{EventFilter, Reading};
pub use going_back::GoingBack;
pub use grouping::{Attribute, GroupRow};
pub use history::{
    ChangedRow, EntryKind, HistoryEnd, HistoryEntry, HistoryFilter, ROWS_COUNTED, RowChange,
};
pub use known::KnownCounts;
pub use lock::Holder;
pub use order::{Order, OrderBy};
pub use place::SharedPlace;
pub use read::{Counts, EventRecord, NoteRecord, RelationRecord, Side};
pub use records::{NameQuery, SharedName, SharedRecord};
pub use salvage::{Mended, Mending, Salvage, SalvagedTable, salvage};
pub use schema::SCHEMA_VERSION;
pub use search::{Found, SearchQuery};
pub use shared::Shared;
pub use stop::Stop;
pub use timeline::{LaneRow, TimelineRow};
pub use titles::Titles;

pub type Result<T> = std::result::Result<T, StoreError>;

/// The number of an event inside its casebook; not stable across files.
pub type EventKey = i64;
