create table email (
  id              uuid        primary key,
  notification_id uuid        not null unique references notification on delete cascade,
  status          varchar(10) not null check (status in ('QUEUED', 'SENT', 'FAILED')),
  tries           integer     not null default 0,
  queued_at       timestamptz not null,
  ended_at        timestamptz,
  failure         varchar(500),
  check ((status = 'QUEUED') = (ended_at is null))
);
create index email_queued on email (queued_at) where status = 'QUEUED';

-- The delivery log: what became of each try.
create table email_try (
  id       bigint generated always as identity primary key,
  email_id uuid        not null references email on delete cascade,
  made_at  timestamptz not null,
  outcome  varchar(20) not null,
  detail   varchar(500) not null
);
create index email_try_of_email on email_try (email_id);
