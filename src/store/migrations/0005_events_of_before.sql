-- The first events of requests filed before lifecycles: the same day and limit, in today's words.
DROP TRIGGER request_events_no_update;
--> statement-breakpoint
UPDATE request_events SET event = 'submitted', detail = json_object('on', substr(at, 1, 10), 'channel', 'internet')
WHERE event = 'filed' AND request_id IN (SELECT id FROM requests WHERE type = 'disclosure');
--> statement-breakpoint
UPDATE request_events SET event = 'received', detail = json_object('on', substr(at, 1, 10), 'channel', 'internet', 'transferred', json('false'))
WHERE event = 'filed' AND request_id IN (SELECT id FROM requests WHERE type = 'petition');
--> statement-breakpoint
UPDATE request_events SET detail = json_object(
  'on', substr(at, 1, 10),
  'channel', 'internet',
  'urgent', json(CASE WHEN json_extract(detail, '$.urgent') THEN 'true' ELSE 'false' END),
  'limit', json_object(
    'limit', CASE
      WHEN json_extract(detail, '$.dueAt') IS NOT NULL
        THEN json_object('hours', max(1, CAST(round((julianday(json_extract(detail, '$.dueAt')) - julianday(at)) * 24) AS INTEGER)))
      WHEN json_extract(detail, '$.dueOn') IS NOT NULL
        THEN json_object('calendarDays', max(1, CAST(julianday(json_extract(detail, '$.dueOn')) - julianday(substr(at, 1, 10)) AS INTEGER)))
      ELSE json_object('workingDays', 5) END,
    'basis', coalesce(json_extract(detail, '$.basis'), '街道自己定的办理时限')))
WHERE event = 'filed' AND request_id IN (SELECT id FROM requests WHERE type NOT IN ('disclosure', 'petition'));
--> statement-breakpoint
UPDATE requests SET phase = CASE type WHEN 'disclosure' THEN 'unconfirmed' WHEN 'petition' THEN 'acceptance' ELSE 'submitted' END,
  version = (SELECT count(*) FROM request_events WHERE request_id = requests.id);
--> statement-breakpoint
CREATE TRIGGER request_events_no_update BEFORE UPDATE ON request_events BEGIN SELECT RAISE(ABORT, 'request_events is append-only'); END;
