-- Whose e-mails of a kind are collected.
alter table preference add column digest boolean not null default false;

-- When someone wants to be told; who has no row has the defaults.
create table habit (
  recipient_id uuid        primary key,
  time_zone    varchar(60) not null,
  quiet_from   time,
  quiet_to     time,
  digest_at    time        not null,
  check ((quiet_from is null) = (quiet_to is null))
);

-- What is collected for a person until it is due. There is one at a time: who adds to it holds its row.
create table digest (
  id           uuid        primary key,
  recipient_id uuid        not null unique,
  due_at       timestamptz not null
);

create table digest_item (
  notification_id uuid primary key references notification on delete cascade,
  digest_id       uuid not null references digest on delete cascade
);
create index digest_item_of_digest on digest_item (digest_id);
