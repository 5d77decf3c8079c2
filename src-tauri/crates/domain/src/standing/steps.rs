//! The steps that decide one instrument, or a few that hang together: acts on it, and
//! acts on those who acted on it.

use super::prepare::{ActRow, Clocks, Days, PreparedCase};
use super::state::{names_standing, undoes_target};
use super::word::Certainty;
use crate::vocabulary::RelationType;

/// Something that happens on one unknown day and bears on the nodes looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Step {
    pub days: Days,
    /// Steps of one `var` happen together.
    pub var: u32,
    /// Also the order within one `var`.
    pub kind: StepKind,
    /// Both must be public for it to count.
    pub from: u32,
    pub to: u32,
}

/// The order of the variants is the order in which one event's acts of a day apply:
/// review is opened before it is closed, and what an event says of an instrument
/// itself comes after what follows from its undoing another (rule 6, last sentence).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum StepKind {
    /// The node comes into being.
    Issue { slot: u32 },
    /// An event whose acts take effect later comes into being.
    Born { event: u32 },
    /// An appeal from the node, or a stay on it.
    Open { slot: u32, act: u32 },
    /// `event` is undone, and with it the ground of what it did.
    Undo { event: u32, by: u32 },
    /// `event` had been undone and is put back.
    Revive { event: u32 },
    /// The petition's own review is over, and nothing else.
    ClosePetition { slot: u32, petition: u32 },
    /// An act on a part that takes it out of force or puts it back.
    NamePart { slot: u32, act: u32 },
    /// The same on the whole.
    Name { slot: u32, act: u32 },
    /// Affirmances and denials of review.
    Close { slot: u32, act: u32 },
}

/// The part of a question that does not change while it is answered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Question<'a> {
    pub case: &'a PreparedCase,
    pub clocks: Clocks,
}

impl Question<'_> {
    pub fn act(&self, position: u32) -> &ActRow {
        &self.case.acts[position as usize]
    }

    pub fn days(&self, event: u32) -> Days {
        self.case.events[event as usize].days
    }

    /// The acts on an event that may have happened by the day.
    pub fn acts_on(&self, event: u32) -> impl Iterator<Item = (u32, &ActRow)> + '_ {
        self.case
            .acts_on(event)
            .map(|position| (position, self.act(position)))
            .take_while(|(_, act)| act.days.lo <= self.clocks.day)
            .filter(|(_, act)| self.case.may_apply(act, self.clocks))
    }

    /// The stays on an event that may have been imposed by the day.
    pub fn stays_on(&self, event: u32) -> impl Iterator<Item = (u32, &ActRow)> + '_ {
        self.acts_on(event)
            .filter(|(_, act)| act.relation == RelationType::Stays)
    }

    /// The undoings of `actor` that may come after an act of its on these days and
    /// before it has certainly been undone: later ones find nothing left to undo.
    pub fn undoings_after(
        &self,
        actor: u32,
        days: Days,
    ) -> impl Iterator<Item = (u32, &ActRow)> + '_ {
        let range = self.case.undoing.range(actor);
        let undoings = &self.case.undoing.items()[range.clone()];
        let until = &self.case.undoing_until[range];
        // None before this one reaches the act.
        let first = until.partition_point(|&until| until < days.lo);
        let mut undone_by = self.clocks.day;
        undoings[first..]
            .iter()
            .map(|&position| (position, self.act(position)))
            .take_while(move |(_, undoing)| {
                let in_time = undoing.days.lo <= undone_by;
                if in_time && undoing.days.lo > days.hi && self.is_certain(undoing) {
                    undone_by = undone_by.min(undoing.days.hi);
                }
                in_time
            })
            .filter(move |(_, undoing)| {
                undoing.days.hi >= days.lo && self.case.may_apply(undoing, self.clocks)
            })
    }

    /// Whether the act has happened in every reading, as far as its own dates go.
    pub fn is_certain(&self, act: &ActRow) -> bool {
        act.days.hi <= self.clocks.day
            && self.case.known(act.from, self.clocks) == Certainty::Yes
            && self.case.known(act.to, self.clocks) == Certainty::Yes
    }

    /// Whether the act takes effect on another day than that of its event.
    pub fn is_delayed(&self, act: &ActRow) -> bool {
        act.var != act.from
    }

    /// An event that has no force of its own, so that a denial aimed at it can only
    /// mean the review it asked for.
    pub fn is_petition(&self, event: u32) -> bool {
        !self.case.events[event as usize].instrument_by_kind
    }

    /// The events that this one stays, whether or not the relation is known.
    fn stayed_by_it(&self, event: u32) -> impl Iterator<Item = u32> + '_ {
        let acts = self.case.stays_by.of(event).iter();
        acts.map(|&position| self.act(position).to)
    }

    /// Whether the step is the lifting of a stay whose targets were all `unknown`: then
    /// it was not known as a stay, and its lifting says nothing.
    pub fn lifts_what_was_unknown(&self, step: &Step, unknown: &[u32]) -> bool {
        self.is_lifting(step)
            && self
                .stayed_by_it(step.to)
                .filter(|&target| self.case.known(target, self.clocks) != Certainty::No)
                .all(|target| unknown.contains(&target))
    }

    fn is_lifting(&self, step: &Step) -> bool {
        match step.kind {
            StepKind::Name { act, .. } | StepKind::NamePart { act, .. } => {
                self.act(act).relation == RelationType::LiftsStay
            }
            _ => false,
        }
    }

    /// Whether the act, aimed at a petition, ends the review that the petition opened.
    pub fn closes_petition(act: &ActRow) -> bool {
        matches!(
            act.relation,
            RelationType::DeniesReview | RelationType::DismissesAppeal | RelationType::Withdraws
        )
    }

    /// Adds all steps that bear on the node in this slot, those that may have happened
    /// by the day. Some may be added twice.
    pub fn gather(&self, slot: u32, node: u32, steps: &mut Vec<Step>) {
        let day = self.clocks.day;
        let issued = self.days(node);
        let unknown = self.case.known(node, self.clocks) == Certainty::No;
        if issued.lo <= day && issued.hi > day && !unknown {
            steps.push(event_step(node, issued, StepKind::Issue { slot }));
        }
        let lifts = self.case.is_stay(node, self.clocks);
        for (position, act) in self.acts_on(node) {
            let kind = match act.relation {
                // A stay that dates from its own event is in the state of that event.
                RelationType::Stays if !self.is_delayed(act) => continue,
                RelationType::LiftsStay if !lifts => continue,
                RelationType::AppealsFrom | RelationType::Stays => StepKind::Open {
                    slot,
                    act: position,
                },
                relation if !names_standing(relation) => StepKind::Close {
                    slot,
                    act: position,
                },
                _ if act.part.is_some() => StepKind::NamePart {
                    slot,
                    act: position,
                },
                _ => StepKind::Name {
                    slot,
                    act: position,
                },
            };
            steps.push(act_step(act, kind));
            match kind {
                StepKind::Open { .. } if act.relation == RelationType::AppealsFrom => {
                    self.gather_petition(slot, act.from, steps);
                }
                StepKind::NamePart { .. } | StepKind::Name { .. } => self.gather_fate(act, steps),
                StepKind::Close { .. } if act.relation == RelationType::Affirms => {
                    self.gather_fate(act, steps);
                }
                _ => {}
            }
        }
    }

    fn gather_petition(&self, slot: u32, petition: u32, steps: &mut Vec<Step>) {
        if self.is_petition(petition) {
            let closing = self
                .acts_on(petition)
                .filter(|(_, a)| Self::closes_petition(a));
            steps.extend(
                closing.map(|(_, act)| act_step(act, StepKind::ClosePetition { slot, petition })),
            );
        }
    }

    /// What became of the event that acted.
    fn gather_fate(&self, act: &ActRow, steps: &mut Vec<Step>) {
        let event = act.from;
        let undo = |act: &ActRow| {
            act_step(
                act,
                StepKind::Undo {
                    event,
                    by: act.from,
                },
            )
        };
        if !self.is_delayed(act) {
            steps.extend(
                self.undoings_after(event, act.days)
                    .map(|(_, act)| undo(act)),
            );
            return;
        }
        let days = self.days(event);
        if days.lo <= self.clocks.day {
            steps.push(event_step(event, days, StepKind::Born { event }));
        }
        for (_, act) in self.acts_on(event) {
            if undoes_target(act) {
                steps.push(undo(act));
            } else if act.relation == RelationType::Reinstates && act.part.is_none() {
                steps.push(act_step(act, StepKind::Revive { event }));
            }
        }
    }

    /// The events among these steps of which it is open whether they were known, and
    /// for which that makes a difference.
    pub fn perhaps_known(&self, nodes: &[u32], steps: &[Step]) -> Vec<u32> {
        let Some(known_on) = self.clocks.known_on else {
            return Vec::new();
        };
        let open = |&event: &u32| self.case.known(event, self.clocks) == Certainty::Possibly;
        // An event that is public on its own day and unknown by then has not happened
        // by any earlier day either: what it does on its own day is out of question.
        let tells = |event: u32| {
            self.clocks.day > known_on || self.case.events[event as usize].public.is_some()
        };
        let mut events: Vec<u32> = nodes.iter().copied().filter(|&node| tells(node)).collect();
        for step in steps {
            if tells(step.from) || step.var != step.from {
                events.push(step.from);
            }
            if tells(step.to) {
                events.push(step.to);
            }
            if self.is_lifting(step) {
                events.extend(self.stayed_by_it(step.to));
            }
        }
        events.retain(open);
        events.sort_unstable();
        events.dedup();
        events
    }
}

fn act_step(act: &ActRow, kind: StepKind) -> Step {
    Step {
        days: act.days,
        var: act.var,
        kind,
        from: act.from,
        to: act.to,
    }
}

fn event_step(event: u32, days: Days, kind: StepKind) -> Step {
    Step {
        days,
        var: event,
        kind,
        from: event,
        to: event,
    }
}
