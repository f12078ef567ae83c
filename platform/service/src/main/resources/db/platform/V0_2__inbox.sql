create table inbox (
  consumer    varchar(120) not null,
  event_id    uuid         not null,
  received_at timestamptz  not null default now(),
  primary key (consumer, event_id)
);
create index inbox_age on inbox using brin (received_at);

-- A record that cannot be handled, and behind it the later ones of its key, in order of id.
create table dead_letter (
  id          bigint generated always as identity primary key,
  consumer    varchar(120) not null,
  topic       varchar(120) not null,
  partition   integer      not null,
  record_offset bigint     not null,
  subject     varchar(200) not null,
  headers     jsonb        not null,
  value       text,
  reason      text         not null,
  parked      boolean      not null,
  created_at  timestamptz  not null default now(),
  replayed_at timestamptz,
  unique (consumer, topic, partition, record_offset)
);
create index dead_letter_open on dead_letter (consumer, subject) where replayed_at is null;
