//! What the timeline draws of events, kept so that a million are read in a moment.
//!
//! `timeline_part` holds, for every 1,024 keys, the columns of their events in one value:
//! derived from the events, brought up to date in the transaction of the edit that touched
//! them, compared by the check. Reading the rows themselves takes ten times as long,
//! because each is scattered among summaries that no drawing needs.

use crate::search::matching;
use crate::{EventFilter, EventKey, Result, Store};
use docketline_domain::Edtf;
use docketline_domain::vocabulary::EventKind;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, params, params_from_iter};

/// What the timeline draws of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimelineRow<'a> {
    pub key: EventKey,
    /// Key of its lane, as in [`LaneRow`].
    pub lane: i64,
    pub kind: EventKind,
    pub earliest: Option<i64>,
    pub latest: Option<i64>,
    /// Of its day, where a time is given.
    pub minute: Option<u16>,
    pub is_span: bool,
    pub uncertain: bool,
    pub approximate: bool,
    pub disputed: bool,
    pub noted: bool,
    /// The short title, or the beginning of the title.
    pub label: &'a str,
}

/// A lane, in the order of the lanes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneRow {
    pub key: i64,
    pub id: String,
    pub name: String,
}

/// A part holds the events whose keys are alike but for so many bits.
const PART_BITS: u32 = 10;
/// The first byte of a part. What is written by another version is read from the events.
const VERSION: u8 = 2;
/// Longer labels are never shown whole.
const LABEL_BYTES: usize = 512;

const SPAN: u8 = 1;
const UNCERTAIN: u8 = 2;
const APPROXIMATE: u8 = 4;
const DISPUTED: u8 = 8;
const NOTED: u8 = 16;
/// Few dates have a time: only those with this bit have a minute.
const TIMED: u8 = 32;

impl Store {
    /// Every event, in no particular order.
    pub fn timeline(&self, mut each: impl FnMut(TimelineRow<'_>)) -> Result<()> {
        self.read_parts(&mut each).map_err(|e| self.error(e))
    }

    fn read_parts(&self, each: &mut dyn FnMut(TimelineRow<'_>)) -> rusqlite::Result<()> {
        let mut parts = self
            .connection
            .prepare_cached("SELECT pk, columns FROM timeline_part ORDER BY pk")?;
        let mut rows = parts.query([])?;
        while let Some(row) = rows.next()? {
            let part: i64 = row.get(0)?;
            let read = match row.get_ref(1)? {
                ValueRef::Blob(columns) => Columns::parse(columns),
                _ => None,
            };
            match read {
                Some(columns) => columns.rows().for_each(&mut *each),
                None => {
                    let made = make(&self.connection, part)?.unwrap_or_default();
                    let columns = Columns::parse(&made.columns);
                    columns.iter().flat_map(Columns::rows).for_each(&mut *each);
                }
            }
        }
        Ok(())
    }

    /// Those of these events that are there.
    pub fn timeline_of(
        &self,
        keys: &[EventKey],
        mut each: impl FnMut(TimelineRow<'_>),
    ) -> Result<()> {
        let mut read = || -> rusqlite::Result<()> {
            for key in keys {
                read_rows(&self.connection, *key, *key, &mut each)?;
            }
            Ok(())
        };
        read().map_err(|e| self.error(e))
    }

    /// All lanes in order.
    pub fn lane_rows(&self) -> Result<Vec<LaneRow>> {
        let read = || -> rusqlite::Result<Vec<LaneRow>> {
            self.connection
                .prepare_cached("SELECT pk, id, name FROM lane ORDER BY position, pk")?
                .query_map([], |row| {
                    Ok(LaneRow {
                        key: row.get(0)?,
                        id: row.get(1)?,
                        name: row.get(2)?,
                    })
                })?
                .collect()
        };
        read().map_err(|e| self.error(e))
    }

    /// The events that are drawn another way than after the change `since`, deleted ones
    /// among them; `None` when there are more than `most`.
    pub fn redrawn_since(&self, since: i64, most: usize) -> Result<Option<Vec<EventKey>>> {
        let read = || -> rusqlite::Result<Vec<EventKey>> {
            self.connection
                .prepare_cached(&format!("{REDRAWN} LIMIT ?2"))?
                .query_map(params![since, most as i64 + 1], |row| row.get(0))?
                .collect()
        };
        let keys = read().map_err(|e| self.error(e))?;
        Ok((keys.len() <= most).then_some(keys))
    }

    /// The keys of the events that pass. Of a search, from its index alone where nothing
    /// else is asked.
    pub fn passing(&self, filter: &EventFilter) -> Result<Vec<EventKey>> {
        let (sql, params) = match &filter.search {
            Some(query) => {
                let (matching, params) = matching(filter, query);
                (format!("SELECT search_index.rowid {matching}"), params)
            }
            None => {
                let condition = filter.condition();
                let sql = format!("SELECT event.pk FROM event WHERE {}", condition.sql);
                (sql, condition.params)
            }
        };
        let read = || -> rusqlite::Result<Vec<EventKey>> {
            self.connection
                .prepare_cached(&sql)?
                .query_map(params_from_iter(params), |row| row.get(0))?
                .collect()
        };
        read().map_err(|e| self.error(e))
    }

    /// The parts that do not say what their events say, by the first key that belongs to
    /// each.
    pub(crate) fn stale_timeline_parts(&self) -> rusqlite::Result<Vec<EventKey>> {
        let mut parts = self.connection.prepare(
            "SELECT pk FROM timeline_part UNION SELECT DISTINCT pk >> ?1 FROM event ORDER BY 1",
        )?;
        let parts: Vec<i64> = parts
            .query_map([PART_BITS], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut stale = Vec::new();
        for part in parts {
            let made = make(&self.connection, part)?;
            let kept = self
                .connection
                .prepare_cached(
                    "SELECT columns, first_day, last_day FROM timeline_part WHERE pk = ?1",
                )?
                .query_map([part], |row| {
                    Ok(Part {
                        columns: row.get(0)?,
                        first_day: row.get(1)?,
                        last_day: row.get(2)?,
                    })
                })?
                .next()
                .transpose()?;
            if made != kept {
                stale.push(part << PART_BITS);
            }
        }
        Ok(stale)
    }

    /// The first and last day on which anything that passes is dated.
    pub fn extent(&self, filter: &EventFilter) -> Result<Option<(i64, i64)>> {
        let condition = filter.condition();
        let sql = if *filter == EventFilter::default() {
            "SELECT min(first_day), max(last_day) FROM timeline_part".to_owned()
        } else {
            format!(
                "SELECT min(coalesce(earliest, latest)), max(coalesce(latest, earliest))
                   FROM event WHERE {}",
                condition.sql
            )
        };
        let (first, last): (Option<i64>, Option<i64>) = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut statement| {
                statement.query_row(params_from_iter(condition.params), |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
            })
            .map_err(|e| self.error(e))?;
        Ok(first.zip(last))
    }
}

/// The events that are drawn another way than after change `?1`.
pub(crate) const REDRAWN: &str = "
    SELECT row AS event FROM change_row WHERE pk > ?1 AND table_name = 'event'
    UNION SELECT before ->> '$.event' FROM change_row
     WHERE pk > ?1 AND table_name IN ('dispute', 'note') AND before IS NOT NULL
    UNION SELECT event FROM change_row JOIN dispute ON dispute.pk = row
     WHERE change_row.pk > ?1 AND table_name = 'dispute'
    UNION SELECT event FROM change_row JOIN note ON note.pk = row
     WHERE change_row.pk > ?1 AND table_name = 'note'";

/// Brings the parts up to date for events that are drawn another way, in the order of
/// their keys.
pub(crate) fn refresh(connection: &Connection, redrawn: &[EventKey]) -> rusqlite::Result<()> {
    for touched in redrawn.chunk_by(|a, b| a >> PART_BITS == b >> PART_BITS) {
        let part = touched[0] >> PART_BITS;
        write_part(connection, part, exchange(connection, part, touched)?)?;
    }
    Ok(())
}

/// Makes all parts anew.
pub(crate) fn rebuild(connection: &Connection) -> rusqlite::Result<()> {
    connection.execute("DELETE FROM timeline_part", [])?;
    let parts: Vec<i64> = connection
        .prepare("SELECT DISTINCT pk >> ?1 FROM event")?
        .query_map([PART_BITS], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    for part in parts {
        write_part(connection, part, make(connection, part)?)?;
    }
    Ok(())
}

fn write_part(connection: &Connection, part: i64, made: Option<Part>) -> rusqlite::Result<()> {
    match made {
        Some(Part {
            columns,
            first_day,
            last_day,
        }) => connection
            .prepare_cached(
                "INSERT INTO timeline_part (pk, first_day, last_day, columns)
                 VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (pk) DO UPDATE SET first_day = excluded.first_day,
                   last_day = excluded.last_day, columns = excluded.columns",
            )?
            .execute(params![part, first_day, last_day, columns])?,
        None => connection
            .prepare_cached("DELETE FROM timeline_part WHERE pk = ?1")?
            .execute([part])?,
    };
    Ok(())
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Part {
    columns: Vec<u8>,
    first_day: Option<i64>,
    last_day: Option<i64>,
}

/// What a part must say; `None` when it has no events.
fn make(connection: &Connection, part: i64) -> rusqlite::Result<Option<Part>> {
    let mut maker = Maker::default();
    let first = part << PART_BITS;
    let last = first | ((1 << PART_BITS) - 1);
    read_rows(connection, first, last, &mut |row| maker.add(row))?;
    Ok(maker.finish())
}

/// What a part must say when of its events only these, in order, are not drawn as it says:
/// reading the rows of all of them would take longer than everything else of an edit.
fn exchange(
    connection: &Connection,
    part: i64,
    touched: &[EventKey],
) -> rusqlite::Result<Option<Part>> {
    let mut kept = connection.prepare_cached("SELECT columns FROM timeline_part WHERE pk = ?1")?;
    let mut kept = kept.query([part])?;
    let Some(columns) = kept.next()?.map(|row| row.get_ref(0)).transpose()? else {
        return make(connection, part);
    };
    let columns = match columns {
        ValueRef::Blob(columns) => Columns::parse(columns),
        _ => None,
    };
    let Some(columns) = columns else {
        return make(connection, part);
    };
    let mut maker = Maker::default();
    let mut rows = columns.rows().peekable();
    for key in touched {
        while let Some(row) = rows.next_if(|row| row.key < *key) {
            maker.add(row);
        }
        rows.next_if(|row| row.key == *key);
        read_rows(connection, *key, *key, &mut |row| maker.add(row))?;
    }
    rows.for_each(|row| maker.add(row));
    Ok(maker.finish())
}

/// Reads events from their rows.
fn read_rows(
    connection: &Connection,
    first: EventKey,
    last: EventKey,
    each: &mut dyn FnMut(TimelineRow<'_>),
) -> rusqlite::Result<()> {
    let mut events = connection.prepare_cached(
        "SELECT pk, date, coalesce(short_title, title), kind, lane, earliest, latest,
                EXISTS (SELECT 1 FROM dispute WHERE dispute.event = event.pk),
                EXISTS (SELECT 1 FROM note WHERE note.event = event.pk)
           FROM event WHERE pk BETWEEN ?1 AND ?2 ORDER BY pk",
    )?;
    let mut rows = events.query([first, last])?;
    while let Some(row) = rows.next()? {
        // A date that cannot be read is for the check to find.
        let date = Edtf::parse(row.get_ref(1)?.as_str()?).ok();
        let is = |holds: fn(&Edtf) -> bool| date.as_ref().is_some_and(holds);
        let kind = row.get_ref(3)?.as_str()?.parse();
        each(TimelineRow {
            key: row.get(0)?,
            label: row.get_ref(2)?.as_str()?,
            kind: kind.unwrap_or(EventKind::Other),
            lane: row.get(4)?,
            earliest: row.get(5)?,
            latest: row.get(6)?,
            minute: date.as_ref().and_then(Edtf::minute_of_day),
            is_span: is(Edtf::is_interval),
            uncertain: is(Edtf::is_uncertain),
            approximate: is(Edtf::is_approximate),
            disputed: row.get(7)?,
            noted: row.get(8)?,
        });
    }
    Ok(())
}

/// Columns one after the other: keys, lanes, first days, last days (8 bytes each, little
/// endian; the least and the greatest number for an open end), kinds and bits (1 byte),
/// lengths of labels (2 bytes), minutes of the timed (2 bytes), labels. Before them the
/// version and the number of events.
#[derive(Debug, Default)]
struct Maker {
    keys: Vec<i64>,
    lanes: Vec<i64>,
    first: Vec<i64>,
    last: Vec<i64>,
    kinds: Vec<u8>,
    bits: Vec<u8>,
    lengths: Vec<u16>,
    minutes: Vec<u16>,
    labels: String,
}

impl Maker {
    fn add(&mut self, row: TimelineRow<'_>) {
        let bits = [
            (row.is_span, SPAN),
            (row.uncertain, UNCERTAIN),
            (row.approximate, APPROXIMATE),
            (row.disputed, DISPUTED),
            (row.noted, NOTED),
            (row.minute.is_some(), TIMED),
        ];
        let label = row.label;
        let end = (0..=label.len().min(LABEL_BYTES))
            .rev()
            .find(|end| label.is_char_boundary(*end))
            .unwrap_or(0);
        self.keys.push(row.key);
        self.lanes.push(row.lane);
        self.first.push(row.earliest.unwrap_or(i64::MIN));
        self.last.push(row.latest.unwrap_or(i64::MAX));
        self.kinds.push(row.kind as u8);
        self.bits.push(
            bits.iter()
                .filter(|(holds, _)| *holds)
                .map(|(_, bit)| bit)
                .sum(),
        );
        self.lengths.push(end as u16);
        self.minutes.extend(row.minute);
        self.labels.push_str(&label[..end]);
    }

    fn finish(self) -> Option<Part> {
        let count = u32::try_from(self.keys.len())
            .ok()
            .filter(|count| *count > 0)?;
        let mut columns = vec![VERSION];
        columns.extend(count.to_le_bytes());
        for column in [&self.keys, &self.lanes, &self.first, &self.last] {
            columns.extend(column.iter().flat_map(|value| value.to_le_bytes()));
        }
        columns.extend(&self.kinds);
        columns.extend(&self.bits);
        for column in [&self.lengths, &self.minutes] {
            columns.extend(column.iter().flat_map(|value| value.to_le_bytes()));
        }
        columns.extend(self.labels.as_bytes());
        let known = |value: i64| (value != i64::MIN && value != i64::MAX).then_some(value);
        let ends = self.first.iter().zip(&self.last);
        Some(Part {
            columns,
            first_day: ends
                .clone()
                .filter_map(|(first, last)| known(*first).or(known(*last)))
                .min(),
            last_day: ends
                .filter_map(|(first, last)| known(*last).or(known(*first)))
                .max(),
        })
    }
}

/// A part as it is read. What a file holds is not believed.
#[derive(Debug, Clone, Copy)]
struct Columns<'a> {
    keys: &'a [[u8; 8]],
    lanes: &'a [[u8; 8]],
    first: &'a [[u8; 8]],
    last: &'a [[u8; 8]],
    kinds: &'a [u8],
    bits: &'a [u8],
    lengths: &'a [[u8; 2]],
    minutes: &'a [[u8; 2]],
    labels: &'a str,
}

impl<'a> Columns<'a> {
    fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (version, rest) = bytes.split_first()?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let count = u32::from_le_bytes(*count) as usize;
        if *version != VERSION || count > 1 << PART_BITS {
            return None;
        }
        let mut rest = rest;
        let keys = column(&mut rest, count)?;
        let lanes = column(&mut rest, count)?;
        let first = column(&mut rest, count)?;
        let last = column(&mut rest, count)?;
        let (kinds, after) = rest.split_at_checked(count)?;
        let (bits, after) = after.split_at_checked(count)?;
        rest = after;
        let lengths: &[[u8; 2]] = column(&mut rest, count)?;
        let timed = bits.iter().filter(|bits| *bits & TIMED != 0).count();
        let minutes = column(&mut rest, timed)?;
        let columns = Self {
            keys,
            lanes,
            first,
            last,
            kinds,
            bits,
            lengths,
            minutes,
            labels: std::str::from_utf8(rest).ok()?,
        };
        let whole = lengths
            .iter()
            .map(|length| usize::from(u16::from_le_bytes(*length)));
        (whole.sum::<usize>() == columns.labels.len()).then_some(columns)
    }

    fn rows(&self) -> impl Iterator<Item = TimelineRow<'a>> {
        let columns = *self;
        let mut labels = columns.labels;
        let mut minutes = columns.minutes.iter();
        (0..columns.keys.len()).map(move |at| {
            let length = usize::from(u16::from_le_bytes(columns.lengths[at]));
            // A length that cuts a character was not written by this program.
            let (label, rest) = labels.split_at_checked(length).unwrap_or(("", labels));
            labels = rest;
            let first = i64::from_le_bytes(columns.first[at]);
            let last = i64::from_le_bytes(columns.last[at]);
            let is = |bit: u8| columns.bits[at] & bit != 0;
            let kind = EventKind::ALL.get(usize::from(columns.kinds[at]));
            TimelineRow {
                key: i64::from_le_bytes(columns.keys[at]),
                lane: i64::from_le_bytes(columns.lanes[at]),
                kind: kind.copied().unwrap_or(EventKind::Other),
                earliest: (first != i64::MIN).then_some(first),
                latest: (last != i64::MAX).then_some(last),
                minute: is(TIMED)
                    .then(|| minutes.next())
                    .flatten()
                    .map(|minute| u16::from_le_bytes(*minute)),
                is_span: is(SPAN),
                uncertain: is(UNCERTAIN),
                approximate: is(APPROXIMATE),
                disputed: is(DISPUTED),
                noted: is(NOTED),
                label,
            }
        })
    }
}

fn column<'a, const BYTES: usize>(rest: &mut &'a [u8], count: usize) -> Option<&'a [[u8; BYTES]]> {
    let (column, after) = rest.split_at_checked(count * BYTES)?;
    *rest = after;
    Some(column.as_chunks().0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows() -> Vec<TimelineRow<'static>> {
        let row = TimelineRow {
            key: 7,
            lane: 3,
            kind: EventKind::Ruling,
            earliest: Some(-400_000),
            latest: None,
            minute: None,
            is_span: true,
            uncertain: false,
            approximate: true,
            disputed: false,
            noted: true,
            label: "Préliminaire",
        };
        let other = TimelineRow {
            key: 9,
            kind: EventKind::Other,
            earliest: None,
            latest: Some(12),
            is_span: false,
            label: "",
            ..row
        };
        let timed = TimelineRow {
            key: 11,
            earliest: Some(12),
            minute: Some(1_439),
            label: "Order entered",
            ..other
        };
        vec![row, other, timed]
    }

    fn part() -> Vec<u8> {
        let mut maker = Maker::default();
        rows().into_iter().for_each(|row| maker.add(row));
        let part = maker.finish().unwrap();
        assert_eq!((part.first_day, part.last_day), (Some(-400_000), Some(12)));
        part.columns
    }

    #[test]
    fn a_part_reads_back_as_it_was_made() {
        let part = part();
        let read: Vec<TimelineRow<'_>> = Columns::parse(&part).unwrap().rows().collect();
        assert_eq!(read, rows());
    }

    #[test]
    fn a_part_that_is_cut_short_or_of_another_version_is_not_read() {
        let whole = part();
        for end in 0..whole.len() {
            assert!(Columns::parse(&whole[..end]).is_none(), "{end} bytes");
        }
        let mut other = whole.clone();
        other[0] = VERSION + 1;
        assert!(Columns::parse(&other).is_none());
        let longer = [whole, vec![b'x']].concat();
        assert!(Columns::parse(&longer).is_none());
    }

    #[test]
    fn a_part_in_which_events_are_exchanged_is_the_one_made_anew() {
        let connection = Connection::open_in_memory().unwrap();
        crate::schema::create(&connection).unwrap();
        crate::schema::stop_log(&connection).unwrap();
        connection
            .execute_batch("INSERT INTO lane (pk, id, name, position) VALUES (1, 'a', 'A', 0)")
            .unwrap();
        let put = |key: i64, title: &str| {
            connection
                .execute(
                    "INSERT OR REPLACE INTO event
                       (pk, id, date, earliest, latest, sort_first, sort_last, title, kind, lane)
                     VALUES (?1, 'e' || ?1, '2016', ?1, ?1 + 9, ?1, ?1 + 9, ?2, 'order', 1)",
                    params![key, title],
                )
                .unwrap();
        };
        let exchanged = |touched: &[EventKey]| exchange(&connection, 0, touched).unwrap();
        let anew = || make(&connection, 0).unwrap();
        for key in [3, 7, 8, 900, 1_023] {
            put(key, "First");
        }
        assert_eq!(exchanged(&[7]), anew(), "no part is there yet");
        rebuild(&connection).unwrap();

        put(7, "Another length");
        put(5, "New");
        put(1_000, "New");
        connection
            .execute("DELETE FROM event WHERE pk IN (3, 1023)", [])
            .unwrap();
        let touched = [3, 5, 7, 1_000, 1_001, 1_023];
        assert_eq!(exchanged(&touched), anew());
        write_part(&connection, 0, exchanged(&touched)).unwrap();
        assert_eq!(exchanged(&[]), anew());

        connection
            .execute("UPDATE timeline_part SET columns = x'63'", [])
            .unwrap();
        assert_eq!(exchanged(&[8]), anew(), "a part of another version");
        connection.execute("DELETE FROM event", []).unwrap();
        rebuild(&connection).unwrap();
        assert_eq!(exchanged(&[8]), None);
    }

    #[test]
    fn the_numbers_of_kinds_stay_what_files_hold() {
        let words: Vec<&str> = EventKind::ALL.iter().map(|kind| kind.as_str()).collect();
        // A kind that is new goes to the end, or the parts get another version.
        assert_eq!(
            words.join(" "),
            "warrant order ruling contempt opinion statute regulation agreement bill petition \
             appeal motion filing argument letter statement disclosure other"
        );
        for (number, kind) in EventKind::ALL.iter().enumerate() {
            assert_eq!(*kind as usize, number);
        }
    }
}
