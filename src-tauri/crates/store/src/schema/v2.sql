-- From schema 1 to schema 2. Runs on an empty casebook of schema 1 as well: what is
-- made new and what was brought up to date are the same, to the letter.

-- When a paper was filed and when it was entered on the docket: EDTF, as written.
ALTER TABLE event ADD COLUMN filed TEXT;
ALTER TABLE event ADD COLUMN entered TEXT;

-- Derived from `public_from`, or else from the date: the first day on which the event
-- may have been public.
ALTER TABLE event ADD COLUMN public_first INTEGER NOT NULL DEFAULT 0;
UPDATE event SET public_first = public_first_day(date, stated_date, stated_end, public_from);
-- The rows in the history are rows of this schema too, so that undoing an edit that
-- was made before the change leaves no column behind.
UPDATE change_row SET
  before = json_set(before, '$.public_first', public_first_day(
    before ->> '$.date', before ->> '$.stated_date', before ->> '$.stated_end',
    before ->> '$.public_from')),
  after = json_set(after, '$.public_first', public_first_day(
    after ->> '$.date', after ->> '$.stated_date', after ->> '$.stated_end',
    after ->> '$.public_from'))
WHERE table_name = 'event';
