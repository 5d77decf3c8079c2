//! Acts that come too early, that have no order, or that cannot do what they say.

use super::Book;
use super::finding::{ActRef, EarlyAct, Finding, Matter, stated};
use crate::edtf::Bounds;
use crate::model::{Event, Relation, StatedDate};
use crate::standing::{self, Case, Certainty};
use crate::vocabulary::RelationType;

pub(super) fn findings(book: &Book<'_>) -> Vec<Finding> {
    let relations = &book.document.relations;
    let of = |act: usize| &relations[act];
    let case = Case::from_document(book.document).prepare();
    let mut findings: Vec<Finding> = case
        .findings()
        .into_iter()
        .filter_map(|found| match found {
            standing::Finding::AppealBeforeRuling { act, .. }
            | standing::Finding::ActBeforeTarget { act, .. } => {
                early(book, of(act), Certainty::Yes)
            }
            standing::Finding::SameDayUnordered { target, acts } => {
                let first = of(*acts.first()?);
                let (_, days) = taking_effect(first, book.event(&first.from)?);
                Some(Finding::certain(Matter::SameDayUnordered {
                    target: book.document.events[target.index()].id.clone(),
                    day: days.earliest?,
                    acts: acts.into_iter().map(|act| ActRef::of(of(act))).collect(),
                }))
            }
            standing::Finding::ActOnNoInstrument { act, target }
                if needs_an_instrument(of(act).relation_type) =>
            {
                Some(Finding::certain(Matter::ActOnNoInstrument {
                    act: ActRef::of(of(act)),
                    kind: book.document.events[target.index()].kind,
                }))
            }
            standing::Finding::LiftsNoStay { act, .. } => {
                Some(Finding::certain(Matter::LiftsNoStay {
                    act: ActRef::of(of(act)),
                }))
            }
            // Cycles of other relations are contradictions too: see `cycles`.
            standing::Finding::ActOnNoInstrument { .. } | standing::Finding::Cycle { .. } => None,
        })
        .collect();
    findings.extend(possibly_early(book));
    findings
}

/// The others are done in the ordinary course to motions, bills and briefs as well.
const fn needs_an_instrument(relation: RelationType) -> bool {
    matches!(
        relation,
        RelationType::Affirms
            | RelationType::Reverses
            | RelationType::Vacates
            | RelationType::Quashes
            | RelationType::LiftsStay
            | RelationType::Invalidates
            | RelationType::Repeals
            | RelationType::AppealsFrom
            | RelationType::DeniesReview
            | RelationType::DismissesAppeal
    )
}

fn possibly_early(book: &Book<'_>) -> impl Iterator<Item = Finding> {
    book.relations().filter_map(|(relation, from, to)| {
        let (_, act) = taking_effect(relation, from);
        let target = to.stated_bounds();
        let first = act.earliest?;
        let may = first < target.latest?;
        let must =
            matches!((act.latest, target.earliest), (Some(act), Some(target)) if act < target);
        let own_day = relation.from == relation.to && relation.effective.is_none();
        let open = relation.relation_type.acts_on_standing() && may && !must && !own_day;
        open.then(|| early(book, relation, Certainty::Possibly))?
    })
}

fn early(book: &Book<'_>, relation: &Relation, certainty: Certainty) -> Option<Finding> {
    let early = EarlyAct {
        act: ActRef::of(relation),
        acted: taking_effect(relation, book.event(&relation.from)?).0,
        issued: stated(book.event(&relation.to)?),
    };
    let matter = if relation.relation_type == RelationType::AppealsFrom {
        Matter::AppealBeforeRuling(early)
    } else {
        Matter::ActBeforeTarget(early)
    };
    Some(Finding { matter, certainty })
}

/// The date on which an act takes effect, and the days that it leaves open.
fn taking_effect(relation: &Relation, from: &Event) -> (StatedDate, Bounds) {
    match &relation.effective {
        None => (stated(from), from.stated_bounds()),
        Some(date) => {
            let of_its_own = StatedDate {
                date: date.clone(),
                end: None,
            };
            (of_its_own, date.bounds())
        }
    }
}
