-- Each move of a task writes an event and an entry of its history. For every such row a foreign key would look up and
-- lock the row of the user or of the task. Whoever writes an event holds the feed's head, and whoever writes an entry
-- holds the task: so it is enough that what belongs to them goes with them.
alter table feed_event drop constraint feed_event_user_id_fkey;
create function feed_events_go() returns trigger language plpgsql as $$
begin
  delete from feed_event using gone where feed_event.user_id = gone.user_id;
  return null;
end
$$;
create trigger feed_events_go after delete on feed_head
  referencing old table as gone for each statement execute function feed_events_go();

alter table task_event drop constraint task_event_task_id_fkey;
create function task_events_go() returns trigger language plpgsql as $$
begin
  delete from task_event using gone where task_event.task_id = gone.task_id;
  return null;
end
$$;
create trigger task_events_go after delete on task
  referencing old table as gone for each statement execute function task_events_go();

-- Rows that change with every move: room beside them for the next version, so that no index is touched.
alter table user_slot set (fillfactor = 50);
alter table feed_head set (fillfactor = 50);
