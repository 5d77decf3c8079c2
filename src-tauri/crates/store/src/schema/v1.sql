-- Schema 1. Every content table has an integer key `pk`, so that the change log can
-- name any row, and the identifiers of files (`id`) may change without touching others.
-- Days are numbers since 1970-01-01; dates are EDTF as written.

CREATE TABLE about (
  pk INTEGER PRIMARY KEY CHECK (pk = 1),
  title TEXT NOT NULL,
  compiled TEXT,
  method TEXT,
  confidence_values TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(confidence_values)),
  field_notes TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(field_notes))
) STRICT;

CREATE TABLE lane (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE court (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE actor (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  actor_type TEXT NOT NULL,
  role TEXT,
  side TEXT,
  affiliation TEXT,
  rgs_member TEXT CHECK (rgs_member IS NULL OR json_valid(rgs_member)),
  confidence TEXT,
  note TEXT
) STRICT;

CREATE TABLE proceeding (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  docket TEXT,
  start_date TEXT,
  end_date TEXT,
  outcome TEXT
) STRICT;

CREATE TABLE proceeding_judge (
  pk INTEGER PRIMARY KEY,
  proceeding INTEGER NOT NULL REFERENCES proceeding ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor
) STRICT;
CREATE INDEX proceeding_judge_of ON proceeding_judge (proceeding);
CREATE INDEX proceeding_judge_actor ON proceeding_judge (actor);

CREATE TABLE place (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  lat REAL,
  lon REAL,
  country TEXT,
  role TEXT,
  coordinate_precision TEXT,
  confidence TEXT,
  fact_confidence TEXT
) STRICT;

CREATE TABLE source (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  publisher TEXT,
  date TEXT,
  url TEXT,
  was_read INTEGER NOT NULL DEFAULT 0 CHECK (was_read IN (0, 1)),
  read_url TEXT,
  read_scope TEXT,
  note TEXT
) STRICT;

CREATE INDEX source_titled ON source (title);

CREATE TABLE principle (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  added TEXT,
  paraphrase TEXT NOT NULL,
  confidence TEXT,
  note TEXT
) STRICT;

CREATE TABLE principle_source (
  pk INTEGER PRIMARY KEY,
  principle INTEGER NOT NULL REFERENCES principle ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES source
) STRICT;
CREATE INDEX principle_source_of ON principle_source (principle);
CREATE INDEX principle_source_source ON principle_source (source);

CREATE TABLE event (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  date TEXT NOT NULL,
  -- Derived from `date`; NULL where an end is open or unknown.
  earliest INTEGER,
  latest INTEGER,
  -- Derived from `date`: the order of events in time, open beginnings first.
  sort_first INTEGER NOT NULL,
  sort_last INTEGER NOT NULL,
  stated_date TEXT,
  stated_end TEXT,
  refined_date TEXT,
  refined_confidence TEXT,
  date_note TEXT,
  public_from TEXT,
  title TEXT NOT NULL,
  short_title TEXT,
  summary TEXT NOT NULL DEFAULT '',
  kind TEXT NOT NULL,
  lane INTEGER NOT NULL REFERENCES lane,
  main_case INTEGER NOT NULL DEFAULT 0 CHECK (main_case IN (0, 1)),
  proceeding INTEGER REFERENCES proceeding,
  court INTEGER REFERENCES court,
  docket TEXT,
  docket_sequence INTEGER,
  confidence TEXT
) STRICT;
CREATE INDEX event_in_time ON event (sort_first, sort_last, pk);
CREATE INDEX event_of_lane ON event (lane, sort_first, sort_last, pk);
CREATE INDEX event_of_proceeding ON event (proceeding) WHERE proceeding IS NOT NULL;
CREATE INDEX event_of_court ON event (court) WHERE court IS NOT NULL;

CREATE TABLE event_judge (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor
) STRICT;
CREATE INDEX event_judge_of ON event_judge (event);
CREATE INDEX event_judge_actor ON event_judge (actor);

CREATE TABLE event_actor (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  actor INTEGER NOT NULL REFERENCES actor,
  role TEXT NOT NULL
) STRICT;
CREATE INDEX event_actor_of ON event_actor (event);
CREATE INDEX event_actor_actor ON event_actor (actor);

CREATE TABLE event_jurisdiction (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  jurisdiction TEXT NOT NULL
) STRICT;
CREATE INDEX event_jurisdiction_of ON event_jurisdiction (event);

CREATE TABLE event_citation (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  text TEXT NOT NULL,
  confidence TEXT
) STRICT;
CREATE INDEX event_citation_of ON event_citation (event);

CREATE TABLE event_principle (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  principle INTEGER NOT NULL REFERENCES principle
) STRICT;
CREATE INDEX event_principle_of ON event_principle (event);
CREATE INDEX event_principle_principle ON event_principle (principle);

CREATE TABLE event_place (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  place INTEGER NOT NULL REFERENCES place
) STRICT;
CREATE INDEX event_place_of ON event_place (event);
CREATE INDEX event_place_place ON event_place (place);

CREATE TABLE event_source (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  source INTEGER NOT NULL REFERENCES source,
  supports TEXT NOT NULL
) STRICT;
CREATE INDEX event_source_of ON event_source (event);
CREATE INDEX event_source_source ON event_source (source);

-- Details of an event that were not read in its sources.
CREATE TABLE event_unread_detail (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX event_unread_detail_of ON event_unread_detail (event);

CREATE TABLE relation (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  from_event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  relation_type TEXT NOT NULL,
  to_event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  part TEXT,
  effective TEXT,
  basis TEXT,
  note TEXT
) STRICT;
CREATE INDEX relation_from ON relation (from_event);
CREATE INDEX relation_to ON relation (to_event);

CREATE TABLE dispute (
  pk INTEGER PRIMARY KEY,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  chosen TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX dispute_of ON dispute (event);

CREATE TABLE dispute_alternative (
  pk INTEGER PRIMARY KEY,
  dispute INTEGER NOT NULL REFERENCES dispute ON DELETE CASCADE,
  value TEXT NOT NULL,
  source INTEGER REFERENCES source,
  what TEXT
) STRICT;
CREATE INDEX dispute_alternative_of ON dispute_alternative (dispute);
CREATE INDEX dispute_alternative_source ON dispute_alternative (source) WHERE source IS NOT NULL;

CREATE TABLE note (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event INTEGER NOT NULL REFERENCES event ON DELETE CASCADE,
  markdown TEXT NOT NULL,
  created TEXT NOT NULL,
  modified TEXT NOT NULL
) STRICT;
CREATE INDEX note_of ON note (event);

-- What can be found of an event: one row for each, kept in step by the store and
-- compared with the tables above by the check.
CREATE TABLE search_text (
  event INTEGER PRIMARY KEY REFERENCES event ON DELETE CASCADE,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  actors TEXT NOT NULL,
  sources TEXT NOT NULL,
  notes TEXT NOT NULL
) STRICT;

CREATE VIRTUAL TABLE search_index USING fts5 (
  title, summary, actors, sources, notes,
  content = 'search_text', content_rowid = 'event',
  tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER search_text_inserted AFTER INSERT ON search_text BEGIN
  INSERT INTO search_index (rowid, title, summary, actors, sources, notes)
  VALUES (new.event, new.title, new.summary, new.actors, new.sources, new.notes);
END;
CREATE TRIGGER search_text_deleted AFTER DELETE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, title, summary, actors, sources, notes)
  VALUES ('delete', old.event, old.title, old.summary, old.actors, old.sources, old.notes);
END;
CREATE TRIGGER search_text_updated AFTER UPDATE ON search_text BEGIN
  INSERT INTO search_index (search_index, rowid, title, summary, actors, sources, notes)
  VALUES ('delete', old.event, old.title, old.summary, old.actors, old.sources, old.notes);
  INSERT INTO search_index (rowid, title, summary, actors, sources, notes)
  VALUES (new.event, new.title, new.summary, new.actors, new.sources, new.notes);
END;

-- One entry for each action of a person.
CREATE TABLE change_entry (
  pk INTEGER PRIMARY KEY,
  -- RFC 3339, UTC.
  at TEXT NOT NULL,
  author TEXT,
  -- "edit" does something new; "undo" and "redo" reverse the entry they name.
  kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
  reverses INTEGER REFERENCES change_entry,
  -- What was done, a word of a closed list, and to what, as shown to people.
  action TEXT NOT NULL,
  subject TEXT NOT NULL
) STRICT;

-- The rows that an entry touched, in order. `before` is NULL for a row that was
-- inserted, `after` for one that was inserted or deleted: an inserted row is itself
-- its image, or the `before` of whatever touched it next.
CREATE TABLE change_row (
  pk INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES change_entry,
  table_name TEXT NOT NULL,
  row INTEGER NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX change_row_of ON change_row (entry);
