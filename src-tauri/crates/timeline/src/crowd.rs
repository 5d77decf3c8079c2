//! The layout of a lane that holds more than can be looked at: rows for what can be told
//! apart, counts for the rest.
//!
//! Time is cut into cells of a power of two of days, 40 to 80 ladder pixels wide, at fixed
//! places. A cell with few events shows each; of a cell with many, the one that matters
//! most stands for all, and the rest is counted. Sixteen cells are a tile. A tile is packed
//! by itself: marks that lie across its edge have their rows before it is packed, and no
//! label crosses an edge. So what stands where depends on the scale and on what is near,
//! never on where the reader has panned to, and the cost depends on the tiles in the window.
//!
//! Ranges too wide for a row of marks have a row of their own, where the ones that matter
//! most among all that they overlap are drawn, and a row that counts the others.

mod ranges;

use crate::columns::{Class, Columns, Run, SHOWN};
use crate::density::{Band, marks_near, union, wide_enough, widest_piece};
use crate::input::Candidate;
use crate::labels::{LabelText, WIDEST_ROOM, use_free_space, use_space_between_bands};
use crate::layout::shown_flags;
use crate::pack::{AFTER_MARK, Extent, Placed, RowEnd, Rows, WIDE, fill};
use crate::pyramid::Survey;
use crate::scale::Window;
use crate::scene::MARK_REACH;
use std::cmp::Reverse;
use std::iter::from_fn;
use std::ops::Range;

/// Rows of marks in a crowded lane, unless its reader wants others.
const USUAL_ROWS: usize = 4;
/// A cell is this many ladder pixels wide, or up to twice as many.
const NARROWEST_CELL: f64 = 40.0;
const CELLS_IN_TILE: i64 = 16;
/// Cells that a mark may reach beyond its own.
const CELLS_ACROSS: i64 = 5;
/// Events of a cell that are shown one by one: with more, few would have a label.
const TOLD_APART: usize = 5;
/// Flagged events that are drawn through the count of a cell.
const THROUGH_CELL: usize = 3;
/// How far an open end is drawn beyond the known one, in ladder pixels.
const OPEN_STUB: f64 = 34.0;

/// What stands where in a lane, in ladder pixels.
#[derive(Debug, Default)]
pub(crate) struct LanePlan<'a> {
    pub events: Vec<Candidate<'a>>,
    /// By their index among `events`.
    pub marks: Vec<Placed>,
    pub bands: Vec<Band>,
    pub rows: usize,
    /// Those of them that are for marks.
    pub mark_rows: usize,
    /// Events that are counted and that an arrow ends at: key, place and row.
    pub counted: Vec<(i64, f64, usize)>,
}

pub(crate) struct Crowd<'a, 'l> {
    pub columns: &'a Columns,
    pub window: Window,
    pub selected: Option<i64>,
    /// Events at either end of an arrow, by their positions.
    pub wanted: &'l [(i64, usize)],
    pub labels: &'l LabelText<'l>,
    /// Rows of marks; below them is the row of counts.
    pub mark_rows: usize,
}

/// The cells that matter to a window, and the events that are taken for marks.
struct Cells<'a> {
    /// Width of a cell in ladder pixels.
    px: f64,
    /// Number of the first cell.
    first: i64,
    cells: Vec<Cell>,
    /// A few for each cell.
    pieces: Vec<Piece>,
    events: Vec<Candidate<'a>>,
    /// Where each of `events` stands in the columns, and its room.
    places: Vec<(usize, Extent)>,
}

/// Events of one run that stand together.
#[derive(Debug, Clone, Default)]
struct Piece {
    events: Range<usize>,
    class: Class,
    survey: Survey,
}

#[derive(Debug, Clone)]
struct Cell {
    pieces: Range<usize>,
    /// Which of the events are from here.
    events: Range<usize>,
    count: usize,
}

impl Piece {
    /// Greatest where the event is that matters most; of several alike, the first counts.
    fn best_first(&self) -> (u32, Reverse<usize>) {
        (self.survey.rank, Reverse(self.events.start))
    }
}

/// What is counted of a cell.
struct Rest {
    count: usize,
    /// The only one, when it keeps to its cell.
    single: Option<(usize, Extent)>,
    /// How far the events may reach, and where their count may stand.
    reach: Extent,
    covered: Extent,
    flags: u16,
}

impl<'a> Crowd<'a, '_> {
    pub fn plan(&self, lane: u16) -> LanePlan<'a> {
        let (narrow, wide): (Vec<Run>, Vec<Run>) = self
            .columns
            .of_lane(lane)
            .iter()
            .partition(|run| self.is_narrow(run.class));
        let mut plan = LanePlan {
            rows: self.mark_rows + 1,
            mark_rows: self.mark_rows,
            ..LanePlan::default()
        };
        self.plan_marks(&narrow, &mut plan);
        self.plan_ranges(&narrow, &wide, &mut plan);
        for (key, at) in self.wanted {
            let of_lane = narrow.iter().chain(&wide);
            let is_here = of_lane.clone().any(|run| (run.start..run.end).contains(at));
            let is_drawn = || {
                plan.marks
                    .iter()
                    .any(|mark| plan.events[mark.event].key == *key)
            };
            if is_here && !is_drawn() {
                let is_wide = wide.iter().any(|run| (run.start..run.end).contains(at));
                let row = if is_wide {
                    plan.rows - 1
                } else {
                    self.mark_rows
                };
                let x = self.columns.middle(*at) / self.window.ladder;
                plan.counted.push((*key, x, row));
            }
        }
        plan
    }

    /// The rows that the plan of a lane will have.
    pub fn rows(&self, lane: u16) -> usize {
        let runs = self.columns.of_lane(lane);
        let has_ranges = runs.iter().any(|run| self.is_range(run));
        let has_open = runs.iter().any(is_open);
        let of_dominant = has_ranges && !self.is_folded();
        self.mark_rows + 1 + usize::from(of_dominant) + usize::from(has_ranges || has_open)
    }

    /// Rows of marks in a lane whose reader wants so many.
    pub fn rows_of_marks(wanted: Option<u8>) -> usize {
        wanted.map_or(USUAL_ROWS, usize::from)
    }

    /// Its ranges are counted like everything else.
    fn is_folded(&self) -> bool {
        self.mark_rows == 0
    }

    /// Whether the events of a run are bars between two known ends.
    fn is_range(&self, run: &Run) -> bool {
        !self.is_narrow(run.class) && !is_open(run)
    }

    /// Whether every event of a class is a mark at this scale, and no bar across the view.
    /// What has one open end is drawn at the other.
    fn is_narrow(&self, class: Class) -> bool {
        self.widest(class) <= WIDE
    }

    /// None of a class is drawn wider, in ladder pixels; infinite where both ends are open.
    fn widest(&self, class: Class) -> f64 {
        let longest = match class {
            Class::OPEN_END | Class::OPEN_START => OPEN_STUB,
            _ => class.longest() / self.window.ladder,
        };
        longest + 2.0 * f64::from(MARK_REACH)
    }

    fn candidate(&self, at: usize) -> Candidate<'a> {
        let mut event = self.columns.candidate(at);
        let stub = OPEN_STUB * self.window.ladder;
        match (event.first.is_finite(), event.last.is_finite()) {
            (true, false) => event.last = event.first + stub,
            (false, true) => event.first = event.last - stub,
            _ => {}
        }
        event
    }

    fn flags(&self, event: &Candidate<'_>) -> u16 {
        shown_flags(event, self.selected)
    }

    fn plan_marks(&self, runs: &[Run], plan: &mut LanePlan<'a>) {
        let cell = (NARROWEST_CELL * self.window.ladder).log2().ceil().exp2();
        let tile = cell * CELLS_IN_TILE as f64;
        // Beyond the window ends what reaches into it; there may stand its label, and the
        // middle of what is in the way of that.
        let widest = runs.iter().map(|run| self.widest(run.class));
        let margin = (1.5 * widest.fold(0.0, f64::max) + WIDEST_ROOM) * self.window.ladder;
        // What lies across the edge of the last tile has its label from the next, and does
        // not reach into the window: the margin is wider than a mark.
        let from = self.window.from() - margin;
        let to = self.window.to() + margin;
        let first = (from / tile).floor() as i64;
        let last = (to / tile).floor() as i64;
        let mut cells = self.cells(
            runs,
            cell,
            first * CELLS_IN_TILE - CELLS_ACROSS..(last + 1) * CELLS_IN_TILE + CELLS_ACROSS,
        );
        let mut drawn = vec![false; cells.events.len()];
        let mut marks = Vec::new();
        let mut left = self.crossing(&cells, first * CELLS_IN_TILE);
        for tile in first..=last {
            let right = self.crossing(&cells, (tile + 1) * CELLS_IN_TILE);
            let placed = self.pack_tile(&cells, tile, &left, &right);
            for mark in &placed {
                drawn[mark.event] = true;
            }
            marks.extend(placed);
            left = right;
        }
        for mark in &left {
            drawn[mark.event] = true;
        }
        let numbers = (from / cell).floor() as i64..(to / cell).floor() as i64 + 1;
        let (through, bands) = self.count(&mut cells, &drawn, numbers);
        marks.extend(through);
        plan.events = cells.events;
        plan.marks = marks;
        plan.bands = bands;
    }

    fn cells(&self, runs: &[Run], days: f64, numbers: Range<i64>) -> Cells<'a> {
        let mut cells = Cells {
            px: days / self.window.ladder,
            first: numbers.start,
            cells: Vec::with_capacity((numbers.end - numbers.start) as usize),
            pieces: Vec::new(),
            events: Vec::new(),
            places: Vec::new(),
        };
        let of_cells = self.pieces(runs, days, numbers, &mut cells.pieces);
        for pieces in of_cells {
            let of_cell = cells.pieces[pieces.clone()].iter();
            let count = of_cell.clone().map(|piece| piece.events.len()).sum();
            let events = cells.events.len();
            if count > TOLD_APART {
                let best = of_cell.max_by_key(|piece| piece.best_first());
                let best =
                    best.and_then(|piece| self.columns.best(piece.events.clone(), &piece.survey));
                if let Some(best) = best {
                    self.take(&mut cells, best);
                }
            } else {
                for piece in pieces.clone() {
                    for at in cells.pieces[piece].events.clone() {
                        self.take(&mut cells, at);
                    }
                }
            }
            cells.cells.push(Cell {
                pieces,
                events: events..cells.events.len(),
                count,
            });
        }
        cells
    }

    /// The events of some cells, as pieces of the runs that they stand in: by cell, and in
    /// each in the order of the runs. Answers for every cell which pieces it has.
    fn pieces(
        &self,
        runs: &[Run],
        days: f64,
        numbers: Range<i64>,
        pieces: &mut Vec<Piece>,
    ) -> Vec<Range<usize>> {
        let (start, end) = (numbers.start as f64 * days, numbers.end as f64 * days);
        let mut found: Vec<(usize, Piece)> = Vec::new();
        let mut of_cells = vec![0..0; (numbers.end - numbers.start) as usize];
        for run in runs {
            let mut at = self.columns.first_from(*run, run.start, start);
            let run = Run {
                end: self.columns.first_from(*run, at, end),
                ..*run
            };
            // From event to event: most runs have nothing in most cells.
            while at < run.end {
                let number = (self.columns.middle(at) / days).floor();
                let next = self.columns.first_from(run, at + 1, (number + 1.0) * days);
                let cell = (number as i64 - numbers.start) as usize;
                of_cells[cell].end += 1;
                found.push((cell, self.piece(at..next, run.class)));
                at = next;
            }
        }
        let mut from = 0;
        for of_cell in &mut of_cells {
            let count = of_cell.end;
            *of_cell = from..from;
            from += count;
        }
        pieces.resize(found.len(), Piece::default());
        for (cell, piece) in found {
            pieces[of_cells[cell].end] = piece;
            of_cells[cell].end += 1;
        }
        of_cells
    }

    fn piece(&self, events: Range<usize>, class: Class) -> Piece {
        Piece {
            survey: self.columns.survey(events.clone()),
            events,
            class,
        }
    }

    /// Takes an event for a mark; answers its index.
    fn take(&self, cells: &mut Cells<'a>, at: usize) -> usize {
        let event = self.candidate(at);
        cells
            .places
            .push((at, Extent::of(&event, self.window.ladder)));
        cells.events.push(event);
        cells.events.len() - 1
    }

    /// The marks that lie across the left edge of a cell, each in a row of its own; those
    /// that find none are left to be counted.
    fn crossing(&self, cells: &Cells<'a>, number: i64) -> Vec<Placed> {
        let edge = cells.left(number);
        let near = cells.events_of(number - CELLS_ACROSS..number + CELLS_ACROSS);
        let mut across: Vec<usize> = near
            .filter(|event| {
                let extent = cells.places[*event].1;
                extent.left < edge && extent.right > edge
            })
            .collect();
        across.sort_by_key(|event| Reverse(self.columns.rank(cells.places[*event].0)));
        across.truncate(self.mark_rows);
        let rows = across.into_iter().enumerate();
        rows.map(|(row, event)| Placed {
            event,
            extent: cells.places[event].1,
            row,
            label: None,
        })
        .collect()
    }

    /// The marks of a tile with their labels: those across its left edge and those inside.
    fn pack_tile(
        &self,
        cells: &Cells<'a>,
        tile: i64,
        left: &[Placed],
        right: &[Placed],
    ) -> Vec<Placed> {
        let numbers = tile * CELLS_IN_TILE..(tile + 1) * CELLS_IN_TILE;
        let edges = (cells.left(numbers.start), cells.left(numbers.end));
        let mut ends = vec![RowEnd::between(edges.0, edges.1 + AFTER_MARK); self.mark_rows];
        let mut free = vec![edges; self.mark_rows];
        for mark in right {
            ends[mark.row] = RowEnd::between(edges.0, mark.extent.left);
            free[mark.row].1 = mark.extent.left;
        }
        for mark in left {
            let limit = free[mark.row].1;
            ends[mark.row] = RowEnd::between(mark.extent.right + AFTER_MARK, limit);
            // Left of it is the tile before, which knows nothing of its label.
            free[mark.row].0 = mark.extent.left;
        }
        let inside = cells.events_of(numbers).filter(|event| {
            let extent = cells.places[*event].1;
            extent.left >= edges.0 && extent.right <= edges.1
        });
        let order = inside.map(|event| (event, cells.places[event].1)).collect();
        let mut rows = Rows {
            placed: left.to_vec(),
            ..Rows::default()
        };
        fill(
            &mut rows,
            &mut ends,
            &cells.events,
            order,
            |_| self.mark_rows,
            self.labels,
        );
        let flags = |event: usize| self.flags(&cells.events[event]);
        use_free_space(&mut rows.placed, &free, &cells.events, &flags, self.labels);
        rows.placed
    }

    /// Counts what is not drawn, cell by cell, and draws through the counts what must be
    /// seen.
    fn count(
        &self,
        cells: &mut Cells<'a>,
        drawn: &[bool],
        numbers: Range<i64>,
    ) -> (Vec<Placed>, Vec<Band>) {
        let mut through = Vec::new();
        let mut rests = Vec::new();
        let mut shown = Vec::new();
        for number in numbers {
            let cell = cells.cells[(number - cells.first) as usize].clone();
            let of_cell = cell.events.clone();
            shown.clear();
            shown.extend(
                of_cell
                    .clone()
                    .filter(|event| drawn[*event])
                    .map(|event| cells.places[event].0),
            );
            if shown.len() == cell.count {
                continue;
            }
            let to_be_seen =
                self.to_be_seen(&cells.pieces[cell.pieces.clone()], &shown, THROUGH_CELL);
            for at in to_be_seen {
                let known = of_cell.clone().find(|event| cells.places[*event].0 == at);
                let event = known.unwrap_or_else(|| self.take(cells, at));
                let extent = cells.places[event].1;
                let is_free = |other: &Placed| {
                    other.extent.right <= extent.left || extent.right <= other.extent.left
                };
                let is_selected = self.selected == Some(cells.events[event].key);
                let own = through.iter().rev().take(THROUGH_CELL);
                if is_selected || own.clone().all(is_free) {
                    shown.push(at);
                    through.push(on_row(event, extent, self.mark_rows));
                }
            }
            if shown.len() < cell.count {
                rests.push(self.rest(cells, number, &mut shown));
            }
        }
        through.sort_by(|a: &Placed, b: &Placed| a.extent.left.total_cmp(&b.extent.left));

        let mut bands = Vec::new();
        let mut singles = Vec::new();
        for rest in rests {
            if let Some((event, extent)) = rest.single
                && marks_near(extent, &through).next().is_none()
            {
                singles.push(on_row(event, extent, self.mark_rows));
                continue;
            }
            bands.push(Band {
                extent: widest_piece(rest.covered, &through),
                reach: rest.reach,
                row: self.mark_rows,
                count: rest.count as u32,
                flags: rest.flags,
            });
        }
        through.extend(singles);
        through.sort_by(|a, b| a.extent.left.total_cmp(&b.extent.left));
        use_space_between_bands(&mut through, &bands, &cells.events, self.labels);
        (through, bands)
    }

    /// What is left of a cell to be counted, where something is.
    fn rest(&self, cells: &Cells<'a>, number: i64, shown: &mut [usize]) -> Rest {
        let cell = &cells.cells[(number - cells.first) as usize];
        let pieces = &cells.pieces[cell.pieces.clone()];
        let count = cell.count - shown.len();
        let bounds = Extent {
            left: cells.left(number),
            right: cells.left(number + 1) - AFTER_MARK,
        };
        let of_cell = cell.events.clone();
        let counted = || {
            let of_cell = of_cell.clone();
            of_cell.filter(|event| !shown.contains(&cells.places[*event].0))
        };
        // Of a crowded cell not every event was looked at.
        let is_known = counted().count() == count;
        let (reach, covered) = if is_known {
            let reach = union(counted().map(|event| cells.places[event].1));
            (reach, wide_enough(reach, count, bounds))
        } else {
            (self.reach(pieces, bounds), bounds)
        };
        let is_inside =
            |extent: &Extent| extent.left >= bounds.left && extent.right <= bounds.right;
        let single = counted()
            .map(|event| (event, cells.places[event].1))
            .find(|(_, extent)| is_known && count == 1 && is_inside(extent));
        Rest {
            count,
            single,
            reach,
            covered,
            flags: self.flags_of_rest(pieces, shown),
        }
    }

    /// How far the events of a cell may reach.
    fn reach(&self, pieces: &[Piece], cell: Extent) -> Extent {
        let longest = pieces.iter().map(|piece| match piece.class.longest() {
            days if days.is_finite() => days / self.window.ladder,
            _ => OPEN_STUB,
        });
        // Their middles are in the cell, whose right end stands back from its neighbour.
        let aside = longest.fold(0.0, f64::max) + f64::from(MARK_REACH) + AFTER_MARK;
        Extent {
            left: cell.left - aside,
            right: cell.right + aside,
        }
    }

    /// The flagged events that matter most among those that are not shown yet, and the
    /// selected one: at most so many, from the left.
    fn to_be_seen(&self, pieces: &[Piece], shown: &[usize], most: usize) -> Vec<usize> {
        let of_pieces = |at: &usize| pieces.iter().any(|piece| piece.events.contains(at));
        let selected = self.selected_place().filter(of_pieces);
        let runs = pieces.iter();
        let flagged = self.flagged(runs.map(|piece| (piece.survey, piece.events.clone())));
        let flagged = flagged.filter(|at| Some(*at) != selected);
        let all = selected.into_iter().chain(flagged);
        let mut found: Vec<usize> = all.filter(|at| !shown.contains(at)).take(most).collect();
        found.sort_by(|a, b| self.columns.middle(*a).total_cmp(&self.columns.middle(*b)));
        found
    }

    /// Where the selected event stands in the columns.
    fn selected_place(&self) -> Option<usize> {
        let is_selected = |(key, _): &&(i64, usize)| self.selected == Some(*key);
        self.wanted.iter().find(is_selected).map(|(_, at)| *at)
    }

    /// The flagged events of some runs, those first that matter most.
    fn flagged(
        &self,
        runs: impl Iterator<Item = (Survey, Range<usize>)>,
    ) -> impl Iterator<Item = usize> {
        let is_flagged = |(survey, _): &(Survey, Range<usize>)| survey.flagged_rank > 0;
        // Of each the best is not answered yet.
        let mut open: Vec<(Survey, Range<usize>)> = runs.filter(is_flagged).collect();
        let mut last: Option<(usize, Range<usize>)> = None;
        from_fn(move || {
            if let Some((at, run)) = last.take() {
                let sides = [run.start..at, at + 1..run.end].map(|side| self.surveyed(side));
                open.extend(sides.into_iter().filter(is_flagged));
            }
            let runs = open.iter().enumerate();
            let (best, _) =
                runs.max_by_key(|(_, (survey, run))| (survey.flagged_rank, Reverse(run.start)))?;
            let (survey, run) = open.swap_remove(best);
            let at = self.columns.best_flagged(run.clone(), &survey)?;
            last = Some((at, run));
            Some(at)
        })
    }

    fn surveyed(&self, events: Range<usize>) -> (Survey, Range<usize>) {
        (self.columns.survey(events.clone()), events)
    }

    /// The flags of what is not shown.
    fn flags_of_rest(&self, pieces: &[Piece], shown: &mut [usize]) -> u16 {
        shown.sort_unstable();
        let mut flags = 0;
        for piece in pieces {
            // Nothing new is in it.
            if piece.survey.flags & SHOWN & !flags == 0 {
                continue;
            }
            let mut from = piece.events.start;
            for at in shown.iter().filter(|at| piece.events.contains(at)) {
                flags |= self.columns.survey(from..*at).flags;
                from = at + 1;
            }
            flags |= match from == piece.events.start {
                true => piece.survey.flags,
                false => self.columns.survey(from..piece.events.end).flags,
            };
        }
        flags & SHOWN
    }
}

impl<'a> Cells<'a> {
    /// The left edge of a cell, in ladder pixels.
    fn left(&self, number: i64) -> f64 {
        number as f64 * self.px
    }

    /// Indices of the events of some cells.
    fn events_of(&self, numbers: Range<i64>) -> Range<usize> {
        let cell = |number: i64| {
            let at = (number - self.first).clamp(0, self.cells.len() as i64 - 1);
            self.cells[at as usize].events.clone()
        };
        cell(numbers.start).start..cell(numbers.end - 1).end
    }
}

fn is_open(run: &Run) -> bool {
    run.class.longest().is_infinite()
}

fn on_row(event: usize, extent: Extent, row: usize) -> Placed {
    Placed {
        event,
        extent,
        row,
        label: None,
    }
}
