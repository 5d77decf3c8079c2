//! Where an arrow crosses the rows on its way.
//!
//! The path never goes back, so it is found row by row: for every place worth crossing at,
//! the cheapest way to be there, with a price on the distance, on every turn, and on
//! crossing a mark. Labels cannot be crossed.

use crate::obstacles::{Obstacles, Row};
use std::ops::RangeInclusive;

/// From the vertical part of a path to a label; rounded corners stay within it.
const CLEAR_OF_LABEL: f64 = 6.0;
const CLEAR_OF_MARK: f64 = 3.0;
/// What a turn is worth in pixels of detour.
const TURN: f64 = 30.0;
/// What crossing a mark is worth.
const MARK_CROSSED: f64 = 400.0;

/// The rows between two marks, both of theirs included.
pub(crate) struct Crossings {
    first_row: usize,
    /// Places worth crossing at, from left to right.
    places: Vec<f64>,
    /// For each row the price of crossing it at each place.
    prices: Vec<Vec<f64>>,
}

impl Crossings {
    /// `ends` are where the path begins and ends; they lie in the window.
    pub fn of(obstacles: &Obstacles, rows: RangeInclusive<usize>, ends: [f64; 2]) -> Self {
        let first_row = *rows.start();
        let rows = obstacles.rows.get(rows).unwrap_or_default();
        let mut places = ends.to_vec();
        for row in rows {
            places.extend(edges(labels(row).collect()));
            places.extend(edges(labels(row).chain(marks(row)).collect()));
        }
        places.retain(|x| (0.0..=obstacles.width).contains(x));
        places.sort_by(f64::total_cmp);
        places.dedup();
        let prices = rows.iter().map(|row| prices(row, &places)).collect();
        Self {
            first_row,
            places,
            prices,
        }
    }

    /// The cheapest path from the gap above row `out` to the gap above row `back`: its
    /// price, and where it crosses each row on the way.
    pub fn cheapest(&self, start: f64, end: f64, out: usize, back: usize) -> (f64, Vec<f64>) {
        let row = |n: usize| &self.prices[n - self.first_row];
        let crossed: Vec<&Vec<f64>> = if back >= out {
            (out..back).map(row).collect()
        } else {
            (back..out).rev().map(row).collect()
        };
        let index_of = |x: f64| self.places.partition_point(|place| *place < x);
        let mut costs = vec![f64::INFINITY; self.places.len()];
        costs[index_of(start)] = 0.0;
        let mut came_from: Vec<Vec<u32>> = Vec::new();
        for prices in &crossed {
            let (mut moved, from) = self.along_gap(&costs);
            for (cost, price) in moved.iter_mut().zip(*prices) {
                *cost += price;
            }
            came_from.push(from);
            costs = moved;
        }
        let (last, from) = self.along_gap(&costs);
        let end = index_of(end);
        let cost = last[end];
        let mut here = from[end] as usize;
        let mut xs = Vec::with_capacity(crossed.len());
        for from in came_from.iter().rev() {
            xs.push(self.places[here]);
            here = from[here] as usize;
        }
        xs.reverse();
        (cost, xs)
    }

    /// The cost of every place after moving along a gap, and from where it is reached:
    /// staying is free, moving costs a turn and the way. Two sweeps find the best for all.
    fn along_gap(&self, costs: &[f64]) -> (Vec<f64>, Vec<u32>) {
        let mut best = costs.to_vec();
        let mut from: Vec<u32> = (0..costs.len() as u32).collect();
        self.sweep(0..costs.len(), costs, &mut best, &mut from);
        self.sweep((0..costs.len()).rev(), costs, &mut best, &mut from);
        (best, from)
    }

    fn sweep(
        &self,
        order: impl Iterator<Item = usize>,
        costs: &[f64],
        best: &mut [f64],
        from: &mut [u32],
    ) {
        // The best source so far, and what it costs to be moved here.
        let mut source = 0_u32;
        let mut moving = f64::INFINITY;
        let mut before = None;
        for at in order {
            let x = self.places[at];
            moving += before.map_or(0.0, |before: f64| (x - before).abs());
            before = Some(x);
            if moving + TURN < best[at] {
                best[at] = moving + TURN;
                from[at] = source;
            }
            if costs[at] < moving {
                moving = costs[at];
                source = at as u32;
            }
        }
    }
}

fn labels(row: &Row) -> impl Iterator<Item = (f64, f64)> {
    row.labels
        .iter()
        .map(|(left, right)| (left - CLEAR_OF_LABEL, right + CLEAR_OF_LABEL))
}

fn marks(row: &Row) -> impl Iterator<Item = (f64, f64)> {
    row.marks
        .iter()
        .map(|(left, right)| (left - CLEAR_OF_MARK, right + CLEAR_OF_MARK))
}

/// Places worth crossing a row at: just beside whatever stands in the way.
fn edges(mut blocked: Vec<(f64, f64)>) -> Vec<f64> {
    const BESIDE: f64 = 0.5;
    blocked.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut places = Vec::new();
    let mut reach = f64::NEG_INFINITY;
    for (left, right) in blocked {
        if left > reach {
            places.extend([reach + BESIDE, left - BESIDE]);
        }
        reach = reach.max(right);
    }
    places.push(reach + BESIDE);
    places
}

/// The price of crossing a row at each place; infinite on a label.
fn prices(row: &Row, places: &[f64]) -> Vec<f64> {
    let mut prices = vec![0.0; places.len()];
    let mut set = |(left, right): (f64, f64), price: f64| {
        let first = places.partition_point(|x| *x <= left);
        let end = places.partition_point(|x| *x < right).max(first);
        prices[first..end].fill(price);
    };
    marks(row).for_each(|room| set(room, MARK_CROSSED));
    labels(row).for_each(|room| set(room, f64::INFINITY));
    prices
}
