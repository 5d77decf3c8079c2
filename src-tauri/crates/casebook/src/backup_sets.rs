//! Which backups are whose. A casebook's set is one folder, found by where the casebook
//! stands; a note in it says of what file it is, so that a casebook that was moved or renamed
//! keeps its set.

use crate::view::Occasion;
use crate::{Error, Result};
use chrono::{DateTime, NaiveDateTime, Utc};
use docketline_store::{HistoryEnd, HistoryFilter, Store};
use serde::{Deserialize, Serialize};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) const NAME_TIME: &str = "%Y-%m-%dT%H%M%SZ";

const NOTE: &str = "casebook.json";

/// Of what file a set is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Note {
    path: PathBuf,
    /// What the casebook has in common with its copies and with nothing else.
    origin: String,
}

/// A backup in a set.
pub(crate) struct Made {
    pub path: PathBuf,
    pub at: DateTime<Utc>,
    pub occasion: Occasion,
}

/// One folder for each casebook, by where it stands; its name is for people, the number
/// keeps two of one name apart.
pub(crate) fn folder_of(all: &Path, casebook: &Path) -> PathBuf {
    let path = canonical(casebook);
    let number = fingerprint(path.as_os_str().as_encoded_bytes());
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    all.join(format!("{stem}-{number:016x}"))
}

/// The backups in a folder, newest first.
pub(crate) fn made_in(folder: &Path) -> Result<Vec<Made>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::from_io(folder, error)),
    };
    let mut made: Vec<Made> = entries
        .filter_map(|entry| Made::of(entry.ok()?.path()))
        .collect();
    made.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| b.path.cmp(&a.path)));
    Ok(made)
}

/// Sees to it that the folder for where the casebook stands holds its own set, if it has
/// one. Another casebook's set that is found there is put aside, where that one finds it.
pub(crate) fn settle(all: &Path, store: &Store) -> Result<()> {
    let Some(origin) = origin_of(store)? else {
        return Ok(());
    };
    let own = folder_of(all, store.path());
    let owner = match Note::read(&own) {
        Some(note) => Some(note.origin),
        // A set from before there were notes.
        None => match newest_in(&own)? {
            Some(newest) => origin_of(&newest)?,
            None => None,
        },
    };
    match owner {
        Some(owner) if owner == origin => return Ok(()),
        Some(owner) => put_aside(&own, owner, store)?,
        // What nothing can be read of stays where it is looked for.
        None if !made_in(&own)?.is_empty() => return Ok(()),
        None => {}
    }
    match left_behind(all, store, &origin)? {
        Some(set) => {
            // Only a folder that holds no backup is in the way.
            let _ = fs::remove_file(own.join(NOTE));
            let _ = fs::remove_dir(&own);
            rename(&set, &own)?;
            if own.is_dir() {
                claim(&own, store)
            } else {
                Ok(())
            }
        }
        None => Ok(()),
    }
}

/// Notes in the folder, which is there, whose set it is.
pub(crate) fn claim(folder: &Path, store: &Store) -> Result<()> {
    let Some(origin) = origin_of(store)? else {
        return Ok(());
    };
    let note = Note {
        path: canonical(store.path()),
        origin,
    };
    if Note::read(folder).as_ref() == Some(&note) {
        return Ok(());
    }
    note.write(folder)
}

/// The newest set of a file that is no longer where it was and that this casebook is a later
/// state of. A copy beside the original finds none: the original is still there.
fn left_behind(all: &Path, store: &Store, origin: &str) -> Result<Option<PathBuf>> {
    let Ok(entries) = fs::read_dir(all) else {
        return Ok(None);
    };
    let here = canonical(store.path());
    let mut found: Option<(DateTime<Utc>, PathBuf)> = None;
    for set in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        let Some(note) = Note::read(&set).filter(|note| note.origin == origin) else {
            continue;
        };
        if note.path != here && still_there(&note) {
            continue;
        }
        let Some(newest) = made_in(&set)?.into_iter().next() else {
            continue;
        };
        let last = Store::open_again(&newest.path).and_then(|backup| backup.newest_entry());
        // A copy that was made earlier, or went its own way since, does not hold all of it.
        let is_later = match last {
            Ok(Some(last)) => store.since(&last)?.is_some(),
            _ => false,
        };
        if is_later && found.as_ref().is_none_or(|(at, _)| *at < newest.at) {
            found = Some((newest.at, set));
        }
    }
    Ok(found.map(|(_, set)| set))
}

/// Whether the file that a set is of stands where it did. One that cannot be read may be it.
fn still_there(note: &Note) -> bool {
    if !note.path.exists() {
        return false;
    }
    let found = Store::open_again(&note.path).and_then(|store| origin_of(&store));
    found.map_or(true, |origin| origin.as_ref() == Some(&note.origin))
}

fn newest_in(folder: &Path) -> Result<Option<Store>> {
    let newest = made_in(folder)?.into_iter().next();
    Ok(newest.and_then(|made| Store::open_again(&made.path).ok()))
}

/// How a casebook came to be: when, by whom, and what it was called then. Copies have it too.
fn origin_of(store: &Store) -> docketline_store::Result<Option<String>> {
    let mut first = store.history(&HistoryFilter::default(), HistoryEnd::Oldest, 1)?;
    Ok(first.pop().map(|first| {
        let author = first.author.unwrap_or_default();
        let told = format!("{}\n{author}\n{}", first.at, first.subject);
        format!("{:016x}", fingerprint(told.as_bytes()))
    }))
}

/// Puts the set of another casebook aside, with a note by which that one finds it.
fn put_aside(own: &Path, owner: String, store: &Store) -> Result<()> {
    let name = own.file_name().unwrap_or_default().to_string_lossy();
    let name = format!("{name}-{owner}");
    let note = Note {
        path: canonical(store.path()),
        origin: owner,
    };
    note.write(own)?;
    // Copies that stood here one after the other have the origin in common.
    let mut places = (1_u32..).map(|number| own.with_file_name(format!("{name}-{number}")));
    match places.find(|place| !place.exists()) {
        Some(place) => rename(own, &place),
        None => Ok(()),
    }
}

/// Another program that keeps the same casebook may have been faster.
fn rename(from: &Path, to: &Path) -> Result<()> {
    match fs::rename(from, to) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(Error::from_io(from, error))
        }
        _ => Ok(()),
    }
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Note {
    fn read(folder: &Path) -> Option<Self> {
        serde_json::from_slice(&fs::read(folder.join(NOTE)).ok()?).ok()
    }

    fn write(&self, folder: &Path) -> Result<()> {
        // A path that is no text cannot be noted, and its set is found by the path alone.
        let Ok(text) = serde_json::to_vec(self) else {
            return Ok(());
        };
        let file = folder.join(NOTE);
        fs::write(&file, text).map_err(|e| Error::from_io(&file, e))
    }
}

impl Made {
    fn of(path: PathBuf) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_owned();
        let (at, rest) = name.split_once('.')?;
        let word = rest.strip_suffix(crate::EXTENSION)?.strip_suffix('.')?;
        Some(Self {
            at: NaiveDateTime::parse_from_str(at, NAME_TIME).ok()?.and_utc(),
            occasion: Occasion::ALL
                .into_iter()
                .find(|occasion| occasion.as_str() == word)?,
            path,
        })
    }
}

impl Occasion {
    const ALL: [Self; 2] = [Self::Work, Self::BeforeImport];

    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Work => "work",
            Self::BeforeImport => "before-import",
        }
    }
}

/// FNV-1a: the same in every version of the program.
fn fingerprint(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
