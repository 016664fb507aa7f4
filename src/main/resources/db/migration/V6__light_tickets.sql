-- Claims, heartbeats and new ranks change a ticket several times in its short life, and each change wrote to each index.
-- A ticket that isn't claimed is found by its rank; those that are claimed are few enough to be looked through.
drop index scheduled_tasks_heartbeat;
drop index scheduled_tasks_time;
-- Room beside each ticket for its next version, so that a claim and a heartbeat touch no index.
alter table scheduled_tasks set (fillfactor = 50);
-- The oldest event of each feed is known by its number.
drop index feed_event_age;
