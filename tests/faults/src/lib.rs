//! The scripted session that is disturbed, and what must hold of a casebook afterwards.

mod rounds;
mod watch;

pub use rounds::{Rounds, rounds};
pub use watch::{MARK, WRITES, Watch};

use docketline_casebook::view::Filter;
use docketline_casebook::{Assignment, Casebook, NewEvent, Result, SystemClock};
use docketline_domain::Document;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many edits the session makes.
pub const EDITS: usize = 50;

/// How much is tried: `make test` tries some of everything, `make faults` everything.
pub fn is_full() -> bool {
    std::env::var_os("DOCKETLINE_FAULTS").is_some_and(|value| value == "full")
}

/// Numbers that look random and are the same at every run.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`; 0 when there are none.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides.max(1) as u64) as usize
    }
}

/// Makes the casebook on which the session works: the sample.
pub fn base(folder: &Path) -> Result<PathBuf> {
    let path = folder.join("base.casebook");
    drop(Casebook::create_sample(&path, Arc::new(SystemClock))?);
    Ok(path)
}

/// The identifiers of the sample's events, in an order that stays.
pub fn events(casebook: &Casebook) -> Result<Vec<String>> {
    let mut ids: Vec<String> = casebook
        .all_events(&Filter::default())?
        .into_iter()
        .map(|row| row.id)
        .collect();
    ids.sort();
    Ok(ids)
}

/// One edit, which touches several rows: a third each changes three fields of an event,
/// adds an event with its lane, and deletes an event with what depends on it.
pub fn edit(casebook: &mut Casebook, ids: &[String], number: usize) -> Result<()> {
    match number % 3 {
        0 => {
            let fields = ["title", "summary", "docket"].map(|field| Assignment {
                field: field.to_owned(),
                value: format!("{field} {number}"),
            });
            casebook.edit_event(&ids[number], &fields).map(|_| ())
        }
        1 => casebook
            .add_event(&NewEvent {
                id: format!("added-{number}"),
                date: "2016-07-14".to_owned(),
                title: format!("Added {number}"),
                kind: "order".to_owned(),
                lane: format!("Lane {number}"),
                public_from: None,
            })
            .map(|_| ()),
        _ => casebook.delete_event(&ids[number]).map(|_| ()),
    }
}

/// Whether edit `number` is there whole, not at all, or by half.
enum Trace {
    Whole,
    None,
    Half,
}

fn trace(document: &Document, ids: &[String], number: usize) -> Trace {
    let event = |id: &str| document.events.iter().find(|event| event.id.as_str() == id);
    let lane = format!("Lane {number}");
    let signs = match number % 3 {
        // No edit deletes these.
        0 => event(&ids[number]).map_or(vec![true, false], |event| {
            vec![
                event.title == format!("title {number}"),
                event.summary == format!("summary {number}"),
                event.docket.as_deref() == Some(&format!("docket {number}")),
            ]
        }),
        1 => vec![
            event(&format!("added-{number}")).is_some(),
            document.lanes.iter().any(|known| known.name == lane),
        ],
        _ => vec![event(&ids[number]).is_none()],
    };
    if signs.iter().all(|sign| *sign) {
        Trace::Whole
    } else if signs.contains(&true) {
        Trace::Half
    } else {
        Trace::None
    }
}

/// What is wrong with a casebook after a fault: it must be whole, hold every edit that
/// was acknowledged, and none by half.
pub fn complaints(path: &Path, ids: &[String], acknowledged: &[usize]) -> Vec<String> {
    let casebook = match Casebook::open(path, Arc::new(SystemClock)) {
        Ok(casebook) => casebook,
        Err(error) => return vec![format!("does not open: {error}")],
    };
    let mut complaints = match casebook.check() {
        Ok(findings) => findings
            .into_iter()
            .map(|finding| finding.message)
            .collect(),
        Err(error) => vec![format!("cannot be checked: {error}")],
    };
    let document = match casebook.document() {
        Ok(document) => document,
        Err(error) => {
            complaints.push(format!("cannot be read: {error}"));
            return complaints;
        }
    };
    for number in 0..EDITS {
        match trace(&document, ids, number) {
            Trace::Half => complaints.push(format!("edit {number} is there by half")),
            Trace::None if acknowledged.contains(&number) => {
                complaints.push(format!("edit {number} was acknowledged and is lost"));
            }
            Trace::None | Trace::Whole => {}
        }
    }
    complaints
}
