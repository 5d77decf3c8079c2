//! The scene: which mark, label, count and arrow stands where.

use crate::arrows::{Anchor, draw_arrows};
use crate::axis::ticks;
use crate::columns::{Columns, SHOWN, TIMED};
use crate::crowd::{Crowd, LanePlan};
use crate::density::{Band, Density, count_overflow};
use crate::input::{ArrowInput, Candidate, LaneInput, TimelineEvent};
use crate::labels::{LabelText, RING_ROOM, WIDEST_ROOM, use_free_space, use_space_between_bands};
use crate::measure::{MeasureText, Weight};
use crate::pack::{Extent, Placed, Side, pack};
use crate::scale::{Rows, Window};
use crate::scene::{
    LABEL_BASELINE, LABEL_GAP, LANE_PADDING, MARK_REACH, Part, ROW_HEIGHT, Scene, SceneLane,
    Viewport, flag,
};

/// The head of a lane has two lines: its name and its count; of a folded one, one.
const FEWEST_ROWS: usize = 2;
/// Flags that keep an event out of a count.
const ALONE: u16 = flag::SELECTED | SHOWN;

/// A day as wide as this, in pixels, has hours on its axis.
const DAY_OF_HOURS: f64 = 100.0;

/// Casebooks of so many events, and lanes of so many, are laid out as a whole: every row is
/// as long as the history, and what finds none is counted. It takes a millisecond.
const FEW: usize = 2_000;
const FEW_IN_LANE: usize = 100;

/// Lays a handful of events out, and gives what lies in the window round `viewport`: as
/// [`scene_of`] their columns.
pub fn layout(
    events: &[TimelineEvent],
    lanes: &[LaneInput],
    viewport: Viewport,
    selected: Option<(i64, &[ArrowInput])>,
    measure: &dyn MeasureText,
) -> Scene {
    scene_of(
        &Columns::of_events(events),
        lanes,
        viewport,
        selected,
        measure,
    )
}

/// Lays the events out in `lanes`, and gives what lies in the window round `viewport`.
///
/// Guaranteed, for the same events and lanes:
/// - At one scale every event keeps its row, its label and its place relative to every
///   other, wherever the viewport is. Two scenes differ by a whole number of pixels in
///   `x` and by what their windows cut off. (Ends of ranges further than 131,072 px
///   outside the window are drawn there. One count may differ: that of the ranges which
///   run through a window where there are very many.)
/// - While the scale stays within an eighth of an octave, rows and labels stay too, and
///   only distances change.
/// - What is selected, found, disputed or noted changes which labels are shown and what is
///   drawn through a count, never the row of a mark or the height of a lane.
/// - Labels overlap neither each other nor a mark; no arrow crosses a label; every event in
///   the window is drawn once or counted once; a count carries the flags of what it counts.
///
/// The cost depends on the pixels of the window and on the lanes, and hardly on how many
/// events there are. The columns remember how much room their labels take: all their scenes
/// are to be measured alike.
pub fn scene_of(
    events: &Columns,
    lanes: &[LaneInput],
    viewport: Viewport,
    selected: Option<(i64, &[ArrowInput])>,
    measure: &dyn MeasureText,
) -> Scene {
    scene_part(events, lanes, viewport, Part::WHOLE, selected, measure)
}

/// As [`scene_of`], for the lanes round `part`, and those of the selected event and of what
/// it acted on. What is drawn in a lane does not depend on the part.
pub fn scene_part(
    events: &Columns,
    lanes: &[LaneInput],
    viewport: Viewport,
    part: Part,
    selected: Option<(i64, &[ArrowInput])>,
    measure: &dyn MeasureText,
) -> Scene {
    let rows = Rows::around(part);
    let window = Window::around(viewport);
    let wanted: Vec<i64> = selected
        .iter()
        .flat_map(|(key, acts)| acts.iter().map(|act| act.to).chain([*key]))
        .collect();
    let mut drawing = Drawing {
        columns: events,
        window,
        rows,
        selected_key: selected.map(|(key, _)| key),
        labels: LabelText { measure },
        wanted: events.positions(&wanted),
        anchors: Vec::new(),
        scene: Scene {
            origin: window.from(),
            days_per_px: window.days_per_px,
            from: window.from(),
            to: window.to(),
            top: rows.top,
            bottom: rows.bottom,
            ticks: ticks(window.from(), window.to(), window.days_per_px, measure),
            ..Scene::default()
        },
    };
    for (index, lane) in lanes.iter().enumerate() {
        drawing.lane(index as u16, lane);
    }

    let Drawing {
        mut scene, anchors, ..
    } = drawing;
    scene.top = rows.top.max(0.0);
    scene.bottom = rows.bottom.min(scene.height);
    if let Some((key, acts)) = selected {
        scene.arrows = draw_arrows(&scene, window.width, &anchors, key, acts, measure);
    }
    scene
}

/// Where between its ends a mark has its shape: a span at its known beginning or end,
/// anything else in the middle.
fn drawn_at(x0: f64, x1: f64, flags: u16) -> f64 {
    let is = |bit: u16| flags & bit != 0;
    match (is(flag::SPAN), is(flag::OPEN_START)) {
        (true, false) => x0,
        (true, true) => x1,
        (false, _) => (x0 + x1) / 2.0,
    }
}

fn height_of(rows: usize, lane: &LaneInput) -> f64 {
    let fewest = match lane.rows {
        Some(0) => 1,
        // A reader who makes room sees it, whether there is something for it or not.
        wanted => wanted.map_or(FEWEST_ROWS, |rows| FEWEST_ROWS.max(usize::from(rows))),
    };
    f64::from(rows.max(fewest) as f32 * ROW_HEIGHT + 2.0 * LANE_PADDING)
}

struct Drawing<'a> {
    columns: &'a Columns,
    window: Window,
    rows: Rows,
    selected_key: Option<i64>,
    labels: LabelText<'a>,
    /// The events at either end of an arrow: their keys and positions.
    wanted: Vec<(i64, usize)>,
    anchors: Vec<(i64, Anchor)>,
    scene: Scene,
}

impl<'a> Drawing<'a> {
    fn lane(&mut self, index: u16, lane: &LaneInput) {
        let top = self.scene.height;
        let runs = self.columns.of_lane(index);
        let events: usize = runs.iter().map(|run| run.end - run.start).sum();
        let plan = if self.columns.len() <= FEW || events <= FEW_IN_LANE {
            self.plan_whole(index, lane.rows)
        } else {
            let crowd = Crowd {
                columns: self.columns,
                window: self.window,
                selected: self.selected_key,
                wanted: &self.wanted,
                labels: &self.labels,
                mark_rows: Crowd::rows_of_marks(lane.rows),
            };
            let rows = crowd.rows(index);
            let is_wanted = |(_, at): &(i64, usize)| runs.iter().any(|run| run.holds(*at));
            let is_seen = self.rows.touch(top, top + height_of(rows, lane));
            if is_seen || self.wanted.iter().any(is_wanted) {
                crowd.plan(index)
            } else {
                LanePlan {
                    rows,
                    mark_rows: crowd.mark_rows,
                    ..LanePlan::default()
                }
            }
        };

        let height = height_of(plan.rows, lane);
        self.scene.lanes.push(SceneLane {
            id: lane.id.clone(),
            name: lane.name.clone(),
            colour: lane.colour,
            events: lane.events,
            y: top,
            height,
            rows: lane
                .rows
                .unwrap_or_else(|| plan.mark_rows.max(FEWEST_ROWS) as u8),
            nesting: lane.nesting,
        });
        self.scene.height += height;

        let y_of = |row: usize| {
            (top + f64::from(LANE_PADDING) + f64::from(ROW_HEIGHT) * (row as f64 + 0.5)) as f32
        };
        for mark in &plan.marks {
            self.mark(index, &plan.events[mark.event], mark, y_of(mark.row));
        }
        for band in &plan.bands {
            self.band(index, band, y_of(band.row));
        }
        for (key, x, row) in plan.counted {
            let x = self.window.x_of_ladder(x);
            let anchor = Anchor::at(x, y_of(row), self.window.width);
            self.anchors.push((key, anchor));
        }
    }

    /// Lays out all events of a lane, in view or not.
    fn plan_whole(&self, lane: u16, most: Option<u8>) -> LanePlan<'a> {
        let runs = self.columns.of_lane(lane).iter();
        let events: Vec<Candidate<'a>> = runs
            .flat_map(|run| run.start..run.end)
            .map(|at| self.columns.candidate(at))
            .collect();
        let flags = |event: usize| shown_flags(&events[event], self.selected_key);
        let mut rows = pack(&events, self.window.ladder, most, &self.labels);
        let everywhere = vec![(f64::NEG_INFINITY, f64::INFINITY); rows.count];
        use_free_space(&mut rows.placed, &everywhere, &events, &flags, &self.labels);
        let mut density = count_overflow(&rows, &|event| flags(event) & ALONE != 0);
        use_space_between_bands(&mut density.through, &density.bands, &events, &self.labels);
        let counted = self.counted(&events, &rows.overflow, &density);
        let mut marks = rows.placed;
        marks.extend(density.through);
        LanePlan {
            events,
            marks,
            bands: density.bands,
            rows: density.rows,
            mark_rows: rows.count,
            counted,
        }
    }

    fn mark(&mut self, lane: u16, event: &Candidate<'_>, placed: &Placed, y: f32) {
        let (first, last) = (event.first, event.last);
        let width = self.window.width;
        let selected = match self.selected_key {
            Some(key) if key == event.key => flag::SELECTED,
            _ => 0,
        };
        let inside = match placed.label {
            Some(label) if label.side == Side::Inside => flag::INSIDE,
            _ => 0,
        };
        let is_timed = event.flags & TIMED != 0;
        let within_day = match first == last && !is_timed && self.tells_hours() {
            true => flag::WITHIN_DAY,
            false => 0,
        };
        let flags = event.flags & !TIMED | selected | inside | within_day;
        // An open end reaches to the edge of the window, or stays at the known end when
        // that lies outside.
        let known = |day: f64| day.is_finite().then(|| self.window.x(day));
        let (x0, x1) = match (known(first), known(last)) {
            (Some(x0), Some(x1)) => (x0, x1),
            (Some(x0), None) => (x0, x0.max(width)),
            (None, Some(x1)) => (x1.min(0.0), x1),
            (None, None) => (0.0, width),
        };
        let reach = f64::from(MARK_REACH);
        let (left, right) = (x0 - reach, x1 + reach);

        if self.wanted.iter().any(|(key, _)| *key == event.key) {
            let anchor = Anchor::at(drawn_at(x0, x1, flags), y, width);
            self.anchors.push((event.key, anchor));
        }

        // Texts are not read that no label can bring into the window.
        if right + WIDEST_ROOM < 0.0 || left - WIDEST_ROOM > width {
            return;
        }
        let label = placed.label.map(|label| {
            let text = self.labels.text(event);
            let weight = if flags & flag::SELECTED != 0 {
                Weight::SemiBold
            } else {
                Weight::Regular
            };
            let label_width = self.labels.measure.width(&text, weight);
            let gap = f64::from(match flags & flag::SELECTED {
                0 => LABEL_GAP,
                _ => LABEL_GAP + RING_ROOM,
            });
            let x = match label.side {
                Side::Right => right + gap,
                Side::Inside => x0 + reach + gap,
                Side::Left => left - gap - f64::from(label_width),
            };
            (x, label_width, text)
        });
        // An open end just before the edge of the window reaches as far as its label needs.
        let x1 = match &label {
            Some((x, label_width, _)) if inside != 0 && !last.is_finite() => {
                x1.max(x + f64::from(*label_width) + reach)
            }
            _ => x1,
        };
        let shown = label.as_ref().map_or((left, right), |(x, label_width, _)| {
            (left.min(*x), right.max(x + f64::from(*label_width)))
        });
        if shown.1 < 0.0 || shown.0 > width {
            return;
        }

        let marks = &mut self.scene.marks;
        if let Some((x, label_width, text)) = label {
            let labels = &mut self.scene.labels;
            labels.mark.push(marks.key.len() as u32);
            labels.x.push(x as f32);
            labels.y.push(y + LABEL_BASELINE);
            labels.width.push(label_width);
            labels.text.push(text.into_owned());
        }
        marks.key.push(event.key as f64);
        marks.lane.push(lane);
        marks.shape.push(event.shape);
        marks.x0.push(x0 as f32);
        marks.x1.push(x1 as f32);
        marks.y.push(y);
        marks.flags.push(flags);
    }

    fn tells_hours(&self) -> bool {
        1.0 / self.window.days_per_px >= DAY_OF_HOURS
    }

    fn band(&mut self, lane: u16, band: &Band, y: f32) {
        let width = self.window.width;
        let reach = |px: f64| {
            if px.is_finite() {
                self.window.x_of_ladder(px)
            } else {
                px
            }
        };
        if reach(band.reach.right) < 0.0 || reach(band.reach.left) > width {
            return;
        }
        // Open ends reach to the edges of the window, as those of marks do.
        let bands = &mut self.scene.bands;
        bands.lane.push(lane);
        let (x0, x1) = match (reach(band.extent.left), reach(band.extent.right)) {
            (f64::NEG_INFINITY, f64::INFINITY) => (0.0, width),
            (f64::NEG_INFINITY, x1) => (x1.min(0.0), x1),
            (x0, f64::INFINITY) => (x0, x0.max(width)),
            both => both,
        };
        bands.x0.push(x0 as f32);
        bands.x1.push(x1 as f32);
        bands.y.push(y);
        bands.count.push(band.count);
        bands.flags.push(band.flags);
    }

    /// An arrow to an event that is counted ends at the count.
    fn counted(
        &self,
        events: &[Candidate<'_>],
        overflow: &[(usize, Extent)],
        density: &Density,
    ) -> Vec<(i64, f64, usize)> {
        let mut counted = Vec::new();
        for (event, extent) in overflow {
            let key = events[*event].key;
            let is_wanted = self.wanted.iter().any(|(wanted, _)| *wanted == key);
            if !is_wanted || density.through.iter().any(|mark| mark.event == *event) {
                continue;
            }
            let nearest = density
                .bands
                .iter()
                .filter(|band| band.reach.left <= extent.left && extent.right <= band.reach.right)
                .min_by(|a, b| {
                    let distance = |band: &Band| (band.extent.middle() - extent.middle()).abs();
                    distance(a).total_cmp(&distance(b))
                });
            if let Some(band) = nearest {
                counted.push((key, band.extent.middle(), band.row));
            }
        }
        counted
    }
}

/// The flags for which an event is shown through a count, and its label before others.
pub(crate) fn shown_flags(event: &Candidate<'_>, selected: Option<i64>) -> u16 {
    let selected = if selected == Some(event.key) {
        flag::SELECTED
    } else {
        0
    };
    event.flags & SHOWN | selected
}
