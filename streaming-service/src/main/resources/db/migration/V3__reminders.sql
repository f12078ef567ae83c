create table reminder (
  stream_id    uuid        not null references stream (id) on delete cascade,
  user_id      uuid        not null,
  asked_at     timestamptz not null,
  -- the beginning that the user was reminded of; where that is put off, there is another reminder
  reminded_for timestamptz,
  primary key (stream_id, user_id)
);
