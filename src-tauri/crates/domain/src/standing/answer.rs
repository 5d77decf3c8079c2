//! Answers: what stood on a day, why, and from which day to which.

use super::case::EventIx;
use super::prepare::{ActRow, Clocks, PreparedCase};
use super::state::names_standing;
use super::stays::{Conclusion, Fates};
use super::steps::Question;
use super::word::{Certainty, StandingWord};
use crate::day::Day;
use crate::vocabulary::RelationType;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How an instrument stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// What it may be, each once, in the order of [`StandingWord`], the whole before
    /// parts. Never empty; one entry when the answer is definite.
    pub possible: Vec<Possibility>,
    /// Who affirmed it, in the order of the acts, while it is in force or stayed.
    pub affirmed_by: Vec<Affirmation>,
    /// Whether a review of it is open while it is in force or stayed.
    pub under_review: Certainty,
    /// Whether it had become public on the day of knowledge. When `No`, it is
    /// `not yet issued` as far as was known, and a list of what was known leaves it out.
    pub known: Certainty,
    /// The acts that produced the answer, by [`Act::number`](super::Act::number), in
    /// the order of effect.
    pub reasons: Vec<usize>,
}

/// One word an instrument may deserve.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Possibility {
    pub word: StandingWord,
    /// The part the word is limited to, as in "quashed in part"; `None` is the whole.
    pub part: Option<Arc<str>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Affirmation {
    pub by: EventIx,
    /// In every reading of the dates; otherwise in some.
    pub certain: bool,
}

/// A run of days, up to the next span, on which an instrument stood alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The first day; `None` is the beginning of time.
    pub from: Option<Day>,
    pub standing: Standing,
}

impl Standing {
    pub fn is_definite(&self) -> bool {
        self.possible.len() == 1
    }

    /// The words it may deserve, each once.
    pub fn words(&self) -> Vec<StandingWord> {
        let mut words: Vec<StandingWord> = self.possible.iter().map(|p| p.word).collect();
        words.dedup();
        words
    }

    /// The part that the answer, or the first possibility that has one, is limited to.
    pub fn part(&self) -> Option<&str> {
        self.possible.iter().find_map(|p| p.part.as_deref())
    }
}

impl PreparedCase {
    /// How every instrument stands at the end of `day`, in the order of events.
    ///
    /// With `known_on`, only what had become public by the end of that day counts, and
    /// an instrument that had not is left out.
    pub fn on(&self, day: Day, known_on: Option<Day>) -> Vec<(EventIx, Standing)> {
        let question = self.question(day, known_on);
        let mut fates = Fates::new(self);
        let mut standings: Vec<(EventIx, Standing)> = Vec::with_capacity(self.events.len());
        for &event in &self.stay_order.order {
            let instrument = self.is_instrument(event, question.clocks)
                && self.known(event, question.clocks) != Certainty::No;
            if instrument {
                let conclusions = question.conclude(event, &mut fates);
                standings.push((EventIx(event), question.standing(event, &conclusions)));
            }
        }
        standings.sort_unstable_by_key(|&(event, _)| event);
        standings
    }

    /// How one event stands at the end of `day`. `None` when it is no instrument, as
    /// far as was known.
    pub fn of(&self, event: EventIx, day: Day, known_on: Option<Day>) -> Option<Standing> {
        let question = self.question(day, known_on);
        (event.index() < self.events.len() && self.is_instrument(event.0, question.clocks)).then(
            || {
                let basis = self.basis(event.0);
                question.answer(&basis, &mut Fates::new(self))
            },
        )
    }

    /// The whole life of one event: the spans in which it stood alike, from the
    /// beginning of time. Empty when it is no instrument, as far as was known.
    pub fn spans(&self, event: EventIx, known_on: Option<Day>) -> Vec<Span> {
        let at = |day| self.question(day, known_on);
        let clocks = at(Day(0)).clocks;
        if event.index() >= self.events.len() || !self.is_instrument(event.0, clocks) {
            return Vec::new();
        }
        let basis = self.basis(event.0);
        let mut fates = Fates::new(self);
        let mut spans: Vec<Span> = Vec::new();
        let days = self.days_of_change(&basis, clocks);
        for from in std::iter::once(None).chain(days.into_iter().map(Some)) {
            let question = at(from.unwrap_or(Day(i64::MIN)));
            let standing = question.answer(&basis, &mut fates);
            if spans.last().is_none_or(|last| last.standing != standing) {
                spans.push(Span { from, standing });
            }
        }
        spans
    }

    fn question(&self, day: Day, known_on: Option<Day>) -> Question<'_> {
        Question {
            case: self,
            clocks: Clocks::new(day, known_on),
        }
    }

    /// The event, last, and before it all that stays it, directly or through others.
    fn basis(&self, event: u32) -> Vec<u32> {
        let mut nodes = vec![event];
        let mut seen = vec![false; self.events.len()];
        seen[event as usize] = true;
        let mut next = 0;
        while let Some(&node) = nodes.get(next) {
            next += 1;
            for act in self.acts_on(node) {
                let act = &self.acts[act as usize];
                if act.relation == RelationType::Stays && !seen[act.from as usize] {
                    seen[act.from as usize] = true;
                    nodes.push(act.from);
                }
            }
        }
        nodes.sort_by_key(|&node| (node == event, self.stay_order.of[node as usize], node));
        nodes
    }

    /// The days on which an answer about the last of these nodes may begin to differ
    /// from that of the day before.
    fn days_of_change(&self, basis: &[u32], clocks: Clocks) -> Vec<Day> {
        let question = Question {
            case: self,
            clocks: Clocks {
                day: i64::MAX,
                ..clocks
            },
        };
        let mut steps = Vec::new();
        let mut days: Vec<i64> = Vec::new();
        for (slot, &node) in basis.iter().enumerate() {
            let issued = self.events[node as usize].days;
            days.extend([issued.lo, issued.hi]);
            question.gather(slot as u32, node, &mut steps);
            let stays = question.stays_on(node);
            days.extend(stays.flat_map(|(_, act)| [act.days.lo, act.days.hi]));
        }
        let sequenced = |event: u32| {
            self.events
                .get(event as usize)
                .is_some_and(|event| event.sequence.is_some() && !event.days.is_one_day())
        };
        let mut in_sequence: Vec<u32> = steps
            .iter()
            .map(|s| s.var)
            .filter(|&var| sequenced(var))
            .collect();
        in_sequence.sort_unstable();
        in_sequence.dedup();
        for step in &steps {
            days.extend([step.days.lo, step.days.hi]);
            if !in_sequence.is_empty() {
                // Acts that keep an order within a day need days enough to change it.
                let room = in_sequence.len() as i64;
                days.extend((1..=room).map(|more| step.days.lo.saturating_add(more)));
            }
        }
        days.extend(clocks.known_on);
        days.extend(clocks.known_on.map(|day| day.saturating_add(1)));
        days.sort_unstable();
        days.dedup();
        days.retain(|&day| day != i64::MIN && day != i64::MAX);
        days.into_iter().map(Day).collect()
    }
}

impl Question<'_> {
    fn answer(&self, basis: &[u32], fates: &mut Fates) -> Standing {
        let mut last = Vec::new();
        for &node in basis {
            last = self.conclude(node, fates);
        }
        let event = basis.last().copied().unwrap_or_default();
        self.standing(event, &last)
    }

    fn standing(&self, event: u32, conclusions: &[Conclusion]) -> Standing {
        let mut possible: Vec<Possibility> = conclusions
            .iter()
            .map(|c| Possibility {
                word: c.word,
                part: c
                    .part
                    .map(|part| Arc::clone(&self.case.parts[part as usize])),
            })
            .collect();
        possible.sort_unstable();
        possible.dedup();
        let reviewed = conclusions.iter().filter(|c| c.under_review).count();
        Standing {
            possible,
            affirmed_by: self.affirmations(conclusions),
            under_review: match reviewed {
                0 => Certainty::No,
                n if n == conclusions.len() => Certainty::Yes,
                _ => Certainty::Possibly,
            },
            known: self.case.known(event, self.clocks),
            reasons: self.reasons(event, conclusions),
        }
    }

    fn affirmations(&self, conclusions: &[Conclusion]) -> Vec<Affirmation> {
        // Per event the first act by which it affirmed, and in how many conclusions.
        let mut by: BTreeMap<u32, (u32, usize)> = BTreeMap::new();
        for conclusion in conclusions {
            let mut here: Vec<(u32, u32)> = Vec::new();
            for &act in &conclusion.affirmed {
                let from = self.act(act).from;
                if here.iter().all(|&(_, event)| event != from) {
                    here.push((act, from));
                }
            }
            for (act, from) in here {
                let entry = by.entry(from).or_insert((act, 0));
                *entry = (entry.0.min(act), entry.1 + 1);
            }
        }
        let mut affirmations: Vec<(u32, Affirmation)> = by
            .into_iter()
            .map(|(event, (act, count))| {
                let affirmation = Affirmation {
                    by: EventIx(event),
                    certain: count == conclusions.len(),
                };
                (act, affirmation)
            })
            .collect();
        affirmations.sort_unstable_by_key(|&(act, _)| act);
        affirmations
            .into_iter()
            .map(|(_, affirmation)| affirmation)
            .collect()
    }

    /// The acts that an answer rests on, in order.
    ///
    /// These are the acts that took it out of force or put it back, and affirmances;
    /// while it may be in force also stays on it with what became of them, and what
    /// opened or closed a review; where something is unsettled also what undid the
    /// event it rested on.
    fn reasons(&self, event: u32, conclusions: &[Conclusion]) -> Vec<usize> {
        let alive = conclusions.iter().any(|c| c.alive);
        let unsettled = conclusions
            .iter()
            .any(|c| c.word == StandingWord::Unsettled);
        let mut reasons: Vec<u32> = Vec::new();
        if conclusions
            .iter()
            .all(|c| c.word == StandingWord::NotYetIssued)
        {
            return Vec::new();
        }
        for (position, act) in self.acts_on(event) {
            let counts = match act.relation {
                RelationType::Stays => alive,
                RelationType::LiftsStay => self.case.is_stay(event, self.clocks),
                RelationType::Affirms => true,
                relation => names_standing(relation) || alive,
            };
            if !counts {
                continue;
            }
            reasons.push(position);
            if alive && act.relation == RelationType::AppealsFrom && self.is_petition(act.from) {
                let closing = self
                    .acts_on(act.from)
                    .filter(|(_, a)| Self::closes_petition(a));
                reasons.extend(closing.map(|(position, _)| position));
            }
            if unsettled {
                reasons.extend(self.undoings(act).map(|(position, _)| position));
            }
            if alive && act.relation == RelationType::Stays {
                let fate = self.acts_on(act.from).filter(|(_, on_stay)| {
                    names_standing(on_stay.relation) || on_stay.relation == RelationType::Stays
                });
                reasons.extend(fate.map(|(position, _)| position));
            }
        }
        reasons.sort_unstable_by_key(|&position| self.act(position).order);
        reasons.dedup();
        reasons
            .into_iter()
            .map(|position| self.act(position).number)
            .collect()
    }

    /// What undid the event that acted, where that puts the act in doubt.
    fn undoings<'s>(&'s self, act: &'s ActRow) -> impl Iterator<Item = (u32, &'s ActRow)> + 's {
        let rests = names_standing(act.relation) || act.relation == RelationType::Affirms;
        let from = if self.is_delayed(act) {
            self.days(act.from)
        } else {
            act.days
        };
        self.undoings_after(act.from, from).filter(move |_| rests)
    }
}
