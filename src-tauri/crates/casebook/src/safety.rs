//! Backups, restoring, and saving what can be saved of a damaged casebook.

use crate::backup_sets::{self, Made, NAME_TIME, made_in};
use crate::clock::stamp;
use crate::view::{
    BackupContents, BackupList, BackupView, CopyReport, GoingBack, Occasion, RecoveredTable,
    RecoveryReport,
};
use crate::{Casebook, Clock, Error, Hand, Result, reading, words};
use chrono::{DateTime, TimeDelta, Utc};
use docketline_domain::number::grouped;
use docketline_store::{Action, Change, Mending, Store, StoreError};
use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

impl Casebook {
    /// Writes a copy where nothing is yet, reads it back and compares it.
    pub fn back_up(&self, out: &Path) -> Result<CopyReport> {
        let counts = self.store.back_up(out)?;
        copied(out, counts)
    }

    /// From here on a backup is made before every import.
    pub fn keep_backups_in(&mut self, backups: Backups) {
        self.backups = Some(backups);
    }

    pub(crate) fn back_up_before_import(&self) -> Result<()> {
        if let Some(backups) = &self.backups {
            backups.write(&self.store, Occasion::BeforeImport, self.hand.clock())?;
        }
        Ok(())
    }
}

/// Makes a backup a casebook again, where nothing is yet; the backup stays as it is.
pub fn restore(backup: &Path, out: &Path) -> Result<CopyReport> {
    let counts = Store::open_read_only(backup)?.back_up(out)?;
    copied(out, counts)
}

/// How a recovery stands in the history, and the lane for events whose own is lost.
pub(crate) fn recovery(damaged: &Path, hand: &Hand) -> (Change, String) {
    let name = damaged.file_name().unwrap_or_default().to_string_lossy();
    let change = Change {
        action: Action::Recovered,
        subject: name.into_owned(),
        at: stamp(hand.clock()),
        author: hand.author().map(ToOwned::to_owned),
    };
    (change, words::say("recovered-lane", &[]))
}

/// Writes what can be read of a damaged casebook to a new one; the damaged file is not
/// touched.
pub fn recover(damaged: &Path, out: &Path, hand: &Hand) -> Result<RecoveryReport> {
    let (change, lane) = recovery(damaged, hand);
    let salvage = docketline_store::salvage(damaged, out, &change, &lane)?;
    let saved = Store::open_read_only(out)?;
    let mut losses = Vec::new();
    if salvage.schema_rebuilt {
        losses.push(words::say("recovered-schema", &[]));
    }
    if salvage.unreadable_bytes > 0 {
        let bytes = grouped(salvage.unreadable_bytes);
        losses.push(words::say("recovered-unreadable", &[("bytes", bytes)]));
    }
    for table in &salvage.tables {
        let arguments = |count: usize| {
            [
                ("table", table.name.replace('_', " ")),
                ("count", grouped(count as u64)),
            ]
        };
        if !table.unreadable.is_empty() {
            losses.push(words::say(
                "recovered-gaps",
                &arguments(table.unreadable.len()),
            ));
        }
        if table.refused > 0 {
            losses.push(words::say(
                "recovered-refused",
                &arguments(table.refused as usize),
            ));
        }
    }
    for mended in &salvage.mended {
        let message = match mended.what {
            Mending::LeftOut => "recovered-left-out",
            Mending::ReferenceCleared => "recovered-reference",
            Mending::ValueCleared => "recovered-value",
        };
        let name = saved.row_name(&mended.table, mended.row).ok().flatten();
        losses.push(words::say(
            message,
            &[
                ("table", mended.table.replace('_', " ")),
                ("name", name.unwrap_or_else(|| mended.row.to_string())),
            ],
        ));
    }
    Ok(RecoveryReport {
        path: out.display().to_string(),
        complete: salvage.is_complete(),
        counts: reading::counts(saved.counts()?),
        history: salvage
            .tables
            .iter()
            .any(|table| table.name == "change_row" && table.saved > 0),
        tables: salvage
            .tables
            .iter()
            .map(|table| RecoveredTable {
                name: table.name.to_owned(),
                saved: table.saved as i64,
                unreadable: table.unreadable.len() as i64,
                refused: table.refused as i64,
            })
            .collect(),
        losses,
    })
}

fn copied(out: &Path, counts: docketline_store::Counts) -> Result<CopyReport> {
    let metadata = fs::metadata(out).map_err(|e| Error::from_io(out, e))?;
    Ok(CopyReport {
        path: out.display().to_string(),
        bytes: metadata.len() as i64,
        counts: reading::counts(counts),
    })
}

/// The folder in which the program keeps its backups of all casebooks.
#[derive(Debug, Clone)]
pub struct Backups {
    folder: PathBuf,
}

/// A quarter of an hour of work is the most that a lost file costs.
const BETWEEN: TimeDelta = TimeDelta::minutes(15);
/// No backup is written for so long: whoever began it has been ended.
const UNFINISHED_FOR: Duration = Duration::from_secs(24 * 60 * 60);

impl Backups {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Makes a backup when something was done since the newest one and that one is a
    /// quarter of an hour old; the first one at once. Reads the file through a connection
    /// of its own, so that work on it goes on meanwhile.
    pub fn keep(&self, casebook: &Path, clock: &dyn Clock) -> Result<Option<PathBuf>> {
        let is_recent = |made: &[Made]| {
            let newest = made.first();
            newest.is_some_and(|newest| clock.now() - newest.at < BETWEEN)
        };
        // What is asked every few seconds opens no file.
        if is_recent(&self.made(casebook)?) {
            return Ok(None);
        }
        let store = Store::open_again(casebook)?;
        backup_sets::settle(&self.folder, &store)?;
        let made = self.made(casebook)?;
        let is_kept = made
            .first()
            .is_some_and(|newest| !is_behind(&newest.path, &store));
        if is_kept || is_recent(&made) {
            return Ok(None);
        }
        self.write(&store, Occasion::Work, clock).map(Some)
    }

    /// Every backup of a casebook, newest first.
    pub fn list(&self, casebook: &Path) -> Result<Vec<BackupView>> {
        let present = Store::open_again(casebook).ok();
        if let Some(present) = &present {
            backup_sets::settle(&self.folder, present)?;
        }
        Ok(self
            .made(casebook)?
            .into_iter()
            .map(|made| BackupView {
                path: made.path.display().to_string(),
                at: made.at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true),
                occasion: made.occasion,
                bytes: fs::metadata(&made.path).map_or(0, |metadata| metadata.len() as i64),
                contents: contents(&made.path, present.as_ref()).ok(),
            })
            .collect())
    }

    /// How the present casebook would have to change to be as a backup has it: what was
    /// done since, taken back. `None` when it is no later state of that backup.
    pub fn compare(&self, present: &Casebook, backup: &Path) -> Result<Option<GoingBack>> {
        let Some(last) = Store::open_read_only(backup)?.newest_entry()? else {
            return Ok(None);
        };
        match present.store.since(&last)? {
            Some(_) => present.preview_go_back(last.entry).map(Some),
            None => Ok(None),
        }
    }

    /// The file of a backup of this casebook, if a front end calls it so.
    pub fn find(&self, casebook: &Path, shown: &str) -> Result<Option<PathBuf>> {
        let mut paths = self.made(casebook)?.into_iter().map(|made| made.path);
        Ok(paths.find(|path| path.display().to_string() == shown))
    }

    /// Every backup, with the folder in which they are.
    pub fn listing(&self, casebook: &Path) -> Result<BackupList> {
        let backups = self.list(casebook)?;
        Ok(BackupList {
            folder: self.folder_of(casebook).display().to_string(),
            backups,
        })
    }

    fn write(&self, store: &Store, occasion: Occasion, clock: &dyn Clock) -> Result<PathBuf> {
        backup_sets::settle(&self.folder, store)?;
        let folder = self.folder_of(store.path());
        fs::create_dir_all(&folder).map_err(|e| Error::from_io(&folder, e))?;
        backup_sets::claim(&folder, store)?;
        let now = clock.now();
        let name = format!("{}.{}", now.format(NAME_TIME), occasion.as_str());
        let path = folder.join(format!("{name}.{}", crate::EXTENSION));
        match store.back_up(&path) {
            // Two in one second are one.
            Ok(_) | Err(StoreError::AlreadyExists(_)) => {}
            Err(error) => return Err(error.into()),
        }
        self.thin(store.path(), now)?;
        Ok(path)
    }

    /// Removes the backups that later ones make superfluous.
    fn thin(&self, casebook: &Path, now: DateTime<Utc>) -> Result<()> {
        let made = self.made(casebook)?;
        let times: Vec<DateTime<Utc>> = made.iter().map(|made| made.at).collect();
        let sizes: Vec<u64> = made
            .iter()
            .map(|made| fs::metadata(&made.path).map_or(0, |metadata| metadata.len()))
            .collect();
        let kept = within_budget(kept(&times, now), &times, &sizes);
        for (index, made) in made.iter().enumerate() {
            if !kept.contains(&index) {
                fs::remove_file(&made.path).map_err(|e| Error::from_io(&made.path, e))?;
            }
        }
        self.remove_unfinished(casebook)
    }

    /// A program that was ended while it wrote a backup left half of one.
    fn remove_unfinished(&self, casebook: &Path) -> Result<()> {
        let folder = self.folder_of(casebook);
        let entries = fs::read_dir(&folder).map_err(|e| Error::from_io(&folder, e))?;
        for entry in entries.filter_map(std::io::Result::ok) {
            let is_old = entry
                .metadata()
                .and_then(|metadata| {
                    metadata
                        .modified()?
                        .elapsed()
                        .map_err(std::io::Error::other)
                })
                .is_ok_and(|age| age > UNFINISHED_FOR);
            if is_old && docketline_store::is_draft(&entry.file_name()) {
                let path = entry.path();
                fs::remove_file(&path).map_err(|e| Error::from_io(&path, e))?;
            }
        }
        Ok(())
    }

    fn made(&self, casebook: &Path) -> Result<Vec<Made>> {
        made_in(&self.folder_of(casebook))
    }

    fn folder_of(&self, casebook: &Path) -> PathBuf {
        backup_sets::folder_of(&self.folder, casebook)
    }
}

fn is_behind(backup: &Path, store: &Store) -> bool {
    let newest = |store: &Store| store.revision().ok();
    // One that cannot be read is no backup.
    Store::open_read_only(backup).map_or(true, |backup| newest(&backup) != newest(store))
}

fn contents(backup: &Path, present: Option<&Store>) -> Result<BackupContents> {
    let store = Store::open_read_only(backup)?;
    let last = store.newest_entry()?;
    let since = match (&last, present) {
        (Some(last), Some(present)) => present.since(last)?,
        _ => None,
    };
    Ok(BackupContents {
        title: store.about()?.title,
        counts: reading::counts(store.counts()?),
        last_change: last.as_ref().map(crate::history::title),
        changes_since: since.as_ref().map(|since| since.entries),
        events_since: since.as_ref().map(|since| since.events),
    })
}

/// Which backups stay, by their places in `times` (newest first): those of the last day,
/// the last one of each of the fourteen days before, the last one of each week of a year.
fn kept(times: &[DateTime<Utc>], now: DateTime<Utc>) -> HashSet<usize> {
    let mut days = HashSet::new();
    let mut weeks = HashSet::new();
    times
        .iter()
        .enumerate()
        .filter(|(index, at)| {
            let age = now - **at;
            let first_of_day = days.insert(at.date_naive());
            let first_of_week = weeks.insert(at.date_naive().format("%G-%V").to_string());
            *index == 0
                || age < TimeDelta::days(1)
                || (age < TimeDelta::days(15) && first_of_day)
                || (age < TimeDelta::days(366) && first_of_week)
        })
        .map(|(index, _)| index)
        .collect()
}

/// As much of a drive as the backups of one casebook may take: all of them for one of
/// twenty thousand events, few for one of a million.
const BUDGET: u64 = 4 << 30;
/// The newest is not enough where it holds the mistake.
const LEAST: usize = 4;

/// Lets go of those that lie closest to their neighbours, so that what stays reaches back
/// as far as before. Never the newest, nor the oldest.
fn within_budget(kept: HashSet<usize>, times: &[DateTime<Utc>], sizes: &[u64]) -> HashSet<usize> {
    let mut kept: Vec<usize> = kept.into_iter().collect();
    kept.sort_unstable();
    let mut total: u64 = kept.iter().map(|index| sizes[*index]).sum();
    while total > BUDGET && kept.len() > LEAST {
        let closest =
            (1..kept.len() - 1).min_by_key(|place| times[kept[place - 1]] - times[kept[place + 1]]);
        let Some(place) = closest else { break };
        total -= sizes[kept.remove(place)];
    }
    kept.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_quarters_two_weeks_of_days_and_a_year_of_weeks_are_kept() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let quarters = 4 * 24 * 800;
        let times: Vec<DateTime<Utc>> = (0..quarters)
            .map(|quarter| now - TimeDelta::minutes(15 * quarter))
            .collect();
        let kept = kept(&times, now);
        let within = |days: std::ops::Range<i64>| {
            let young = TimeDelta::days(days.start)..TimeDelta::days(days.end);
            kept.iter()
                .filter(|index| young.contains(&(now - times[**index])))
                .count()
        };
        assert_eq!(within(0..1), 96);
        assert_eq!(within(1..15), 14);
        assert!((50..=52).contains(&within(15..366)), "{}", within(15..366));
        assert_eq!(within(366..801), 0);
    }

    #[test]
    fn backups_of_a_large_casebook_are_fewer_and_reach_back_as_far() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let hours = [0, 1, 2, 3, 24, 48, 400, 800];
        let times = hours.map(|hours| now - TimeDelta::hours(hours));
        let left = |size: u64| {
            let kept = within_budget((0..hours.len()).collect(), &times, &[size; 8]);
            let mut kept: Vec<i64> = kept.into_iter().map(|index| hours[index]).collect();
            kept.sort_unstable();
            kept
        };
        assert_eq!(left(1 << 20), hours);
        assert_eq!(left(BUDGET / 6), [0, 3, 24, 48, 400, 800]);
        assert_eq!(left(BUDGET / 5), [0, 24, 48, 400, 800]);
        assert_eq!(left(BUDGET), [0, 48, 400, 800], "some are always kept");
    }

    #[test]
    fn the_newest_backup_is_kept_however_old_it_is() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        let old = [now - TimeDelta::days(900), now - TimeDelta::days(901)];
        assert_eq!(kept(&old, now), HashSet::from([0]));
    }
}
