-- From schema 1 to schema 2. Runs on an empty casebook of schema 1 as well: what is
-- made new and what was brought up to date are the same, to the letter.

-- When a paper was filed and when it was entered on the docket: EDTF, as written.
ALTER TABLE event ADD COLUMN filed TEXT;
ALTER TABLE event ADD COLUMN entered TEXT;

-- Derived from the dates: the time of day in seconds; the day by which the event has
-- begun and the one before which it does not end, in every reading; and the first day on
-- which it may have been public.
ALTER TABLE event ADD COLUMN sort_time INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN begins_latest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN ends_earliest INTEGER NOT NULL DEFAULT 0;
ALTER TABLE event ADD COLUMN public_first INTEGER NOT NULL DEFAULT 0;
UPDATE event SET
  sort_time = derived_day('sort_time', date, stated_date, stated_end, public_from),
  begins_latest = derived_day('begins_latest', date, stated_date, stated_end, public_from),
  ends_earliest = derived_day('ends_earliest', date, stated_date, stated_end, public_from),
  public_first = derived_day('public_first', date, stated_date, stated_end, public_from);
-- The rows in the history are rows of this schema too, so that undoing an edit that
-- was made before the change leaves no column behind.
UPDATE change_row SET before = json_set(before,
  '$.sort_time', derived_day('sort_time', before ->> '$.date', before ->> '$.stated_date',
    before ->> '$.stated_end', before ->> '$.public_from'),
  '$.begins_latest', derived_day('begins_latest', before ->> '$.date', before ->> '$.stated_date',
    before ->> '$.stated_end', before ->> '$.public_from'),
  '$.ends_earliest', derived_day('ends_earliest', before ->> '$.date', before ->> '$.stated_date',
    before ->> '$.stated_end', before ->> '$.public_from'),
  '$.public_first', derived_day('public_first', before ->> '$.date', before ->> '$.stated_date',
    before ->> '$.stated_end', before ->> '$.public_from'))
WHERE table_name = 'event' AND before IS NOT NULL;
UPDATE change_row SET after = json_set(after,
  '$.sort_time', derived_day('sort_time', after ->> '$.date', after ->> '$.stated_date',
    after ->> '$.stated_end', after ->> '$.public_from'),
  '$.begins_latest', derived_day('begins_latest', after ->> '$.date', after ->> '$.stated_date',
    after ->> '$.stated_end', after ->> '$.public_from'),
  '$.ends_earliest', derived_day('ends_earliest', after ->> '$.date', after ->> '$.stated_date',
    after ->> '$.stated_end', after ->> '$.public_from'),
  '$.public_first', derived_day('public_first', after ->> '$.date', after ->> '$.stated_date',
    after ->> '$.stated_end', after ->> '$.public_from'))
WHERE table_name = 'event' AND after IS NOT NULL;

-- What inserts many rows at once (an import, the first content) keeps no image of those
-- in the log: a row is itself its image, or the `before` of whatever touched it next. Of
-- every other row that is inserted, `change_row.after` is the image.
ALTER TABLE change_entry ADD COLUMN bulk INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1));
UPDATE change_entry SET bulk = 1 WHERE action IN ('casebook-created', 'imported');

-- The events that an entry touched: each event's own history. Keys of events are never
-- given twice, so a deleted event keeps its place here.
CREATE TABLE change_event (
  event INTEGER NOT NULL,
  entry INTEGER NOT NULL REFERENCES change_entry,
  PRIMARY KEY (event, entry)
) STRICT, WITHOUT ROWID;

-- The same as it follows from the rows, possibly more than once.
CREATE VIEW change_touches AS
SELECT entry, row AS event FROM change_row WHERE table_name = 'event'
UNION ALL
SELECT entry, before ->> '$.event' FROM change_row
 WHERE before IS NOT NULL AND table_name NOT IN ('event', 'relation')
UNION ALL
SELECT entry, after ->> '$.event' FROM change_row
 WHERE after IS NOT NULL AND table_name NOT IN ('event', 'relation')
UNION ALL
SELECT entry, before ->> '$.from_event' FROM change_row
 WHERE before IS NOT NULL AND table_name = 'relation'
UNION ALL
SELECT entry, before ->> '$.to_event' FROM change_row
 WHERE before IS NOT NULL AND table_name = 'relation'
UNION ALL
SELECT entry, after ->> '$.from_event' FROM change_row
 WHERE after IS NOT NULL AND table_name = 'relation'
UNION ALL
SELECT entry, after ->> '$.to_event' FROM change_row
 WHERE after IS NOT NULL AND table_name = 'relation'
UNION ALL
SELECT entry, from_event FROM change_row JOIN relation ON relation.pk = row
 WHERE table_name = 'relation' AND operation = 'insert'
UNION ALL
SELECT entry, to_event FROM change_row JOIN relation ON relation.pk = row
 WHERE table_name = 'relation' AND operation = 'insert'
UNION ALL
SELECT entry, note.event FROM change_row JOIN note ON note.pk = row
 WHERE table_name = 'note' AND operation = 'insert';

INSERT OR IGNORE INTO change_event (event, entry)
SELECT event, entry FROM change_touches WHERE event IS NOT NULL;

-- The order of time with nothing left to look up in the table: a million events are in
-- order in a moment.
DROP INDEX event_in_time;
CREATE INDEX event_in_time ON event (sort_first, sort_last, sort_time, docket_sequence, pk);

-- What a person let stand of what the consistency check found. `id` is the fingerprint of
-- the finding, which may be gone and may come back.
CREATE TABLE accepted_finding (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  reason TEXT NOT NULL,
  author TEXT,
  -- RFC 3339, UTC.
  at TEXT NOT NULL
) STRICT;

-- What the timeline draws of events, the columns of up to 1,024 in one value: derived from
-- `event`, `dispute` and `note` by the store, and compared with them by the check. The key
-- is that of its events without their last ten bits.
CREATE TABLE timeline_part (
  pk INTEGER PRIMARY KEY,
  -- The first and last day on which any of them is dated.
  first_day INTEGER,
  last_day INTEGER,
  columns BLOB NOT NULL
) STRICT;

-- Who signed the history, from name to name.
CREATE INDEX change_entry_author ON change_entry (author) WHERE author IS NOT NULL;
