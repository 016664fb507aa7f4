-- A user wants the reply stopped that is being written; the node that writes it may not hear the signal.
alter table turn add column stop_asked boolean not null default false;
