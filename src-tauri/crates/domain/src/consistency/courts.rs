//! Which court reviews which, as far as the names of both say.
//!
//! Known are the federal courts of the United States (magistrate and bankruptcy judges,
//! district courts, courts of appeals, Supreme Court), with the circuit that each
//! district belongs to, and the two courts of the European Union. Within one district
//! judges review each other's matters in more ways than a table holds, and so does a
//! court that a case was transferred to: of two districts nothing is said.

use super::Book;
use super::finding::{ActRef, Finding, Matter};
use crate::id::Id;
use crate::vocabulary::{EventKind, RelationType};
use std::collections::HashMap;

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let courts = &book.document.courts;
    let places: HashMap<&Id, (&str, Option<Place>)> = courts
        .iter()
        .map(|court| (&court.id, (court.name.as_str(), Place::named(&court.name))))
        .collect();
    let acts = book.relations().filter(|(relation, _, to)| {
        // A petition may lie with a court below the one that it is addressed to.
        let petition = matches!(to.kind, EventKind::Petition | EventKind::Appeal);
        is_review(relation.relation_type) && !petition
    });
    acts.filter_map(|(relation, from, to)| {
        let (reviewing, reviewed) = (from.court.as_ref()?, to.court.as_ref()?);
        let (reviewing_name, above) = places.get(reviewing)?;
        let (reviewed_name, below) = places.get(reviewed)?;
        let wrong =
            reviewing != reviewed && above.as_ref()?.reviews(below.as_ref()?) == Some(false);
        wrong.then(|| {
            Finding::certain(Matter::CourtDoesNotReview {
                act: ActRef::of(relation),
                reviewing: (*reviewing_name).to_owned(),
                reviewed: (*reviewed_name).to_owned(),
            })
        })
    })
    .collect()
}

/// What one court does to another's ruling only on review. A ruling is superseded or
/// made moot by courts, and legislatures, that review nothing.
const fn is_review(relation: RelationType) -> bool {
    matches!(
        relation,
        RelationType::AppealsFrom
            | RelationType::Affirms
            | RelationType::Reverses
            | RelationType::Vacates
            | RelationType::Stays
            | RelationType::Reinstates
            | RelationType::DeniesReview
            | RelationType::DismissesAppeal
    )
}

/// Where a court stands. A circuit is numbered as in statute; that of the District of
/// Columbia and the Federal Circuit have numbers of their own. `None`: not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    SupremeCourt,
    Appeals {
        circuit: Option<u8>,
    },
    District {
        circuit: Option<u8>,
    },
    /// Judges whose rulings the district court reviews.
    BelowDistrict {
        circuit: Option<u8>,
    },
    EuCourtOfJustice,
    EuGeneralCourt,
}

const DC_CIRCUIT: u8 = 12;
/// Hears patents and claims from every district.
const FEDERAL_CIRCUIT: u8 = 13;

impl Place {
    /// `None` where the table does not say.
    fn reviews(self, other: &Self) -> Option<bool> {
        use Place::{
            Appeals, BelowDistrict, District, EuCourtOfJustice, EuGeneralCourt, SupremeCourt,
        };
        match (self, *other) {
            (SupremeCourt | EuCourtOfJustice | EuGeneralCourt, same) if self == same => Some(true),
            (SupremeCourt, Appeals { .. } | District { .. } | BelowDistrict { .. })
            | (EuCourtOfJustice, EuGeneralCourt) => Some(true),
            (
                Appeals { circuit: above },
                Appeals { circuit: below }
                | District { circuit: below }
                | BelowDistrict { circuit: below },
            ) => {
                let (above, below) = (above?, below?);
                let of_any = above == FEDERAL_CIRCUIT && !matches!(other, Appeals { .. });
                Some(above == below || of_any)
            }
            (District { .. }, District { .. } | BelowDistrict { .. })
            | (BelowDistrict { .. }, BelowDistrict { .. }) => None,
            // Upwards, or from one legal order to another.
            _ => Some(false),
        }
    }

    fn named(name: &str) -> Option<Self> {
        let words = words(name);
        let has = |word: &str| words.iter().any(|w| w == word);
        let follows = |first: &str, second: &str| {
            words
                .windows(2)
                .any(|pair| pair[0] == first && pair[1] == second)
        };
        let federal = has("us") || has("usa") || follows("united", "states");
        let european = has("eu") || has("cjeu") || has("ecj") || has("european");
        if european && follows("general", "court") {
            return Some(Self::EuGeneralCourt);
        }
        if has("cjeu") || has("ecj") || european && follows("court", "of") && has("justice") {
            return Some(Self::EuCourtOfJustice);
        }
        if has("scotus") || federal && follows("supreme", "court") {
            return Some(Self::SupremeCourt);
        }
        let state = state_circuit(&words);
        let below_district = words
            .iter()
            .any(|w| w.starts_with("magistrate") || w.starts_with("bankr"));
        let circuit = circuit(&words);
        // Some states have districts, circuits and courts of appeal of their own.
        let of_a_state = state.is_some() && circuit != Some(DC_CIRCUIT);
        if circuit.is_some() && !of_a_state && !has("judicial") {
            return Some(Self::Appeals { circuit });
        }
        if has("appeals") || has("appeal") || has("appellate") {
            let unnumbered = federal && has("appeals") && circuit.is_none() && !of_a_state;
            return unnumbered.then_some(Self::Appeals { circuit: None });
        }
        let federal_district = federal && has("district");
        let district = district_circuit(&words).or(state.filter(|_| federal_district));
        if has("superior") || has("county") || !(federal_district || district.is_some()) {
            return None;
        }
        Some(if below_district {
            Self::BelowDistrict { circuit: district }
        } else {
            Self::District { circuit: district }
        })
    }
}

/// Lower-case words without dots, so that `U.S.` is one; letters that stand alone, as in
/// `S. D. N. Y.`, join.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut letters = false;
    for word in
        name.split(|c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | ';' | '/' | '-'))
    {
        let word: String = word
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let letter = word.chars().count() == 1;
        match words.last_mut() {
            Some(last) if letter && letters => last.push_str(&word),
            _ if word.is_empty() => continue,
            _ => words.push(word),
        }
        letters = letter;
    }
    words
}

/// "Second Circuit", "2d Cir.", "CA9", "D.C. Circuit".
fn circuit(words: &[String]) -> Option<u8> {
    words.windows(2).find_map(|pair| {
        matches!(pair[1].as_str(), "circuit" | "cir").then(|| match pair[0].as_str() {
            "first" | "1st" => Some(1),
            "second" | "2d" | "2nd" => Some(2),
            "third" | "3d" | "3rd" => Some(3),
            "fourth" | "4th" => Some(4),
            "fifth" | "5th" => Some(5),
            "sixth" | "6th" => Some(6),
            "seventh" | "7th" => Some(7),
            "eighth" | "8th" => Some(8),
            "ninth" | "9th" => Some(9),
            "tenth" | "10th" => Some(10),
            "eleventh" | "11th" => Some(11),
            "dc" | "columbia" => Some(DC_CIRCUIT),
            "federal" | "fed" => Some(FEDERAL_CIRCUIT),
            _ => None,
        })?
    })
}

/// The circuit of a district named as in citations (`S.D.N.Y.`, `D. Idaho`, `N.D. Cal.`)
/// or in full (`Southern District of New York`).
fn district_circuit(words: &[String]) -> Option<u8> {
    words.iter().enumerate().find_map(|(place, word)| {
        let rest = &words[place + 1..];
        if word == "district" {
            return (rest.first()? == "of").then(|| state_first(&rest[1..]))?;
        }
        ["d", "nd", "sd", "ed", "wd", "md", "cd"]
            .iter()
            .find_map(|prefix| match word.strip_prefix(prefix)? {
                "" => state_first(rest),
                state => state_abbreviated(state),
            })
    })
}

/// The circuit of the state with which the words begin.
fn state_first(words: &[String]) -> Option<u8> {
    (1..=words.len().min(3))
        .rev()
        .find_map(|count| state_circuit(&words[..count]))
}

/// The circuit of a state that the words name.
fn state_circuit(words: &[String]) -> Option<u8> {
    let text = words.join(" ");
    let padded = format!(" {text} ");
    CIRCUITS.iter().find_map(|(circuit, states)| {
        let named = states.iter().any(|state| {
            // Postal codes such as "in" and "or" are words of their own.
            (state.len() > 2 || words.len() == 1 || SHORT.contains(state))
                && padded.contains(&format!(" {state} "))
        });
        named.then_some(*circuit)
    })
}

/// As the rest of one word: "ny" of "sdny".
fn state_abbreviated(state: &str) -> Option<u8> {
    let states = |(_, states): &&(u8, &[&str])| states.contains(&state);
    CIRCUITS.iter().find(states).map(|(circuit, _)| *circuit)
}

/// Two letters that can only mean the state.
const SHORT: &[&str] = &[
    "ny", "nj", "nh", "nm", "nc", "nd", "sc", "sd", "ri", "wv", "pr", "dc", "vt", "ct", "ga", "va",
    "ky", "tn",
];

/// 28 U.S.C. § 41: which states and territories each circuit is composed of.
const CIRCUITS: &[(u8, &[&str])] = &[
    // The longer name comes before the one that it contains.
    (
        4,
        &[
            "west virginia",
            "wva",
            "wv",
            "w va",
            "north carolina",
            "nc",
            "south carolina",
            "sc",
            "maryland",
            "md",
            "virginia",
            "va",
        ],
    ),
    (
        8,
        &[
            "arkansas",
            "ark",
            "iowa",
            "minnesota",
            "minn",
            "missouri",
            "mo",
            "nebraska",
            "neb",
            "north dakota",
            "nd",
            "south dakota",
            "sd",
        ],
    ),
    (
        1,
        &[
            "maine",
            "me",
            "massachusetts",
            "mass",
            "new hampshire",
            "nh",
            "puerto rico",
            "pr",
            "rhode island",
            "ri",
        ],
    ),
    (
        2,
        &[
            "connecticut",
            "conn",
            "ct",
            "new york",
            "ny",
            "vermont",
            "vt",
        ],
    ),
    (
        3,
        &[
            "delaware",
            "del",
            "new jersey",
            "nj",
            "pennsylvania",
            "pa",
            "virgin islands",
            "vi",
        ],
    ),
    (
        5,
        &["louisiana", "la", "mississippi", "miss", "texas", "tex"],
    ),
    (
        6,
        &[
            "kentucky",
            "ky",
            "michigan",
            "mich",
            "ohio",
            "tennessee",
            "tenn",
            "tn",
        ],
    ),
    (
        7,
        &["illinois", "ill", "indiana", "ind", "wisconsin", "wis"],
    ),
    (
        9,
        &[
            "alaska",
            "arizona",
            "ariz",
            "california",
            "cal",
            "guam",
            "hawaii",
            "haw",
            "idaho",
            "montana",
            "mont",
            "nevada",
            "nev",
            "northern mariana islands",
            "oregon",
            "or",
            "washington",
            "wash",
        ],
    ),
    (
        10,
        &[
            "colorado",
            "colo",
            "kansas",
            "kan",
            "new mexico",
            "nm",
            "oklahoma",
            "okla",
            "utah",
            "wyoming",
            "wyo",
        ],
    ),
    (11, &["alabama", "ala", "florida", "fla", "georgia", "ga"]),
    (DC_CIRCUIT, &["columbia", "dc"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_place_of_a_court_or_nothing() {
        use Place::*;
        let district = |circuit| {
            Some(District {
                circuit: Some(circuit),
            })
        };
        let appeals = |circuit| {
            Some(Appeals {
                circuit: Some(circuit),
            })
        };
        for (name, expect) in [
            ("Supreme Court of the United States", Some(SupremeCourt)),
            ("U.S. Supreme Court", Some(SupremeCourt)),
            ("Supreme Court", None),
            ("Supreme Court of California", None),
            ("Supreme Court, New York County", None),
            ("U.S. Court of Appeals, Second Circuit", appeals(2)),
            (
                "United States Court of Appeals for the Ninth Circuit",
                appeals(9),
            ),
            (
                "U.S. Court of Appeals for the District of Columbia Circuit",
                appeals(12),
            ),
            ("District of Columbia Court of Appeals", None),
            ("Superior Court of the District of Columbia", None),
            ("District Court of Maryland", None),
            ("Federal Supreme Court", None),
            ("D.C. Circuit", appeals(12)),
            ("2d Cir.", appeals(2)),
            ("Second Circuit panel", appeals(2)),
            ("Fed. Cir.", appeals(13)),
            ("U.S. Court of Appeals for the Federal Circuit", appeals(13)),
            ("U.S. Court of Appeals", Some(Appeals { circuit: None })),
            ("New York Court of Appeals", None),
            ("Second Circuit Court of Appeal, Louisiana", None),
            ("Eleventh Judicial Circuit of Florida", None),
            ("Circuit Court of Cook County", None),
            ("First District Court of Appeal, California", None),
            ("U.S. District Court, S.D.N.Y.", district(2)),
            ("S. D. N. Y.", district(2)),
            ("S.D. N.Y.", district(2)),
            ("U.S. District Court, N.D. Cal.", district(9)),
            ("U.S. District Court, W.D. Wash.", district(9)),
            ("U.S. District Court, E.D. Pa.", district(3)),
            ("U.S. District Court, D. Idaho", district(9)),
            (
                "E.D. Pa. (magistrate judge)",
                Some(BelowDistrict { circuit: Some(3) }),
            ),
            ("N.D. W. Va.", district(4)),
            ("D. Mass.", district(1)),
            ("D.D.C.", district(12)),
            (
                "U.S. District Court for the District of Columbia",
                district(12),
            ),
            (
                "U.S. District Court for the Southern District of West Virginia",
                district(4),
            ),
            (
                "United States District Court for the Western District of Virginia",
                district(4),
            ),
            ("U.S. District Court", Some(District { circuit: None })),
            ("District Court, Clark County, Nevada", None),
            (
                "Magistrate Judge, S.D.N.Y.",
                Some(BelowDistrict { circuit: Some(2) }),
            ),
            ("Bankr. D. Del.", Some(BelowDistrict { circuit: Some(3) })),
            (
                "Court of Justice of the European Union (Grand Chamber)",
                Some(EuCourtOfJustice),
            ),
            ("General Court of the European Union", Some(EuGeneralCourt)),
            ("High Court of Ireland", None),
            ("Foreign Intelligence Surveillance Court", None),
            ("Bundesverfassungsgericht", None),
            ("", None),
        ] {
            assert_eq!(Place::named(name), expect, "{name}");
        }
    }

    #[test]
    fn review_goes_up_within_one_circuit() {
        for (above, below, expect) in [
            ("U.S. Supreme Court", "2d Cir.", Some(true)),
            ("U.S. Supreme Court", "S.D.N.Y.", Some(true)),
            ("2d Cir.", "S.D.N.Y.", Some(true)),
            ("9th Cir.", "S.D.N.Y.", Some(false)),
            ("9th Cir.", "2d Cir.", Some(false)),
            ("Fed. Cir.", "S.D.N.Y.", Some(true)),
            ("Fed. Cir.", "2d Cir.", Some(false)),
            ("U.S. Court of Appeals", "S.D.N.Y.", None),
            ("S.D.N.Y.", "2d Cir.", Some(false)),
            ("2d Cir.", "U.S. Supreme Court", Some(false)),
            ("S.D.N.Y.", "Magistrate Judge, S.D.N.Y.", None),
            ("Magistrate Judge, S.D.N.Y.", "S.D.N.Y.", Some(false)),
            ("S.D.N.Y.", "N.D. Cal.", None),
            (
                "Court of Justice of the European Union",
                "General Court of the European Union",
                Some(true),
            ),
            (
                "General Court of the European Union",
                "Court of Justice of the European Union",
                Some(false),
            ),
            (
                "Court of Justice of the European Union",
                "S.D.N.Y.",
                Some(false),
            ),
        ] {
            let reviews = Place::named(above)
                .unwrap()
                .reviews(&Place::named(below).unwrap());
            assert_eq!(reviews, expect, "{above} of {below}");
        }
    }
}
