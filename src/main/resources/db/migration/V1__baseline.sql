-- Who may call. Whatever belongs to a user goes with the user.
create table app_user (
  user_id    text primary key,
  role       text        not null check (role in ('admin', 'user')),
  created_at timestamptz not null
);

create table access_token (
  token_id   uuid primary key,
  user_id    text        not null references app_user on delete cascade,
  name       text        not null,
  hash       bytea       not null unique,
  created_at timestamptz not null,
  expires_at timestamptz
);
create index access_token_of_user on access_token (user_id);

create table sign_in_code (
  hash       bytea primary key,
  user_id    text        not null references app_user on delete cascade,
  expires_at timestamptz not null
);

create table spring_session (
  primary_id            char(36) primary key,
  session_id            char(36)     not null unique,
  creation_time         bigint       not null,
  last_access_time      bigint       not null,
  max_inactive_interval int          not null,
  expiry_time           bigint       not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);

-- The feed: numbers without gaps, in commit order. feed_head is locked last in every transaction.
create table feed_head (
  user_id text primary key references app_user on delete cascade,
  seq     bigint not null default 0,
  oldest  bigint not null default 1
);

create table feed_event (
  user_id         text        not null references app_user on delete cascade,
  seq             bigint      not null,
  type            text        not null,
  conversation_id uuid,
  task_id         uuid,
  body            jsonb       not null,
  created_at      timestamptz not null,
  primary key (user_id, seq)
);
create index feed_event_age on feed_event (created_at);

-- Projects, files, artifacts. Bytes live beside their metadata, one blob each.
create table project (
  user_id    text        not null references app_user on delete cascade,
  project_id text        not null,
  created_at timestamptz not null,
  primary key (user_id, project_id)
);

create table blob (
  blob_id uuid primary key,
  user_id text  not null references app_user on delete cascade,
  content bytea not null
);
alter table blob alter column content set storage external;
create index blob_of_user on blob (user_id);

create table file (
  file_id    uuid primary key,
  user_id    text        not null,
  project_id text        not null,
  name       text        not null,
  media_type text        not null,
  size       bigint      not null,
  sha256     text        not null,
  blob_id    uuid        not null references blob,
  created_at timestamptz not null,
  foreign key (user_id, project_id) references project on delete cascade
);
create index file_of_project on file (user_id, project_id, created_at desc);

create table artifact_name (
  user_id    text not null,
  project_id text not null,
  name       text not null,
  latest     int  not null,
  primary key (user_id, project_id, name),
  foreign key (user_id, project_id) references project on delete cascade
);

create table artifact (
  artifact_id uuid primary key,
  user_id     text        not null,
  project_id  text        not null,
  name        text        not null,
  version     int         not null,
  kind        text        not null,
  media_type  text        not null,
  size        bigint      not null,
  sha256      text        not null,
  task_id     uuid,
  blob_id     uuid        not null references blob,
  created_at  timestamptz not null,
  unique (user_id, project_id, name, version),
  foreign key (user_id, project_id) references project on delete cascade
);
create index artifact_of_task on artifact (task_id) where task_id is not null;
create index artifact_of_kind on artifact (user_id, project_id, kind, name, version desc);

-- Who runs: a lease for each process.
create table node (
  name        text primary key,
  lease_until timestamptz not null,
  started_at  timestamptz not null,
  version     text        not null
);

-- Tasks. user_slot is the first lock of every change of admission.
create table user_slot (
  user_id       text primary key references app_user on delete cascade,
  running_limit int,
  pending_limit int,
  waiting       int not null default 0
);

create table task (
  task_id           uuid primary key,
  user_id           text        not null references app_user on delete cascade,
  project_id        text        not null,
  conversation_id   uuid,
  turn_id           uuid,
  task_type         text        not null,
  state             text        not null
    check (state in ('waiting', 'queued', 'running', 'completed', 'failed', 'cancelled')),
  priority          int         not null check (priority between 1 and 9),
  line_key          timestamptz not null,
  holds_slot        boolean     not null default false,
  ticket            int         not null default 0,
  due_at            timestamptz,
  input             jsonb       not null,
  result            jsonb,
  error             jsonb,
  progress          jsonb       not null,
  open_dependencies int         not null default 0,
  epoch             int         not null default 0,
  attempt           int         not null default 1,
  max_attempts      int         not null,
  retry_of          uuid,
  node              text,
  usage             jsonb,
  prompt_hash       text,
  version           int         not null default 1,
  created_at        timestamptz not null,
  started_at        timestamptz,
  completed_at      timestamptz,
  expires_at        timestamptz
);
create index task_line on task (user_id, line_key, task_id)
  where state = 'waiting' and open_dependencies = 0 and due_at is null;
create index task_pending on task (user_id, line_key, task_id) where state in ('waiting', 'queued');
create index task_slot on task (user_id) where holds_slot;
create index task_slot_of_node on task (node) where holds_slot;
create index task_expiry on task (expires_at) where expires_at is not null;
create index task_list on task (user_id, created_at desc, task_id desc);
create index task_run_time on task (task_type, completed_at desc) where state = 'completed';
create index task_of_turn on task (turn_id) where turn_id is not null;
create index task_retry on task (retry_of) where retry_of is not null;
create index task_of_conversation on task (conversation_id) where conversation_id is not null;

create table task_dependency (
  task_id    uuid not null references task on delete cascade,
  depends_on uuid not null references task on delete cascade,
  primary key (task_id, depends_on)
);
create index task_dependents on task_dependency (depends_on);

create table task_step (
  task_id    uuid        not null references task on delete cascade,
  step_key   text        not null,
  epoch      int         not null,
  result     jsonb       not null,
  usage      jsonb,
  created_at timestamptz not null,
  primary key (task_id, step_key)
);

create table task_event (
  task_id    uuid        not null references task on delete cascade,
  seq        int         not null,
  type       text        not null,
  body       jsonb       not null,
  created_at timestamptz not null,
  primary key (task_id, seq)
);

create table idempotency (
  user_id     text not null references app_user on delete cascade,
  key         text not null,
  fingerprint text not null,
  task_id     uuid not null references task on delete cascade,
  primary key (user_id, key)
);
create index idempotency_of_task on idempotency (task_id);

-- Tickets of the engine below: no payload, only "this task may run".
create table scheduled_tasks (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  state                text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (priority desc, execution_time asc);
create index scheduled_tasks_time on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- Conversations.
create table conversation (
  conversation_id uuid primary key,
  user_id         text        not null references app_user on delete cascade,
  project_id      text,
  title           text        not null,
  next_seq        int         not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null
);
create index conversation_of_user on conversation (user_id, updated_at desc, conversation_id);

create table turn (
  turn_id         uuid primary key,
  conversation_id uuid        not null references conversation on delete cascade,
  user_id         text        not null,
  state           text        not null
    check (state in ('queued', 'running', 'completed', 'failed', 'cancelled')),
  node            text,
  epoch           int         not null default 0,
  draft           text        not null default '',
  client_id       text,
  project_id      text,
  file_ids        uuid[]      not null default '{}',
  user_seq        int         not null,
  reply_seq       int,
  error           text,
  prompt_hash     text,
  created_at      timestamptz not null,
  started_at      timestamptz,
  ended_at        timestamptz,
  unique (conversation_id, client_id)
);
create unique index turn_running on turn (conversation_id) where state = 'running';
create index turn_queued on turn (conversation_id, created_at, turn_id) where state = 'queued';
create index turn_open on turn (state) where state in ('queued', 'running');

create table message (
  message_id      uuid        not null unique,
  conversation_id uuid        not null references conversation on delete cascade,
  seq             int         not null,
  turn_id         uuid,
  role            text        not null check (role in ('user', 'assistant', 'notice')),
  content         text        not null,
  task_ids        uuid[]      not null default '{}',
  model_json      jsonb,
  announces       uuid unique,
  told_in_turn    uuid,
  prompt_version  text,
  tokens          int,
  created_at      timestamptz not null,
  primary key (conversation_id, seq)
);
create index message_untold on message (conversation_id, seq) where role = 'notice' and told_in_turn is null;
