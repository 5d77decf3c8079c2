-- What `search_text` must say of each event.
CREATE VIEW search_expected AS
SELECT
  event.pk AS event,
  concat_ws(char(10), event.title, event.short_title) AS title,
  event.summary AS summary,
  concat_ws(' · ',
    (SELECT group_concat(actor.name, ' · ' ORDER BY event_actor.pk)
       FROM event_actor JOIN actor ON actor.pk = event_actor.actor
      WHERE event_actor.event = event.pk),
    (SELECT group_concat(actor.name, ' · ' ORDER BY event_judge.pk)
       FROM event_judge JOIN actor ON actor.pk = event_judge.actor
      WHERE event_judge.event = event.pk),
    (SELECT court.name FROM court WHERE court.pk = event.court)
  ) AS actors,
  concat_ws(' · ',
    event.docket,
    (SELECT group_concat(event_citation.text, ' · ' ORDER BY event_citation.pk)
       FROM event_citation WHERE event_citation.event = event.pk),
    (SELECT group_concat(
              concat_ws(', ', source.title, source.publisher, event_source.supports),
              ' · ' ORDER BY event_source.pk)
       FROM event_source JOIN source ON source.pk = event_source.source
      WHERE event_source.event = event.pk)
  ) AS sources,
  coalesce(
    (SELECT group_concat(note.markdown, char(10) ORDER BY note.pk)
       FROM note WHERE note.event = event.pk), '') AS notes
FROM event;
