-- A start changes a task's state and what goes with it. As long as no index asks for any of these, the new version stands
-- beside the old one and no index is written. Who waits neither holds a slot nor has completed.
alter table task add constraint task_waits
  check ((state = 'waiting') = (not holds_slot and completed_at is null)) not valid;
drop index task_line, task_pending, task_run_time, task_slot;
create index task_run_time on task (task_type, completed_at desc) where result is not null;
-- Without statistics these three look alike, and PostgreSQL takes the newest: the narrowest comes last.
create index task_open on task (user_id, line_key, task_id) where expires_at is null;
create index task_slot on task (user_id) where holds_slot;
create index task_line on task (user_id, line_key, task_id)
  where not holds_slot and completed_at is null and open_dependencies = 0 and due_at is null;
alter table task set (fillfactor = 70);
