//! The units that an axis can count in, and how their ticks are written.
//!
//! Years before 1 are written "44 BC" and stand on round numbers of that count, although
//! day numbers are astronomical (1 BC is year 0).

use docketline_domain::Day;
use docketline_domain::day::days_in_month;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// How far apart the minor ticks are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Minutes, within days.
    Minutes(u16),
    /// Days counted from the first of each month, within months.
    Days(u8),
    /// Months counted from January, within years.
    Months(u8),
    /// 1, 2 or 5 times a power of ten, within the next round number of years.
    Years(i64),
}

/// In days.
const SHORTEST_YEAR: f64 = 365.0;
const SHORTEST_MONTH: f64 = 28.0;

impl Unit {
    pub fn from_fine_to_coarse() -> impl Iterator<Item = Self> {
        let minutes = [1, 5, 15, 30, 60, 180, 360, 720].map(Self::Minutes);
        let days = [1, 2, 7, 14].map(Self::Days);
        let months = [1, 3, 6].map(Self::Months);
        let powers = (0..17).map(|exponent| 10_i64.pow(exponent));
        let years = powers.flat_map(|power| [1, 2, 5].map(|n| Self::Years(n * power)));
        minutes.into_iter().chain(days).chain(months).chain(years)
    }

    pub fn shortest_minor_days(self) -> f64 {
        match self {
            Self::Minutes(step) => f64::from(step) / 1_440.0,
            Self::Days(step) => f64::from(step),
            Self::Months(1) => SHORTEST_MONTH,
            // The first quarter, and the first half.
            Self::Months(3) => 90.0,
            Self::Months(_) => 181.0,
            // From year 1 to the first round year it is one year less than a step.
            Self::Years(step) => (step - i64::from(step > 2)) as f64 * SHORTEST_YEAR,
        }
    }

    pub fn shortest_major_days(self) -> f64 {
        match self {
            Self::Minutes(_) => 1.0,
            Self::Days(_) => SHORTEST_MONTH,
            Self::Months(_) => SHORTEST_YEAR,
            Self::Years(step) => (major_years(step) - 1) as f64 * SHORTEST_YEAR,
        }
    }

    /// Texts as wide as any minor tick between two days.
    pub fn widest_minor(self, from: f64, to: f64) -> Vec<String> {
        match self {
            Self::Minutes(_) => vec!["00:00".to_owned()],
            Self::Days(_) => MONTHS.map(|month| format!("28 {month}")).to_vec(),
            Self::Months(step) => (1..12)
                .filter(|month| month % usize::from(step) == 0)
                .map(|month| MONTHS[month].to_owned())
                .collect(),
            Self::Years(step) => widest_years(from, to, step),
        }
    }

    /// Texts as wide as any major tick between two days.
    pub fn widest_major(self, from: f64, to: f64) -> Vec<String> {
        let years = widest_years(from, to, 1);
        let in_each = |before: &str| {
            years
                .iter()
                .map(|year| format!("{before} {year}"))
                .collect()
        };
        match self {
            Self::Minutes(_) => in_each("28 May"),
            Self::Days(_) => in_each("May"),
            Self::Months(_) => years,
            Self::Years(step) => widest_years(from, to, step),
        }
    }

    /// The last major tick that is not after `from`.
    pub fn major_at_or_before(self, from: f64) -> Option<Day> {
        let day = Day(from.floor() as i64);
        let (year, month, _) = day.civil();
        match self {
            Self::Minutes(_) => Some(day),
            Self::Days(_) => Day::from_civil(year, month, 1),
            Self::Months(_) => Day::from_civil(year, 1, 1),
            Self::Years(step) => {
                let before = round_at_or_before(year, major_years(step));
                let first = if year >= 1 { before.max(1) } else { before };
                Day::from_civil(first, 1, 1)
            }
        }
    }

    /// Every tick from the major tick `start` to the day `to`, in order: day, minute of the
    /// day, text, and whether it is major.
    pub fn each_tick(self, start: Day, to: f64, tick: &mut dyn FnMut(Day, u16, String, bool)) {
        let last = to.ceil() as i64;
        match self {
            Self::Minutes(step) => {
                for number in start.0..=last {
                    let (year, month, day) = Day(number).civil();
                    let date = format!("{day} {} {}", month_name(month), year_text(year, 1));
                    tick(Day(number), 0, date, true);
                    for minute in (step..1_440).step_by(usize::from(step)) {
                        let time = format!("{:02}:{:02}", minute / 60, minute % 60);
                        tick(Day(number), minute, time, false);
                    }
                }
            }
            Self::Days(step) => {
                let (mut year, mut month, _) = start.civil();
                while let Some(first) = Day::from_civil(year, month, 1).filter(|d| d.0 <= last) {
                    tick(
                        first,
                        0,
                        format!("{} {}", month_name(month), year_text(year, 1)),
                        true,
                    );
                    let length = days_in_month(year, month).unwrap_or(28);
                    let mut day = 1 + step;
                    // A tick too near to the next month is left out.
                    while day + step <= length + 1 {
                        let at = Day(first.0 + i64::from(day) - 1);
                        tick(at, 0, format!("{day} {}", month_name(month)), false);
                        day += step;
                    }
                    (year, month) = if month == 12 {
                        (year + 1, 1)
                    } else {
                        (year, month + 1)
                    };
                }
            }
            Self::Months(step) => {
                let (mut year, ..) = start.civil();
                while let Some(first) = Day::from_civil(year, 1, 1).filter(|d| d.0 <= last) {
                    tick(first, 0, year_text(year, 1), true);
                    for month in (1 + step..=12).step_by(usize::from(step)) {
                        if let Some(at) = Day::from_civil(year, month, 1) {
                            tick(at, 0, month_name(month).to_owned(), false);
                        }
                    }
                    year += 1;
                }
            }
            Self::Years(step) => {
                let mut year = Some(start.civil().0);
                while let Some((at, first)) = year
                    .and_then(|year| Some((year, Day::from_civil(year, 1, 1)?)))
                    .filter(|(_, day)| day.0 <= last)
                {
                    let major = at == 1 || is_round(at, major_years(step));
                    tick(first, 0, year_text(at, step), major);
                    year = next_round(at, step);
                }
            }
        }
    }
}

fn month_name(month: u8) -> &'static str {
    MONTHS[usize::from(month.clamp(1, 12)) - 1]
}

/// Years from one major tick to the next.
fn major_years(step: i64) -> i64 {
    let mut power = 1;
    while power * 10 <= step {
        power *= 10;
    }
    if step / power == 5 {
        50 * power
    } else {
        10 * power
    }
}

/// The round years are the multiples of `step` from year 1 on, and before that 1 BC less
/// the multiples.
fn is_round(year: i64, step: i64) -> bool {
    if year >= 1 {
        year % step == 0
    } else {
        (1 - year) % step == 0
    }
}

fn round_at_or_before(year: i64, step: i64) -> i64 {
    if year >= step {
        year - year % step
    } else if year >= 1 {
        // No round year between 1 and here.
        1 - step
    } else {
        let before_christ = 1 - year;
        1 - (before_christ + (step - before_christ % step) % step)
    }
}

/// The next year with a tick; year 1 has one because an era begins there, unless every
/// second year has one and year 2 would stand too near.
fn next_round(year: i64, step: i64) -> Option<i64> {
    let next = year.checked_add(step)?;
    if year < 1 && next >= 1 {
        Some(if step == 2 { 2 } else { 1 })
    } else if year == 1 && step > 1 {
        Some(step)
    } else {
        Some(next)
    }
}

/// A year among years that are `step` apart, which decides how it is written.
fn year_text(year: i64, step: i64) -> String {
    if year >= 1 {
        match year {
            1..1_000 => format!("AD {year}"),
            1_000..10_000 => year.to_string(),
            _ => format!("AD {}", grouped(year, step)),
        }
    } else {
        format!("{} BC", grouped(1 - year, step))
    }
}

/// "2014", "12,000", "13.8 billion": a word where it leaves at most three decimals.
fn grouped(years: i64, step: i64) -> String {
    for (unit, word) in [(1_000_000_000, "billion"), (1_000_000, "million")] {
        let finest = unit / 1_000;
        if years >= unit && years % finest == 0 && step % finest == 0 {
            let thousandths = format!("{:03}", years % unit / finest);
            let digits = thousandths.trim_end_matches('0');
            let point = if digits.is_empty() { "" } else { "." };
            return format!("{}{point}{digits} {word}", years / unit);
        }
    }
    if years < 10_000 {
        return years.to_string();
    }
    let digits = years.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Texts as wide as any that [`year_text`] gives for round years between two days; the
/// same for all years with as many digits.
fn widest_years(from: f64, to: f64, step: i64) -> Vec<String> {
    [from, to]
        .into_iter()
        .flat_map(|day| {
            let (year, ..) = Day(day as i64).civil();
            // The last round year with as many digits, all of them wide.
            let digits = year.unsigned_abs().max(1).ilog10().max(3);
            let most = 10_i64
                .checked_pow(digits + 1)
                .map_or(i64::MAX / 2, |power| power - 1);
            let wide = (most / 9 * 8).max(8_888);
            let round = (wide - wide % step).max(step);
            match year {
                1_000.. => vec![year_text(round, step)],
                1..1_000 => vec![year_text(round, step), year_text(888, step)],
                _ => vec![year_text(1 - round, step), year_text(888, step)],
            }
        })
        .collect()
}
