//! The time between two events.

use super::Extent;
use crate::day::{Day, days_in_month};
use crate::edtf::Edtf;

/// From the last day of one event to the first day of another: 0 when they share a day,
/// negative when the other comes before. Of dates that are not exact, the least and the
/// most that it can be; `None` where there is no bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Elapsed {
    least: Option<Stretch>,
    most: Option<Stretch>,
}

/// From one day to another, which may lie before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Stretch {
    from: Day,
    to: Day,
}

impl Stretch {
    const NOTHING: Self = Self {
        from: Day(0),
        to: Day(0),
    };

    /// `None` when one of them is beyond every day.
    fn between(from: i64, to: i64) -> Option<Self> {
        let is_day = |day: i64| day != i64::MIN && day != i64::MAX;
        (is_day(from) && is_day(to)).then_some(Self {
            from: Day(from),
            to: Day(to),
        })
    }

    /// No two days are further apart than an `i64` can say.
    fn days(self) -> i64 {
        self.to.0.saturating_sub(self.from.0)
    }
}

/// The time from the one event to the other.
pub fn elapsed(from: &Edtf, to: &Edtf) -> Elapsed {
    let (a, b) = (Extent::of_event(from), Extent::of_event(to));
    // The second as early and the first as late as they can be.
    let least = if b.last.from < a.first.to {
        Stretch::between(a.first.to, b.last.from)
    } else if b.first.from > a.last.to {
        Stretch::between(a.last.to, b.first.from)
    } else {
        Some(Stretch::NOTHING)
    };
    let most = if a.last.from < b.first.to {
        Stretch::between(a.last.from, b.first.to)
    } else if a.first.from > b.last.to {
        Stretch::between(a.first.from, b.last.to)
    } else {
        Some(Stretch::NOTHING)
    };
    Elapsed { least, most }
}

impl Elapsed {
    /// The least and the most, in days.
    pub fn days(&self) -> (Option<i64>, Option<i64>) {
        (self.least.map(Stretch::days), self.most.map(Stretch::days))
    }

    pub fn is_exact(&self) -> bool {
        let (least, most) = self.days();
        least.is_some() && least == most
    }

    /// "39 days", "between 27 and 38 days", "at least 27 days", "the same day",
    /// "39 days before"; "unknown" without any bound.
    pub fn in_days(&self) -> String {
        self.words(|stretch| plural(stretch.days().unsigned_abs(), "day"))
    }

    /// "1 month and 8 days", "2 years, 3 months and 1 day", as the calendar counts; a
    /// range as "from 27 days to 1 month and 7 days".
    pub fn in_words(&self) -> String {
        self.words(calendar_words)
    }

    fn words(&self, length: impl Fn(Stretch) -> String) -> String {
        let said = |stretch: Stretch| match stretch.days() {
            0 => "the same day".to_owned(),
            1.. => length(stretch),
            _ => format!("{} before", length(stretch)),
        };
        let (least, most) = match (self.least, self.most) {
            (None, None) => return "unknown".to_owned(),
            (Some(least), Some(most)) => (least, most),
            (Some(least), None) => {
                return match least.days() {
                    1.. => format!("at least {}", length(least)),
                    0 => "any time from the same day on".to_owned(),
                    _ => format!("any time from {} on", said(least)),
                };
            }
            (None, Some(most)) => {
                return match most.days() {
                    ..=-1 => format!("at least {}", said(most)),
                    0 => "any time up to the same day".to_owned(),
                    _ => format!("at most {}", length(most)),
                };
            }
        };
        let (lower, upper) = (said(least), said(most));
        match (least.days(), most.days()) {
            (a, b) if a == b => lower,
            // What is shared is said once.
            (1.., 1..) => between(&length(least), &length(most), ""),
            (..=-1, ..=-1) => between(&length(most), &length(least), " before"),
            (0, _) => format!("at most {upper}"),
            (_, 0) => format!("at most {lower}"),
            _ => format!("from {lower} to {upper} after"),
        }
    }
}

/// "between 27 and 38 days"; "from 1 month and 2 days to 2 months" where an "and" would be
/// misread.
fn between(least: &str, most: &str, suffix: &str) -> String {
    if least.contains(" and ") || most.contains(" and ") {
        return format!("from {least} to {most}{suffix}");
    }
    match (least.split_once(' '), most.split_once(' ')) {
        (Some((number, unit)), Some((_, other)))
            if unit.trim_end_matches('s') == other.trim_end_matches('s') =>
        {
            format!("between {number} and {most}{suffix}")
        }
        _ => format!("between {least} and {most}{suffix}"),
    }
}

fn plural(number: u64, unit: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {unit}{ending}")
}

/// Whole months first, as many as fit: from 31 January to 1 March is 1 month and 1 day.
fn calendar_words(stretch: Stretch) -> String {
    let (from, to) = (stretch.from.min(stretch.to), stretch.from.max(stretch.to));
    let ((from_year, from_month, _), (to_year, to_month, _)) = (from.civil(), to.civil());
    let most = (to_year - from_year) * 12 + i64::from(to_month) - i64::from(from_month);
    let fits = |months: i64| months_after(from, months).filter(|day| *day <= to);
    let (months, start) = match fits(most) {
        Some(day) => (most, day),
        None => (most - 1, fits(most - 1).unwrap_or(from)),
    };
    let parts: Vec<String> = [
        (months / 12, "year"),
        (months % 12, "month"),
        (to.0 - start.0, "day"),
    ]
    .into_iter()
    .filter(|(number, _)| *number != 0)
    .map(|(number, unit)| plural(number.unsigned_abs(), unit))
    .collect();
    match &parts[..] {
        [] => plural(0, "day"),
        [init @ .., last] if !init.is_empty() => format!("{} and {last}", init.join(", ")),
        [only, ..] => only.clone(),
    }
}

/// The same day of the month, or the last one where the month is shorter.
fn months_after(day: Day, months: i64) -> Option<Day> {
    let (year, month, number) = day.civil();
    let month = i64::from(month) - 1 + months;
    let year = year + month.div_euclid(12);
    // The remainder is below 12.
    let month = month.rem_euclid(12) as u8 + 1;
    Day::from_civil(year, month, number.min(days_in_month(year, month)?))
}
