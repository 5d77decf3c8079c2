//! Which row every event sits in, and which of them keep their label and their mark.

use super::Docket;
use super::rows::{
    APART, COUNT_HALF, LABEL_HALF, Label, MARK_HALF, Owner, Row, Scale, Taken, room,
};
use super::storeys::Storeys;
use std::cmp::Reverse;
use std::ops::Range;

/// Rows of labels in all storeys together, beyond which not every label is shown.
const MOST_ROWS: usize = 18;
/// Rows of labels that a storey always may have.
const LEAST_ROWS: usize = 2;
/// Rows of bare marks in a storey.
const MARK_ROWS: usize = 2;
/// Between bare marks, and from a mark to a label.
const MARKS_APART: f64 = 4.0;
/// Width of a count, and of each of its digits.
const COUNT_WIDTH: f64 = 16.0;
const DIGIT: f64 = 7.0;

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    Node { row: usize, label: Option<Label> },
    Group(usize),
}

/// Events drawn as one count.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub row: usize,
    pub events: Vec<usize>,
    /// The day at its middle, and the days of the first and the last of them.
    pub middle: f64,
    pub first: f64,
    pub last: f64,
    pub width: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) struct Seats {
    pub rows: Vec<Row>,
    pub rows_of_storey: Vec<Range<usize>>,
    /// For each event of the docket.
    pub places: Vec<Place>,
    pub groups: Vec<Group>,
}

pub(super) fn seat(
    docket: &Docket,
    storeys: &Storeys,
    scale: &Scale,
    labels: Vec<Label>,
    chosen: Option<usize>,
) -> Seats {
    let mut inside: Vec<Vec<usize>> = vec![Vec::new(); storeys.names.len()];
    for (index, storey) in storeys.of_event.iter().enumerate() {
        inside[*storey].push(index);
    }
    for events in &mut inside {
        events.sort_by(|a, b| {
            let day = |index: &usize| scale.days(&docket.events[*index]).0;
            day(a).total_cmp(&day(b)).then(a.cmp(b))
        });
    }
    let extents: Vec<[(f64, f64); 2]> = docket
        .events
        .iter()
        .zip(&labels)
        .map(|(event, label)| {
            let (first, last) = scale.days(event);
            let (x0, x1) = (scale.on_ladder(first), scale.on_ladder(last));
            [room(x0, x1, Some(label)), room(x0, x1, None)]
        })
        .collect();
    let all: Vec<Storey> = inside
        .iter()
        .map(|events| Storey::with_all_labels(events, &extents))
        .collect();
    let total: usize = all.iter().map(|storey| storey.label_rows.len()).sum();
    let seated: Vec<Storey> = if total <= MOST_ROWS {
        all
    } else {
        let share = (MOST_ROWS / all.len()).max(LEAST_ROWS);
        let (usual, weights) = (weights(docket, None), weights(docket, chosen));
        all.into_iter()
            .zip(&inside)
            .map(|(storey, events)| {
                if storey.label_rows.len() <= share {
                    return storey;
                }
                let some = Storey::with_some_labels(events, &extents, &usual, share);
                // The selected event takes the place of another only where it had none.
                if chosen.is_some_and(|chosen| some.hides(chosen)) {
                    return Storey::with_some_labels(events, &extents, &weights, share);
                }
                some
            })
            .collect()
    };
    assemble(docket, scale, labels, seated)
}

/// What matters more comes first: the selected event, then weight, then acts, then time.
fn weights(docket: &Docket, chosen: Option<usize>) -> Vec<(bool, u8, u32)> {
    let mut weights: Vec<(bool, u8, u32)> = docket
        .events
        .iter()
        .enumerate()
        .map(|(index, event)| (chosen == Some(index), event.significance, 0))
        .collect();
    for act in &docket.acts {
        for end in [act.from, act.to] {
            if let Some(weight) = weights.get_mut(end as usize) {
                weight.2 += 1;
            }
        }
    }
    weights
}

/// One storey while it is filled: rows of events in ladder pixels.
#[derive(Debug, Default)]
struct Storey {
    label_rows: Vec<Strip>,
    mark_rows: Vec<Strip>,
    /// Events that found no room.
    left_over: Vec<usize>,
}

/// A row while it is filled: `left`, `right`, event, from left to right.
#[derive(Debug, Default)]
struct Strip(Vec<(f64, f64, usize)>);

impl Strip {
    /// Takes the event when nothing comes nearer to it than `apart`.
    fn take(&mut self, (left, right): (f64, f64), apart: f64, event: usize) -> bool {
        let at = self.0.partition_point(|taken| taken.0 < left);
        let is_free = (at == 0 || self.0[at - 1].1 + apart <= left)
            && self.0.get(at).is_none_or(|next| right + apart <= next.0);
        if is_free {
            self.0.insert(at, (left, right, event));
        }
        is_free
    }
}

impl Storey {
    /// Whether the event lies in it and has no label.
    fn hides(&self, event: usize) -> bool {
        let bare = self.mark_rows.iter().flat_map(|row| &row.0);
        self.left_over.contains(&event) || bare.into_iter().any(|taken| taken.2 == event)
    }

    fn with_all_labels(events: &[usize], extents: &[[(f64, f64); 2]]) -> Self {
        let mut storey = Self::default();
        for event in events {
            let extent = extents[*event][0];
            let rows = &mut storey.label_rows;
            if !rows.iter_mut().any(|row| row.take(extent, APART, *event)) {
                rows.push(Strip(vec![(extent.0, extent.1, *event)]));
            }
        }
        storey
    }

    fn with_some_labels(
        events: &[usize],
        extents: &[[(f64, f64); 2]],
        weights: &[(bool, u8, u32)],
        most: usize,
    ) -> Self {
        let strips = |count| std::iter::repeat_with(Strip::default).take(count).collect();
        let mut storey = Self {
            label_rows: strips(most),
            mark_rows: strips(MARK_ROWS),
            left_over: Vec::new(),
        };
        let mut order = events.to_vec();
        // Stable, so that equals stay in the order of time.
        order.sort_by_key(|event| Reverse(weights[*event]));
        order.retain(|event| {
            let extent = extents[*event][0];
            let rows = &mut storey.label_rows;
            !rows.iter_mut().any(|row| row.take(extent, APART, *event))
        });
        for event in order {
            let extent = extents[event][1];
            let rows = &mut storey.mark_rows;
            if !rows
                .iter_mut()
                .any(|row| row.take(extent, MARKS_APART, event))
            {
                storey.left_over.push(event);
            }
        }
        storey.mark_rows.retain(|row| !row.0.is_empty());
        storey
    }
}

/// The rows of all storeys in order, at the exact scale.
fn assemble(docket: &Docket, scale: &Scale, labels: Vec<Label>, storeys: Vec<Storey>) -> Seats {
    let mut seats = Seats {
        rows: Vec::new(),
        rows_of_storey: Vec::new(),
        places: vec![Place::Group(0); docket.events.len()],
        groups: Vec::new(),
    };
    let mut labels: Vec<Option<Label>> = labels.into_iter().map(Some).collect();
    for storey in storeys {
        let first = seats.rows.len();
        let labelled = storey.label_rows.into_iter().map(|row| (row, LABEL_HALF));
        let bare = storey.mark_rows.into_iter().map(|row| (row, MARK_HALF));
        for (strip, half) in labelled.chain(bare) {
            let row = seats.rows.len();
            let mut taken = Vec::with_capacity(strip.0.len());
            for (.., event) in strip.0 {
                let label = labels[event].take().filter(|_| half == LABEL_HALF);
                let (x0, x1) = scale.extent(&docket.events[event]);
                let (left, right) = room(x0, x1, label.as_ref());
                taken.push(Taken {
                    left,
                    right,
                    owner: Owner::Event(event),
                });
                seats.places[event] = Place::Node { row, label };
            }
            seats.rows.push(Row {
                half,
                starts_storey: row == first && first > 0,
                taken,
            });
        }
        if !storey.left_over.is_empty() {
            count(docket, scale, storey.left_over, &mut seats);
        }
        seats.rows_of_storey.push(first..seats.rows.len());
    }
    seats
}

/// Groups of events that stand so near that their counts would meet.
fn count(docket: &Docket, scale: &Scale, mut events: Vec<usize>, seats: &mut Seats) {
    let middle = |event: usize| {
        let (first, last) = scale.days(&docket.events[event]);
        (first + last) / 2.0
    };
    events.sort_by(|a, b| middle(*a).total_cmp(&middle(*b)).then(a.cmp(b)));
    let group = |events: Vec<usize>| {
        let (first, last) = (middle(events[0]), middle(events[events.len() - 1]));
        Group {
            row: seats.rows.len(),
            middle: (first + last) / 2.0,
            first,
            last,
            width: COUNT_WIDTH + DIGIT * f64::from(events.len().ilog10()),
            events,
        }
    };
    let mut groups: Vec<Group> = Vec::new();
    for event in events {
        let mut next = group(vec![event]);
        // Two that were merged may meet the one before them.
        while let Some(before) = groups.last() {
            let apart = scale.on_ladder(next.middle) - scale.on_ladder(before.middle);
            if apart >= (before.width + next.width) / 2.0 + MARKS_APART {
                break;
            }
            let mut merged = groups.pop().map(|group| group.events).unwrap_or_default();
            merged.extend(next.events);
            next = group(merged);
        }
        groups.push(next);
    }
    let first = seats.groups.len();
    let mut taken = Vec::with_capacity(groups.len());
    for (at, group) in groups.iter().enumerate() {
        let x = scale.x(group.middle);
        taken.push(Taken {
            left: x - group.width / 2.0,
            right: x + group.width / 2.0,
            owner: Owner::Group(first + at),
        });
        for event in &group.events {
            seats.places[*event] = Place::Group(first + at);
        }
    }
    seats.rows.push(Row {
        half: COUNT_HALF,
        starts_storey: false,
        taken,
    });
    seats.groups.extend(groups);
}
