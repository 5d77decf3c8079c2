//! A made-up docket of any size, the same at every run.
//!
//! It has the shape of real research data, so that what is fast on it is fast on that:
//! events come in cases, cases in waves, most of what happens matters little, a tenth has
//! duration, a tenth is not known to the day, and a little of it is much older than all
//! the rest.

mod dates;
mod random;
mod words;

use docketline_domain::Id;
use docketline_domain::model::{
    About, Actor, Court, DisputedDate, Document, Event, Lane, Note, OtherDate, Participation,
    Proceeding, Relation, Source, Support,
};
use docketline_domain::vocabulary::{Basis, Confidence, EventKind, RelationType};
use random::Random;

/// What is to be made. The same numbers give the same docket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    pub events: u32,
    pub seed: u64,
}

impl Recipe {
    /// The docket of this size that everything is measured on.
    pub const fn of(events: u32) -> Self {
        Self { events, seed: 2014 }
    }
}

/// Cases, one after the other; each is a run of events.
#[derive(Debug, Clone)]
pub struct Docket {
    recipe: Recipe,
    lanes: usize,
    cases: Vec<Case>,
}

#[derive(Debug, Clone, Copy)]
struct Case {
    lane: usize,
    /// Number of its first event in the docket.
    first_event: u32,
    events: u32,
    first_day: i64,
    days: i64,
    plaintiff: usize,
    defendant: usize,
}

const ACTORS: usize = 400;
const FEWEST_LANES: usize = 8;
const MOST_LANES: usize = words::LANES.len();
/// One source for so many events.
const EVENTS_PER_SOURCE: u32 = 20;
const MOST_SOURCES: u32 = 20_000;
/// One in so many events.
const NOTED: u64 = 300;
const DISPUTED: u64 = 500;
const RELATED: u64 = 30;

impl Docket {
    pub fn new(recipe: Recipe) -> Self {
        let mut random = Random::new(recipe.seed);
        // A lane more for every doubling beyond a few hundred events.
        let doublings = f64::from(recipe.events.max(1)).log2();
        let lanes = ((doublings - 8.0) * 2.7 + 8.0).round();
        let lanes = (lanes.max(0.0) as usize).clamp(FEWEST_LANES, MOST_LANES);
        let mut cases = Vec::new();
        let mut made = 0;
        while made < recipe.events {
            let largest = (recipe.events / 6).clamp(3, 40_000);
            let size = (random.normal() * 1.2 + 3.6).exp() as u32;
            let events = size.clamp(3, largest).min(recipe.events - made);
            cases.push(Case {
                lane: random.skewed(lanes),
                first_event: made,
                events,
                first_day: dates::start_of_case(&mut random),
                days: 60 + ((random.normal() * 0.7 + 6.6).exp() as i64).min(6_000),
                plaintiff: random.below(ACTORS as u64) as usize,
                defendant: random.below(ACTORS as u64) as usize,
            });
            made += events;
        }
        Self {
            recipe,
            lanes,
            cases,
        }
    }

    /// Everything but the events.
    pub fn frame(&self) -> Document {
        Document {
            about: About {
                title: format!("Generated docket of {} events", self.recipe.events),
                method: Some("Made up by a program, for measuring.".to_owned()),
                ..About::default()
            },
            lanes: (0..self.lanes)
                .map(|lane| Lane {
                    id: lane_id(lane),
                    name: words::LANES[lane].to_owned(),
                })
                .collect(),
            courts: (0..words::COURTS.len())
                .map(|court| Court {
                    id: numbered("court", court),
                    name: words::COURTS[court].to_owned(),
                })
                .collect(),
            proceedings: self.proceedings(),
            actors: (0..ACTORS).map(actor).collect(),
            sources: (0..self.sources()).map(source).collect(),
            relations: self.relations(),
            disputed_dates: self.disputed_dates(),
            notes: self.notes(),
            ..Document::default()
        }
    }

    /// The events, case by case.
    pub fn events(&self) -> impl Iterator<Item = Event> + '_ {
        let cases = self.cases.iter().enumerate();
        cases.flat_map(move |(number, case)| {
            (0..case.events).map(move |at| self.event(number, case, at))
        })
    }

    fn sources(&self) -> usize {
        (self.recipe.events / EVENTS_PER_SOURCE).clamp(4, MOST_SOURCES) as usize
    }

    /// Numbers of its own for every event, whichever is made first.
    fn random_of(&self, event: u32, what: u64) -> Random {
        Random::new(self.recipe.seed ^ (u64::from(event) << 8) ^ (what << 56) ^ 0x0d0c_4e71)
    }

    fn kind_of(&self, event: u32, at: u32, of: u32) -> EventKind {
        let mut random = self.random_of(event, 1);
        words::kind(&mut random, f64::from(at) / f64::from(of))
    }

    fn event(&self, number: usize, case: &Case, at: u32) -> Event {
        let event = case.first_event + at;
        let kind = self.kind_of(event, at, case.events);
        let mut random = self.random_of(event, 0);
        let parties = [
            words::actor_name(case.plaintiff),
            words::actor_name(case.defendant),
        ];
        let title = words::title(&mut random, kind, &parties);
        let short_title = (kind.significance() >= 7 && random.below(3) == 0)
            .then(|| words::short_title(&mut random, kind));
        let is_court = words::is_of_court(kind);
        let court = number % words::COURTS.len();
        Event {
            id: event_id(event),
            date: dates::date(&mut random, case.first_day, case.days, at, case.events),
            stated_date: None,
            refined_date: None,
            date_note: None,
            public_from: None,
            filed: None,
            entered: None,
            summary: words::summary(&mut random, &title, &parties),
            title,
            short_title,
            kind,
            lane: lane_id(case.lane),
            main_case: number == 0,
            proceeding: (case.events >= 40).then(|| numbered("proceeding", number)),
            court: is_court.then(|| numbered("court", court)),
            judges: Vec::new(),
            docket: is_court.then(|| docket_number(number)),
            docket_sequence: is_court.then(|| i64::from(at) + 1),
            citations: Vec::new(),
            actors: vec![Participation {
                actor: numbered(
                    "actor",
                    if random.below(2) == 0 {
                        case.plaintiff
                    } else {
                        case.defendant
                    },
                ),
                role: "party".to_owned(),
            }],
            jurisdictions: Vec::new(),
            principles: Vec::new(),
            places: Vec::new(),
            sources: if random.below(5) < 3 {
                vec![Support {
                    source: numbered("source", random.below(self.sources() as u64) as usize),
                    supports: "date and content".to_owned(),
                }]
            } else {
                Vec::new()
            },
            confidence: Some(Confidence::Confirmed),
            from_knowledge: Vec::new(),
        }
    }

    fn proceedings(&self) -> Vec<Proceeding> {
        let cases = self.cases.iter().enumerate();
        cases
            .filter(|(_, case)| case.events >= 40)
            .map(|(number, case)| Proceeding {
                id: numbered("proceeding", number),
                name: format!(
                    "{} v. {}",
                    words::actor_name(case.plaintiff),
                    words::actor_name(case.defendant)
                ),
                docket: Some(docket_number(number)),
                judges: Vec::new(),
                start: None,
                end: None,
                outcome: None,
            })
            .collect()
    }

    fn relations(&self) -> Vec<Relation> {
        let mut relations = Vec::new();
        for case in &self.cases {
            for at in 1..case.events {
                let event = case.first_event + at;
                let mut random = self.random_of(event, 2);
                if random.below(RELATED) != 0 {
                    continue;
                }
                let to = case.first_event + random.below(u64::from(at)) as u32;
                let kind = self.kind_of(event, at, case.events);
                let acts = words::is_ruling(kind)
                    && self
                        .kind_of(to, to - case.first_event, case.events)
                        .is_instrument();
                let types: &[RelationType] = if acts {
                    &[
                        RelationType::Affirms,
                        RelationType::Reverses,
                        RelationType::Vacates,
                        RelationType::Stays,
                    ]
                } else {
                    &[
                        RelationType::RespondsTo,
                        RelationType::Follows,
                        RelationType::Cites,
                    ]
                };
                relations.push(Relation {
                    id: numbered("relation", event as usize),
                    from: event_id(event),
                    relation_type: *random.pick(types),
                    to: event_id(to),
                    part: None,
                    effective: None,
                    basis: Some(Basis::Read),
                    note: None,
                });
            }
        }
        relations
    }

    fn disputed_dates(&self) -> Vec<DisputedDate> {
        self.one_in(DISPUTED, 3, |docket, number, case, at| {
            let chosen = docket.event(number, case, at).date;
            DisputedDate {
                event: event_id(case.first_event + at),
                others: vec![OtherDate {
                    value: dates::another(case.first_day + i64::from(at)),
                    source: None,
                    what: Some("as the docket sheet has it".to_owned()),
                }],
                chosen,
                reason: "The stamp of the clerk is taken over the date of the letter.".to_owned(),
            }
        })
    }

    fn notes(&self) -> Vec<Note> {
        self.one_in(NOTED, 4, |_, _, case, at| {
            let event = case.first_event + at;
            Note {
                id: numbered("note", event as usize),
                event: event_id(event),
                markdown: "Compare this with the *record* before it is cited.".to_owned(),
                created: "2026-01-05T09:00:00Z".to_owned(),
                modified: "2026-01-05T09:00:00Z".to_owned(),
            }
        })
    }

    fn one_in<T>(
        &self,
        many: u64,
        what: u64,
        make: impl Fn(&Self, usize, &Case, u32) -> T,
    ) -> Vec<T> {
        let mut made = Vec::new();
        for (number, case) in self.cases.iter().enumerate() {
            for at in 0..case.events {
                if self.random_of(case.first_event + at, what).below(many) == 0 {
                    made.push(make(self, number, case, at));
                }
            }
        }
        made
    }
}

fn actor(number: usize) -> Actor {
    Actor {
        id: numbered("actor", number),
        name: words::actor_name(number),
        actor_type: "organisation".to_owned(),
        role: None,
        side: None,
        affiliation: None,
        rgs_member: None,
        confidence: None,
        note: None,
    }
}

fn source(number: usize) -> Source {
    Source {
        id: numbered("source", number),
        title: words::source_title(number),
        publisher: Some("Clerk of the court".to_owned()),
        date: None,
        url: Some(format!("https://docket.example/{number}")),
        read: !number.is_multiple_of(3),
        read_url: None,
        read_scope: None,
        note: None,
    }
}

fn event_id(number: u32) -> Id {
    numbered("event", number as usize)
}

fn lane_id(number: usize) -> Id {
    Id::slug(words::LANES[number], "lane")
}

fn numbered(what: &str, number: usize) -> Id {
    Id::slug(&format!("{what}-{number}"), what)
}

fn docket_number(case: usize) -> String {
    format!("{:02}-cv-{:05}", case % 90 + 10, case)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn docket(events: u32) -> Docket {
        Docket::new(Recipe { events, seed: 1 })
    }

    #[test]
    fn the_same_recipe_gives_the_same_docket() {
        let (one, other) = (docket(500), docket(500));
        assert!(one.events().eq(other.events()));
        assert_eq!(one.frame(), other.frame());
        let third = Docket::new(Recipe {
            events: 500,
            seed: 2,
        });
        assert!(!one.events().eq(third.events()));
    }

    #[test]
    fn a_docket_has_the_shape_of_real_data() {
        for (events, lanes) in [(90, 8), (1_000, 13), (20_000, 25)] {
            let docket = docket(events);
            let all: Vec<Event> = docket.events().collect();
            assert_eq!(all.len(), events as usize);
            assert_eq!(docket.frame().lanes.len(), lanes);
            let share = |of: &dyn Fn(&Event) -> bool| {
                all.iter().filter(|event| of(event)).count() as f64 / f64::from(events)
            };
            let spans = share(&|event| event.date.is_interval());
            assert!((0.05..=0.20).contains(&spans), "{spans} of {events}");
            let unsure = share(&|event| !event.date.is_plain() && !event.date.is_interval());
            assert!((0.02..=0.20).contains(&unsure), "{unsure} of {events}");
        }
    }

    #[test]
    fn what_is_referred_to_is_there() {
        let docket = docket(3_000);
        let frame = docket.frame();
        let events: std::collections::HashSet<Id> = docket.events().map(|event| event.id).collect();
        assert_eq!(events.len(), 3_000);
        assert!(frame.relations.len() > 50 && !frame.notes.is_empty());
        for relation in &frame.relations {
            assert!(events.contains(&relation.from) && events.contains(&relation.to));
        }
        let sources: std::collections::HashSet<&Id> =
            frame.sources.iter().map(|source| &source.id).collect();
        for event in docket.events() {
            for support in &event.sources {
                assert!(sources.contains(&support.source));
            }
        }
    }
}
