-- Every ticket has one of two names. An index that begins with them leads to all tickets there were until it is vacuumed;
-- one that begins with the task leads to one.
alter table scheduled_tasks drop constraint scheduled_tasks_pkey, add primary key (task_instance, task_name);
drop index scheduled_tasks_due;
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time);
-- Most of the time no ticket waits. Vacuumed to nothing, the table would be read whole by statements planned then.
alter table scheduled_tasks set (vacuum_truncate = off);
