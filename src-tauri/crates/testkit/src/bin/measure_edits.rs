//! How long each edit of an event takes to be durable, and the scene after it as a window
//! asks for it, in milliseconds on the clock of the wall: what a person waits for.
//! `cargo run --release -p docketline-testkit --bin measure_edits -- [--json] FILE...`

use anyhow::{Context, Result, ensure};
use docketline_casebook::view::{
    Arrangement, BulkChange, EntryChoice, EventDraft, EventTarget, Filter, MergeChoice, MoveBy,
    MovePart, Part, SavedEvent, SortBy, Viewport,
};
use docketline_casebook::{Casebook, SystemClock};
use docketline_testkit::figures::{Figures, Times, copy_of};
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

/// Edits of each sort.
const EDITS: i64 = 200;

/// The lanes that a window of usual height shows.
const SHOWN: Part = Part {
    top: 0.0,
    height: 760.0,
};

fn main() -> Result<()> {
    let (figures, paths) = Figures::from_arguments();
    for path in paths {
        measure(figures, Path::new(&path))?;
    }
    Ok(())
}

fn measure(figures: Figures, path: &Path) -> Result<()> {
    // Only a copy is written to.
    let (_folder, copy) = copy_of(&std::path::absolute(path)?)?;
    let mut casebook = Casebook::open(&copy, Arc::new(SystemClock) as Arc<_>)?;
    let summary = casebook.summary()?;
    let events = summary.counts.events;
    let extent = summary.extent.context("no event is dated")?;
    let viewport = Viewport {
        from: extent.last as f64 - 20_000.0,
        days_per_px: 4.0,
        width: 1_280.0,
    };
    let all = Filter::default();
    let lanes = Arrangement::default();
    casebook.scene_part(&all, &lanes, viewport, SHOWN, None)?;
    figures.about(&format!("{events} events"));
    // Spread over the whole casebook, so that no two share a page.
    let stride = (events / EDITS).max(1);
    let mut keys = Vec::new();
    for place in 0..EDITS.min(events) {
        let page = casebook.events(&all, SortBy::Title, false, place * stride, 1)?;
        keys.extend(page.rows.first().map(|row| row.key));
    }

    let line = |casebook: &mut Casebook, number: i64| -> Result<()> {
        let line = format!("14 July 2016 Entry number {number} #measured");
        match casebook.add_entry(&line, &EntryChoice::default())? {
            SavedEvent::Saved { .. } => Ok(()),
            SavedEvent::Refused { problems } => anyhow::bail!("{problems:?}"),
        }
    };
    series(
        figures,
        &mut casebook,
        "a line is read",
        &viewport,
        &keys,
        |casebook, key| {
            let line = format!("14 July 2016 Entry number {key} #measured");
            casebook.read_entry(&line, &EntryChoice::default())?;
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "a line becomes an event",
        &viewport,
        &keys,
        line,
    )?;
    series(
        figures,
        &mut casebook,
        "a form is saved",
        &viewport,
        &keys,
        |casebook, key| {
            let target = EventTarget::Event { key };
            let before = casebook.event_form(target)?.draft;
            let draft = EventDraft {
                title: format!("{} (read again)", before.title),
                summary: "Another summary of it.".to_owned(),
                ..before.clone()
            };
            let saved = casebook.save_event(target, &before, &draft)?;
            ensure!(matches!(saved, SavedEvent::Saved { done: Some(_), .. }));
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "a move is told",
        &viewport,
        &keys,
        |casebook, key| {
            casebook.preview_move(key, MovePart::Whole, MoveBy::Days { count: 40 })?;
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "an event is moved",
        &viewport,
        &keys,
        |casebook, key| {
            // What cannot be moved is refused, which takes no longer.
            casebook
                .move_event(key, MovePart::Whole, MoveBy::Steps { count: 1 })
                .ok();
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "a note is saved",
        &viewport,
        &keys,
        |casebook, key| {
            casebook.save_note(key, None, "A note.")?;
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "undo",
        &viewport,
        &keys,
        |casebook, _| {
            casebook.undo()?;
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "redo",
        &viewport,
        &keys,
        |casebook, _| {
            casebook.redo()?;
            Ok(())
        },
    )?;
    let pairs: Vec<i64> = keys.iter().copied().step_by(2).collect();
    let others: Vec<i64> = keys.iter().copied().skip(1).step_by(2).collect();
    let mut at = 0;
    series(
        figures,
        &mut casebook,
        "two events are merged",
        &viewport,
        &pairs,
        |casebook, keep| {
            let other = others[at % others.len()];
            at += 1;
            casebook.merge_events(&MergeChoice {
                keep,
                other,
                take: Vec::new(),
            })?;
            Ok(())
        },
    )?;
    series(
        figures,
        &mut casebook,
        "an event is deleted",
        &viewport,
        &pairs,
        |casebook, key| {
            casebook.delete_events(&[key])?;
            Ok(())
        },
    )?;

    // As a window does between edits; here after all of them.
    let mut parts = Vec::new();
    for _ in 0..EDITS {
        let start = Instant::now();
        casebook.tidy()?;
        parts.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let parts = Times::new(parts);
    for (quantile, share) in [("p50", 0.5), ("p95", 0.95), ("max", 1.0)] {
        let name = format!("a part of what edits left to do, {quantile}");
        figures.tell(&name, parts.at(share), "ms");
    }

    let page = casebook.events(&all, SortBy::Title, false, events / 2, 10_000)?;
    let keys: Vec<i64> = page.rows.iter().map(|row| row.key).collect();
    let change = BulkChange {
        lane: Some("Another lane".to_owned()),
        ..BulkChange::default()
    };
    for (what, count) in [("10,000 events change their lane", 1), ("and back", 2)] {
        let start = Instant::now();
        if count == 1 {
            casebook.change_events(&keys, &change)?;
        } else {
            casebook.undo()?;
        }
        figures.tell(what, start.elapsed().as_secs_f64() * 1e3, "ms");
    }
    let start = Instant::now();
    casebook.preview_deletion(&keys)?;
    let time = start.elapsed().as_secs_f64() * 1e3;
    figures.tell("what goes with 10,000 events", time, "ms");
    Ok(())
}

/// Does the same to each, and says how long it took and how long the scene after it.
fn series(
    figures: Figures,
    casebook: &mut Casebook,
    what: &str,
    viewport: &Viewport,
    keys: &[i64],
    mut edit: impl FnMut(&mut Casebook, i64) -> Result<()>,
) -> Result<()> {
    let (mut edits, mut scenes) = (Vec::new(), Vec::new());
    let (all, lanes) = (Filter::default(), Arrangement::default());
    for key in keys {
        let start = Instant::now();
        edit(casebook, *key)?;
        edits.push(start.elapsed().as_secs_f64() * 1e3);
        let start = Instant::now();
        casebook.scene_part(&all, &lanes, *viewport, SHOWN, None)?;
        scenes.push(start.elapsed().as_secs_f64() * 1e3);
    }
    let (edits, scenes) = (Times::new(edits), Times::new(scenes));
    for (quantile, share) in [("p50", 0.5), ("p95", 0.95)] {
        figures.tell(&format!("{what}, {quantile}"), edits.at(share), "ms");
    }
    figures.tell(
        &format!("{what}, the scene after it, p95"),
        scenes.at(0.95),
        "ms",
    );
    Ok(())
}
