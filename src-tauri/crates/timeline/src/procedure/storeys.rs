//! Which courts stand above which.

use super::{Docket, ProcedureEvent};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// More levels of one court than these are not levels but many dockets before it.
const MOST_LEVELS: usize = 3;

/// The storeys from top to bottom, and in which each event lies.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Storeys {
    pub names: Vec<Option<String>>,
    pub of_event: Vec<usize>,
}

/// A court, or where its own proceedings act on one another, one of those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Seat {
    Outside,
    Court(u16),
    Level(u16, u16),
}

/// A court stands above every court whose rulings it acts on; courts of one height stand
/// in the order of their first event, the later on top. What happens outside the courts
/// is the ground floor.
pub(crate) fn storeys(docket: &Docket) -> Storeys {
    let levels = levels(docket);
    let seat_of = |event: &ProcedureEvent| match (event.court, event.proceeding) {
        (None, _) => Seat::Outside,
        (Some(court), Some(level)) if levels.contains(&court) => Seat::Level(court, level),
        (Some(court), _) => Seat::Court(court),
    };
    let seats: Vec<Seat> = docket.events.iter().map(seat_of).collect();
    let mut first: BTreeMap<Seat, i64> = BTreeMap::new();
    for (event, seat) in docket.events.iter().zip(&seats) {
        let day = event.bounds.earliest.or(event.bounds.latest);
        let day = day.map_or(i64::MAX, |day| day.0);
        let first = first.entry(*seat).or_insert(day);
        *first = day.min(*first);
    }
    let heights = heights(docket, &seats, first.len());
    let mut order: Vec<Seat> = first.keys().copied().collect();
    order.sort_by_key(|seat| {
        let height = heights.get(seat).copied().unwrap_or_default();
        let rank = if *seat == Seat::Outside {
            0
        } else {
            height + 1
        };
        std::cmp::Reverse((rank, first[seat], *seat))
    });
    let place: HashMap<Seat, usize> = order.iter().enumerate().map(|(i, s)| (*s, i)).collect();
    let name = |names: &[String], index: u16| names.get(usize::from(index)).cloned();
    Storeys {
        names: order
            .iter()
            .map(|seat| match seat {
                Seat::Outside => None,
                Seat::Court(court) => name(&docket.courts, *court),
                Seat::Level(court, level) => {
                    name(&docket.proceedings, *level).or_else(|| name(&docket.courts, *court))
                }
            })
            .collect(),
        of_event: seats.iter().map(|seat| place[seat]).collect(),
    }
}

/// The courts that have levels: a magistrate and the district judges of one court. Levels
/// act in one direction; dockets that act on each other are none.
fn levels(docket: &Docket) -> BTreeSet<u16> {
    let mut acting: BTreeMap<u16, BTreeSet<(u16, u16)>> = BTreeMap::new();
    for (from, to) in ends(docket) {
        let (Some(court), Some(above), Some(below)) = (from.court, from.proceeding, to.proceeding)
        else {
            continue;
        };
        if to.court == Some(court) && above != below {
            acting.entry(court).or_default().insert((above, below));
        }
    }
    acting
        .into_iter()
        .filter(|(_, acting)| {
            let levels: BTreeSet<u16> = acting.iter().flat_map(|(a, b)| [*a, *b]).collect();
            let is_mutual = acting.iter().any(|(a, b)| acting.contains(&(*b, *a)));
            levels.len() <= MOST_LEVELS && !is_mutual
        })
        .map(|(court, _)| court)
        .collect()
}

fn heights(docket: &Docket, seats: &[Seat], count: usize) -> HashMap<Seat, usize> {
    let between: BTreeSet<(Seat, Seat)> = docket
        .acts
        .iter()
        .filter_map(|act| {
            let (from, to) = (*seats.get(act.from as usize)?, *seats.get(act.to as usize)?);
            (from != to && from != Seat::Outside && to != Seat::Outside).then_some((from, to))
        })
        .collect();
    let mut heights: HashMap<Seat, usize> = HashMap::new();
    // As often as there are storeys is enough to settle, and ends when two review each
    // other.
    for _ in 0..count {
        for (above, below) in &between {
            let least = (heights.get(below).copied().unwrap_or_default() + 1).min(count);
            let height = heights.entry(*above).or_default();
            *height = least.max(*height);
        }
    }
    heights
}

fn ends(docket: &Docket) -> impl Iterator<Item = (&ProcedureEvent, &ProcedureEvent)> {
    let event = |index: u32| docket.events.get(index as usize);
    docket
        .acts
        .iter()
        .filter_map(move |act| Some((event(act.from)?, event(act.to)?)))
}
