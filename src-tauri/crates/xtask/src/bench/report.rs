//! What was measured, each figure beside its goal: one table for a reader and one file
//! for programs.

use anyhow::Result;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::Instant;

/// One measured number. A goal is the most that it may be.
#[derive(Debug)]
pub struct Figure {
    what: String,
    measured: Measured,
    unit: Unit,
    goal: Option<f64>,
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Measured {
    Is(f64),
    /// Stopped there; it would have been more.
    MoreThan(f64),
    /// What it is compared with was stopped; it would have been less.
    LessThan(f64),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Milliseconds,
    Seconds,
    Megabytes,
    /// So many times something else.
    Times,
}

impl Measured {
    pub fn number(self) -> f64 {
        match self {
            Self::Is(number) | Self::MoreThan(number) | Self::LessThan(number) => number,
        }
    }

    /// A number so many times as large as this one is of another.
    pub fn part_of(self, other: Self) -> Self {
        let ratio = self.number() / other.number();
        match (self, other) {
            (Self::MoreThan(_), _) => Self::MoreThan(ratio),
            (_, Self::MoreThan(_)) => Self::LessThan(ratio),
            _ => Self::Is(ratio),
        }
    }

    /// `None` where it is only known to be less than something beyond the goal.
    fn reaches(self, goal: f64) -> Option<bool> {
        match self {
            Self::Is(number) => Some(number <= goal),
            Self::MoreThan(_) => Some(false),
            Self::LessThan(number) => (number <= goal).then_some(true),
        }
    }
}

impl Unit {
    const fn word(self) -> &'static str {
        match self {
            Self::Milliseconds => "ms",
            Self::Seconds => "s",
            Self::Megabytes => "MB",
            Self::Times => "times",
        }
    }

    fn write(self, number: f64) -> String {
        let word = self.word();
        match self {
            Self::Times if number < 0.1 => format!("{number:.3} {word}"),
            Self::Times | Self::Seconds => format!("{number:.2} {word}"),
            Self::Milliseconds if number < 100.0 => format!("{number:.1} {word}"),
            Self::Milliseconds | Self::Megabytes => format!("{number:.0} {word}"),
        }
    }
}

impl Figure {
    pub fn new(what: impl Into<String>, measured: Measured, unit: Unit) -> Self {
        Self {
            what: what.into(),
            measured,
            unit,
            goal: None,
            note: None,
        }
    }

    pub fn ms(what: impl Into<String>, number: f64) -> Self {
        Self::new(what, Measured::Is(number), Unit::Milliseconds)
    }

    pub fn seconds(what: impl Into<String>, number: f64) -> Self {
        Self::new(what, Measured::Is(number), Unit::Seconds)
    }

    pub fn times(what: impl Into<String>, number: f64) -> Self {
        Self::new(what, Measured::Is(number), Unit::Times)
    }

    #[must_use]
    pub fn at_most(mut self, goal: f64) -> Self {
        self.goal = Some(goal);
        self
    }

    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    fn reached(&self) -> Option<bool> {
        self.goal.and_then(|goal| self.measured.reaches(goal))
    }

    /// A number that is none cannot be told from a goal: it is no figure.
    fn is_sound(&self) -> bool {
        self.measured.number().is_finite()
    }

    fn line(&self) -> String {
        let sign = match self.measured {
            Measured::Is(_) => ' ',
            Measured::MoreThan(_) => '>',
            Measured::LessThan(_) => '<',
        };
        let number = self.unit.write(self.measured.number());
        let goal = self.goal.map(|goal| self.unit.write(goal));
        let mark = match (self.goal, self.reached()) {
            (None, _) => "",
            (Some(_), Some(true)) => "reached",
            (Some(_), Some(false)) => "MISSED",
            (Some(_), None) => "not known",
        };
        let note = self.note.as_deref().unwrap_or_default();
        let line = format!(
            "  {:<52} {sign}{number:>12} {:>12}  {mark:<9}  {note}",
            self.what,
            goal.unwrap_or_default()
        );
        line.trim_end().to_owned()
    }

    fn json(&self) -> Value {
        json!({
            "what": self.what,
            "value": self.measured.number(),
            "is": match self.measured {
                Measured::Is(_) => "exact",
                Measured::MoreThan(_) => "more",
                Measured::LessThan(_) => "less",
            },
            "unit": self.unit.word(),
            "goal_at_most": self.goal,
            "reached": self.reached(),
            "note": self.note,
        })
    }
}

/// All that one run measured.
#[derive(Debug, Default)]
pub struct Report {
    sections: Vec<Section>,
}

#[derive(Debug)]
struct Section {
    title: String,
    figures: Vec<Figure>,
    /// Why the rest of it could not be measured.
    failed: Option<String>,
}

impl Report {
    /// Measures, and adds what came out or why nothing did: one measure that fails leaves
    /// the others their turn.
    pub fn measure(&mut self, title: &str, measure: impl FnOnce() -> Result<Vec<Figure>>) {
        println!("\n== {title}");
        let start = Instant::now();
        let (figures, failed) = match measure() {
            Ok(figures) => (figures, None),
            Err(error) => (Vec::new(), Some(format!("{error:#}"))),
        };
        let word = if failed.is_some() { "FAILED" } else { "ok" };
        println!("-- {title}: {word}, {:.1} s", start.elapsed().as_secs_f64());
        self.sections.push(Section {
            title: title.to_owned(),
            figures,
            failed,
        });
    }

    /// Whether everything was measured; a goal that is missed is no failure of the run.
    pub fn is_complete(&self) -> bool {
        let mut sections = self.sections.iter();
        sections
            .all(|section| section.failed.is_none() && section.figures.iter().all(Figure::is_sound))
    }

    pub fn table(&self) -> String {
        let mut table = format!("{:<54}  {:>12} {:>12}\n", "", "measured", "goal, up to");
        for section in &self.sections {
            table.push_str(&section.table());
        }
        let goals: Vec<Option<bool>> = self
            .sections
            .iter()
            .flat_map(|section| &section.figures)
            .filter(|figure| figure.goal.is_some())
            .map(Figure::reached)
            .collect();
        let count = |of: Option<bool>| goals.iter().filter(|reached| **reached == of).count();
        let _ = writeln!(
            table,
            "\n{} goals: {} reached, {} missed, {} not known",
            goals.len(),
            count(Some(true)),
            count(Some(false)),
            count(None)
        );
        table
    }

    /// Writes the file: where and when it was measured, then every figure.
    pub fn save(&self, path: &Path, run: &Value) -> Result<()> {
        let sections: Vec<Value> = self.sections.iter().map(Section::json).collect();
        let whole = json!({"run": run, "sections": sections});
        fs::write(path, serde_json::to_string_pretty(&whole)? + "\n")?;
        Ok(())
    }
}

impl Section {
    fn table(&self) -> String {
        let mut table = format!("{}\n", self.title);
        for figure in &self.figures {
            let _ = writeln!(table, "{}", figure.line());
        }
        if let Some(reason) = &self.failed {
            // The last lines of what a window said can be many.
            let reason: String = reason.chars().take(400).collect();
            let _ = writeln!(table, "  NOT MEASURED: {reason}");
        }
        table
    }

    fn json(&self) -> Value {
        json!({
            "title": self.title,
            "figures": self.figures.iter().map(Figure::json).collect::<Vec<_>>(),
            "failed": self.failed,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_reached_missed_or_not_known() {
        use Measured::{Is, LessThan, MoreThan};
        for (measured, reached) in [
            (Is(1.3), Some(true)),
            (Is(1.31), Some(false)),
            (MoreThan(1.0), Some(false)),
            (LessThan(1.3), Some(true)),
            (LessThan(1.4), None),
        ] {
            assert_eq!(measured.reaches(1.3), reached, "{measured:?}");
        }
    }

    #[test]
    fn a_share_of_what_was_stopped_is_less_than_it_seems() {
        let ours = Measured::Is(0.6);
        assert_eq!(
            ours.part_of(Measured::MoreThan(60.0)),
            Measured::LessThan(0.01)
        );
        assert_eq!(ours.part_of(Measured::Is(0.3)), Measured::Is(2.0));
    }

    #[test]
    fn the_table_says_where_a_goal_is_missed() {
        let mut report = Report::default();
        let figures = vec![
            Figure::times("a bare window", 1.5).at_most(1.3),
            Figure::ms("a frame", 17.0),
        ];
        report.measure("Start", || Ok(figures));
        report.measure("Peers", || anyhow::bail!("no network"));
        let table = report.table();
        assert!(table.contains("MISSED") && table.contains("NOT MEASURED: no network"));
        assert!(table.contains("1 goals: 0 reached, 1 missed, 0 not known"));
        assert!(!report.is_complete());
    }
}
