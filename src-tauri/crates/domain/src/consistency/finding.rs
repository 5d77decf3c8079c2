//! What a finding says and by what it is known again.

use super::rule::{Rule, Severity};
use crate::day::Day;
use crate::edtf::Edtf;
use crate::id::Id;
use crate::model::{Event, Relation, StatedDate};
use crate::standing::Certainty;
use crate::vocabulary::{EventKind, RelationType};

/// One thing that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub matter: Matter,
    /// `Yes`, or `Possibly` where the dates leave it open; never `No`.
    pub certainty: Certainty,
}

/// What was found, with what its explanation needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// The appeal takes effect before the first day on which what it appeals from can
    /// exist. Premature notices are real, and count as soon as the ruling comes; more
    /// often one of the dates is mistyped. Possibly so when the appeal may come on a day
    /// before the target's last possible one; said only where both are bounded on the
    /// side that matters, because an event without a day is a finding of its own.
    AppealBeforeRuling(EarlyAct),
    /// The same for every other act that bears on standing: nothing can be vacated that
    /// was not yet issued. The act waits for its target, which is rarely what was meant.
    ActBeforeTarget(EarlyAct),
    /// Acts of one certain day on one target of which the order decides what stands.
    /// Until a docket sequence says which came first, every order counts as possible.
    SameDayUnordered {
        target: Id,
        day: Day,
        acts: Vec<ActRef>,
    },
    /// Every relation but `cites` says that its first event comes from or after the
    /// second, so events that lead back to themselves contradict each other. Opinions of
    /// one day may cite each other. Each knot of such events is one finding, however many
    /// ways lead around it; an event related to itself is one too.
    Cycle { events: Vec<Id>, relations: Vec<Id> },
    /// `affirms`, `reverses`, `vacates`, `quashes`, `lifts-stay`, `invalidates`,
    /// `repeals` or a disposition of review, aimed at an event whose kind has no legal
    /// force and which stays nothing. The act changes nothing, so its target or the kind
    /// of the target is likely wrong. A petition may be denied or dismissed, and motions,
    /// bills and briefs are superseded, withdrawn and moot in the ordinary course.
    ActOnNoInstrument { act: ActRef, kind: EventKind },
    /// `lifts-stay` aimed at an instrument that stays nothing: the relation that says
    /// what was stayed is missing, or another order was meant.
    LiftsNoStay { act: ActRef },
    /// A ruling, opinion or order that neither acts on anything nor answers, enacts or
    /// amends anything, and whose proceeding does not state an outcome that is its own
    /// (it is the only one of these in it). Nobody can tell what it decided. A ruling of
    /// another case that is only cited, or cites, is authority and not asked for its
    /// disposition.
    RulingWithoutDisposition { ruling: Id },
    /// An act of review by a court on what another decided, where the names of both tell
    /// their places and the first does not review the second: a district court a court of
    /// appeals, one circuit another or a district of another, anyone the Supreme Court.
    /// Names that tell no place are left alone.
    CourtDoesNotReview {
        act: ActRef,
        reviewing: String,
        reviewed: String,
    },
    /// The last day on which it can have ended lies before the first on which it can have
    /// begun. Ranges that overlap are ordinary and say nothing.
    EndBeforeStart {
        of: Spanning,
        start: Edtf,
        end: Edtf,
    },
    /// Neither a first nor a last day is known, not even a century: the event may lie
    /// anywhere, and every question about time has to leave it open.
    Undated { event: Id, date: Edtf },
    /// Nobody can verify it.
    Unsourced { event: Id },
    /// Events whose days overlap and whose titles say the same, but for small words, word
    /// order, endings and typing slips; one title may have up to a third more words. Or
    /// instruments of one kind, certain day and docket whose titles share at least half
    /// their words. Not where the casebook tells them apart: by docket, court or docket
    /// sequence, by a number or "second", "reply" and the like in one title, by a relation
    /// between them, or by kinds of which neither is `other`, unless the titles have the
    /// same words. More than two that look like each other are one finding. Each event is
    /// compared with the 32 that follow it in time among those that share a rare word.
    ProbableDuplicate { events: Vec<Alike> },
}

/// An act whose day lies before its target's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlyAct {
    pub act: ActRef,
    /// When it takes effect.
    pub acted: StatedDate,
    /// The date of the target.
    pub issued: StatedDate,
}

/// A relation and its ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActRef {
    pub relation: Id,
    pub from: Id,
    pub relation_type: RelationType,
    pub to: Id,
}

impl ActRef {
    pub(super) fn of(relation: &Relation) -> Self {
        Self {
            relation: relation.id.clone(),
            from: relation.from.clone(),
            relation_type: relation.relation_type,
            to: relation.to.clone(),
        }
    }
}

/// What has a beginning and an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spanning {
    Proceeding(Id),
    Event(Id),
}

/// One of the events that look like one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alike {
    pub event: Id,
    pub date: Edtf,
    pub title: String,
}

impl Finding {
    pub(super) fn certain(matter: Matter) -> Self {
        Self {
            matter,
            certainty: Certainty::Yes,
        }
    }

    pub fn rule(&self) -> Rule {
        match &self.matter {
            Matter::AppealBeforeRuling(_) => Rule::AppealBeforeRuling,
            Matter::ActBeforeTarget(_) => Rule::ActBeforeTarget,
            Matter::SameDayUnordered { .. } => Rule::SameDayUnordered,
            Matter::Cycle { .. } => Rule::Cycle,
            Matter::ActOnNoInstrument { .. } => Rule::ActOnNoInstrument,
            Matter::LiftsNoStay { .. } => Rule::LiftsNoStay,
            Matter::RulingWithoutDisposition { .. } => Rule::RulingWithoutDisposition,
            Matter::CourtDoesNotReview { .. } => Rule::CourtDoesNotReview,
            Matter::EndBeforeStart { .. } => Rule::EndBeforeStart,
            Matter::Undated { .. } => Rule::Undated,
            Matter::Unsourced { .. } => Rule::Unsourced,
            Matter::ProbableDuplicate { .. } => Rule::ProbableDuplicate,
        }
    }

    /// What is only possible is a hint.
    pub fn severity(&self) -> Severity {
        match self.certainty {
            Certainty::Possibly => Severity::Hint,
            Certainty::Yes | Certainty::No => self.rule().severity(),
        }
    }

    /// The events it is about, each once; the first is the place to look. An act comes
    /// before its target, except on a day of several acts, which are about the target.
    pub fn events(&self) -> Vec<&Id> {
        match &self.matter {
            Matter::AppealBeforeRuling(EarlyAct { act, .. })
            | Matter::ActBeforeTarget(EarlyAct { act, .. })
            | Matter::ActOnNoInstrument { act, .. }
            | Matter::LiftsNoStay { act }
            | Matter::CourtDoesNotReview { act, .. } => distinct([&act.from, &act.to]),
            Matter::SameDayUnordered { target, acts, .. } => {
                let ends = acts.iter().flat_map(|act| [&act.from, &act.to]);
                distinct(std::iter::once(target).chain(ends))
            }
            Matter::Cycle { events, .. } => events.iter().collect(),
            Matter::RulingWithoutDisposition { ruling: event }
            | Matter::EndBeforeStart {
                of: Spanning::Event(event),
                ..
            }
            | Matter::Undated { event, .. }
            | Matter::Unsourced { event } => vec![event],
            Matter::EndBeforeStart {
                of: Spanning::Proceeding(_),
                ..
            } => Vec::new(),
            Matter::ProbableDuplicate { events } => {
                events.iter().map(|alike| &alike.event).collect()
            }
        }
    }

    /// The relations it is about, in the order of effect.
    pub fn relations(&self) -> Vec<&Id> {
        match &self.matter {
            Matter::AppealBeforeRuling(EarlyAct { act, .. })
            | Matter::ActBeforeTarget(EarlyAct { act, .. })
            | Matter::ActOnNoInstrument { act, .. }
            | Matter::LiftsNoStay { act }
            | Matter::CourtDoesNotReview { act, .. } => vec![&act.relation],
            Matter::SameDayUnordered { acts, .. } => acts.iter().map(|act| &act.relation).collect(),
            Matter::Cycle { relations, .. } => relations.iter().collect(),
            Matter::RulingWithoutDisposition { .. }
            | Matter::EndBeforeStart { .. }
            | Matter::Undated { .. }
            | Matter::Unsourced { .. }
            | Matter::ProbableDuplicate { .. } => Vec::new(),
        }
    }

    /// The proceeding it is about, where it is about one.
    pub fn proceeding(&self) -> Option<&Id> {
        match &self.matter {
            Matter::EndBeforeStart {
                of: Spanning::Proceeding(proceeding),
                ..
            } => Some(proceeding),
            _ => None,
        }
    }

    /// The rule, a hyphen and 16 hexadecimal digits: the same in every run, on every
    /// machine and after export and import, until the finding is another.
    pub fn fingerprint(&self) -> String {
        let mut print = Fingerprint::default();
        print.group(self.events().iter().map(|id| id.as_str()));
        print.group(self.relations().iter().map(|id| id.as_str()));
        print.group(self.proceeding().iter().map(|id| id.as_str()));
        print.group([self.certainty.as_str()]);
        print.group(self.rests_on().iter().map(String::as_str));
        format!("{}-{:016x}", self.rule(), print.0)
    }

    /// What the judgement rests on besides the identifiers.
    fn rests_on(&self) -> Vec<String> {
        let relation = |act: &ActRef| act.relation_type.to_string();
        match &self.matter {
            Matter::AppealBeforeRuling(early) | Matter::ActBeforeTarget(early) => {
                let mut facts = vec![relation(&early.act)];
                facts.extend(
                    [&early.acted, &early.issued]
                        .into_iter()
                        .flat_map(|stated| {
                            let end = stated.end.as_ref().map_or("", |end| end.as_str());
                            [stated.date.to_string(), end.to_owned()]
                        }),
                );
                facts
            }
            Matter::SameDayUnordered { day, acts, .. } => {
                let acts = acts.iter().map(relation);
                std::iter::once(day.to_string()).chain(acts).collect()
            }
            Matter::ActOnNoInstrument { act, kind } => vec![relation(act), kind.to_string()],
            Matter::LiftsNoStay { act } => vec![relation(act)],
            Matter::CourtDoesNotReview {
                act,
                reviewing,
                reviewed,
            } => vec![relation(act), reviewing.clone(), reviewed.clone()],
            Matter::EndBeforeStart { start, end, .. } => vec![start.to_string(), end.to_string()],
            Matter::Undated { date, .. } => vec![date.to_string()],
            Matter::ProbableDuplicate { events } => events
                .iter()
                .flat_map(|alike| [alike.date.to_string(), alike.title.clone()])
                .collect(),
            Matter::Cycle { .. }
            | Matter::RulingWithoutDisposition { .. }
            | Matter::Unsourced { .. } => Vec::new(),
        }
    }
}

/// What the sources state of an event's date.
pub(super) fn stated(event: &Event) -> StatedDate {
    event.stated_date.clone().unwrap_or_else(|| StatedDate {
        date: event.date.clone(),
        end: None,
    })
}

fn distinct<'a>(ids: impl IntoIterator<Item = &'a Id>) -> Vec<&'a Id> {
    let mut seen = std::collections::HashSet::new();
    ids.into_iter().filter(|id| seen.insert(*id)).collect()
}

/// FNV-1a over strings with their lengths: small, stable, and far from a collision
/// among the findings that one rule can have in one casebook. It guards against
/// accident, not against malice.
struct Fingerprint(u64);

impl Default for Fingerprint {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Fingerprint {
    fn group<'a>(&mut self, texts: impl IntoIterator<Item = &'a str>) {
        let mut count = 0_u64;
        for text in texts {
            self.bytes(&(text.len() as u64).to_le_bytes());
            self.bytes(text.as_bytes());
            count += 1;
        }
        self.bytes(&count.to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
    }
}
