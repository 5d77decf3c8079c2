//! The scripted session that is disturbed, and what must hold of a casebook afterwards.

use docketline_casebook::view::Filter;
use docketline_casebook::{Assignment, Casebook, NewEvent, Result, SystemClock};
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trace {
    Whole,
    None,
    Half,
}

pub fn trace(casebook: &Casebook, ids: &[String], number: usize) -> Result<Trace> {
    let of = |signs: &[bool]| {
        if signs.iter().all(|sign| *sign) {
            Trace::Whole
        } else if signs.iter().any(|sign| *sign) {
            Trace::Half
        } else {
            Trace::None
        }
    };
    Ok(match number % 3 {
        0 => {
            let event = casebook.event_by_id(&ids[number])?;
            of(&[
                event.row.title == format!("title {number}"),
                event.summary == format!("summary {number}"),
                event.row.docket.as_deref() == Some(&format!("docket {number}")),
            ])
        }
        1 => of(&[
            casebook.event_by_id(&format!("added-{number}")).is_ok(),
            casebook.lane_id(&format!("Lane {number}")).is_ok(),
        ]),
        _ => of(&[casebook.event_by_id(&ids[number]).is_err()]),
    })
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
    for number in 0..EDITS {
        match trace(&casebook, ids, number) {
            Ok(Trace::Half) => complaints.push(format!("edit {number} is there by half")),
            Ok(Trace::None) if acknowledged.contains(&number) => {
                complaints.push(format!("edit {number} was acknowledged and is lost"));
            }
            Ok(_) => {}
            Err(error) => complaints.push(format!("edit {number}: {error}")),
        }
    }
    complaints
}
