//! Cases and answers as short lines, so that a test reads as a table.

use docketline_domain::standing::{Act, Case, CaseEvent, Certainty, EventIx, PreparedCase};
use docketline_domain::standing::{Sequence, Standing, StandingWord};
use docketline_domain::{Bounds, Day, Edtf};

/// A case with the names of its events.
pub struct Named {
    pub ids: Vec<String>,
    pub case: Case,
    acts: usize,
}

impl Named {
    pub fn new() -> Self {
        Self {
            ids: Vec::new(),
            case: Case::default(),
            acts: 0,
        }
    }

    /// Reads lines: `id kind date [public=date] [seq=docket/number]` for an event, and
    /// `id relation id [on=date] [part=word]` for an act.
    pub fn read(text: &str) -> Self {
        let mut named = Self::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let words: Vec<&str> = line.split_whitespace().collect();
            let option = |key: &str| words.iter().find_map(|word| word.strip_prefix(key));
            if let Ok(relation) = words[1].parse() {
                let act = Act {
                    from: named.ix(words[0]),
                    relation,
                    to: named.ix(words[2]),
                    effective: option("on=").map(bounds),
                    part: option("part=").map(Into::into),
                    number: named.acts,
                    rank: named.acts as u32,
                };
                named.acts += 1;
                named.case.add_act(act);
            } else {
                named.ids.push(words[0].to_owned());
                named.case.add_event(CaseEvent {
                    date: bounds(words[2]),
                    public_from: option("public=").map(bounds),
                    kind: words[1].parse().expect("a kind of event"),
                    sequence: option("seq=").map(sequence),
                });
            }
        }
        named
    }

    pub fn ix(&self, id: &str) -> EventIx {
        let place = self.ids.iter().position(|known| known == id);
        EventIx(place.expect("an event named above") as u32)
    }

    /// How the event stands at the end of the day, in the words of the table.
    pub fn says(&self, prepared: &PreparedCase, id: &str, on: &str) -> String {
        self.says_known(prepared, id, on, None)
    }

    pub fn says_known(
        &self,
        prepared: &PreparedCase,
        id: &str,
        on: &str,
        known_on: Option<&str>,
    ) -> String {
        match prepared.of(self.ix(id), day(on), known_on.map(day)) {
            Some(standing) => in_words(&standing),
            None => "no instrument".to_owned(),
        }
    }
}

/// Checks lines `day: id = words, id = words`, all of one case.
pub fn check(case: &str, table: &str) {
    let named = Named::read(case);
    let prepared = named.case.prepare();
    for line in table.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (on, cells) = line.split_once(": ").expect("a day and a colon");
        for cell in cells.split("; ") {
            let (id, expect) = cell.split_once(" = ").expect("an event and its standing");
            assert_eq!(named.says(&prepared, id, on), expect, "{id} on {on}");
        }
    }
}

fn sequence(text: &str) -> Sequence {
    let (docket, number) = text.split_once('/').expect("docket/number");
    Sequence {
        docket: docket.parse().expect("the number of a docket"),
        number: number.parse().expect("a place on it"),
    }
}

pub fn bounds(text: &str) -> Bounds {
    Edtf::parse(text).expect("a date").bounds()
}

pub fn day(text: &str) -> Day {
    bounds(text).earliest.expect("a day")
}

/// `in force (affirmed), possibly U`; possibilities are joined with `or`.
fn in_words(standing: &Standing) -> String {
    let words = standing
        .possible
        .iter()
        .map(|possible| match &possible.part {
            Some(_) => format!("{} in part", possible.word),
            None => possible.word.to_string(),
        });
    let mut text = words.collect::<Vec<_>>().join(" or ");
    let alive = [StandingWord::InForce, StandingWord::Stayed];
    if standing.words().iter().any(|word| alive.contains(word)) {
        match standing.affirmed_by.as_slice() {
            [] => {}
            by if by.iter().all(|a| a.certain) => text.push_str(" (affirmed)"),
            _ => text.push_str(" (possibly affirmed)"),
        }
    }
    text.push_str(match standing.under_review {
        Certainty::No => "",
        Certainty::Possibly => ", possibly U",
        Certainty::Yes => ", U",
    });
    text
}
