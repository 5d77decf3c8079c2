//! The shapes of the Procedure view.

use crate::view::StandingLife;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Which part of the casebook's proceedings is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ProcedureScope {
    /// Every act in the casebook.
    All,
    /// Events that acts join, directly or through others; `key` is any of them.
    Matter { key: i64 },
    /// What happened in one proceeding, and what is joined to it by a single act.
    Proceeding { id: String },
    /// The same for one docket number.
    Docket { docket: String },
}

/// All that the Procedure view shows of a scope, but for where it stands in the drawing.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Procedure {
    /// What is shown: what was asked for, or the main case. `None` when nothing acts.
    pub scope: Option<ProcedureScope>,
    pub scopes: Vec<ScopeChoice>,
    /// In the order of time.
    pub events: Vec<ProcedureEventView>,
    /// In the order of effect. [`ActArrow::act`](docketline_timeline::procedure::scene::ActArrow)
    /// points here.
    pub acts: Vec<ProcedureActView>,
    /// Of the instruments among the events, in the order of time.
    pub lives: Vec<StandingLife>,
}

/// A scope that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ScopeChoice {
    pub scope: ProcedureScope,
    /// The label of a matter's first instrument, the name of a proceeding, the number of a
    /// docket; empty for all.
    pub name: String,
    pub events: i64,
    /// The events of a matter; empty for the others.
    pub keys: Vec<i64>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProcedureEventView {
    pub key: i64,
    pub title: String,
    pub short_title: Option<String>,
    pub date_words: String,
    pub kind: String,
    pub court: Option<String>,
    pub docket: Option<String>,
    /// Index of the colour token of its lane, 0 to 5.
    pub colour: u8,
    /// The first and last possible day; `None` when open or unknown.
    pub first: Option<i64>,
    pub last: Option<i64>,
}

/// What one event did to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ProcedureActView {
    pub id: String,
    pub relation: String,
    pub from: i64,
    pub to: i64,
    /// The part of the target; `None` is the whole.
    pub part: Option<String>,
    /// The day it takes effect, in words.
    pub effective_words: String,
    /// The last day on which it may take effect; `None` when open or unknown.
    pub effective: Option<i64>,
    /// Who acted: the judges, or else the court.
    pub by: Vec<String>,
    /// Titles of the sources of the acting event.
    pub sources: Vec<String>,
}
