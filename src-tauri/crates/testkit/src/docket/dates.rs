//! When things happen, and how well it is known.

use super::random::Random;
use docketline_domain::{Day, Edtf};

/// Years in which much is decided at once, and how far a wave reaches.
const WAVES: [(i64, f64); 4] = [(1974, 2.0), (2001, 1.5), (2014, 1.6), (2020, 1.2)];
/// What much of the rest goes back to.
const OLD: [&str; 6] = ["1215", "1628~", "1689", "17XX", "1787-09", "1791~"];
const YEAR: f64 = 365.25;
const LAST_YEAR: f64 = 2026.0;

pub(super) fn start_of_case(random: &mut Random) -> i64 {
    let year = match random.below(100) {
        0..60 => {
            let (year, reach) = *random.pick(&WAVES);
            year as f64 + random.normal() * reach
        }
        60..95 => LAST_YEAR - random.share().powf(1.8) * 70.0,
        _ => LAST_YEAR - 70.0 - random.share() * 160.0,
    };
    ((year.min(LAST_YEAR - 0.5) - 1970.0) * YEAR) as i64
}

/// The date of event `at` of `of` in a case.
pub(super) fn date(random: &mut Random, first_day: i64, days: i64, at: u32, of: u32) -> Edtf {
    if random.below(20_000) == 0 {
        return parsed(OLD[random.below(OLD.len() as u64) as usize]);
    }
    // Filings come in bursts: several on the same few days, then nothing for weeks.
    let bursts = (f64::from(of) / 5.0).ceil();
    let burst = ((f64::from(at) / f64::from(of)) * bursts).floor() / bursts;
    let day = first_day + (burst * days as f64) as i64 + random.normal().abs().powi(3) as i64;
    match random.below(100) {
        0..80 => parsed(&written(day)),
        80..89 => {
            let longer = (random.normal() * 1.3 + 3.8).exp() as i64;
            parsed(&format!("{}/{}", written(day), written(day + longer + 1)))
        }
        89 => parsed(&format!("{}/..", written(day))),
        90..93 => parsed(&written(day)[..7]),
        93 => parsed(&written(day)[..4]),
        94 => parsed(&format!("{}~", &written(day)[..7])),
        95 => parsed(&format!("{}?", written(day))),
        96 => parsed(&format!("{}~", written(day))),
        97 => parsed(&format!("{}?", &written(day)[..4])),
        98 => parsed(&format!("[{}..{}]", written(day), written(day + 9))),
        _ => parsed(&format!("{}-2{}", &written(day)[..4], random.below(4) + 1)),
    }
}

pub(super) fn another(day: i64) -> Edtf {
    parsed(&written(day))
}

fn written(day: i64) -> String {
    let (year, month, day) = Day(day).civil();
    format!("{year:04}-{month:02}-{day:02}")
}

fn parsed(text: &str) -> Edtf {
    Edtf::parse(text).expect("made of a day of the calendar")
}
