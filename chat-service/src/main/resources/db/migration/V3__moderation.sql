-- Who did what as a moderator, to whom and why.
create table moderation_action (
  room_id    uuid        not null,
  era        int         not null,
  position   bigint      not null,
  done_at    timestamptz not null,
  by         uuid        not null,
  action     varchar(40) not null,
  user_id    uuid,
  message_id uuid,
  seconds    bigint,
  reason     varchar(500),
  primary key (room_id, era, position)
);

-- What people think should be looked at.
create table report (
  id          uuid         primary key,
  room_id     uuid         not null,
  message_id  uuid         not null,
  author_id   uuid         not null,
  reporter_id uuid         not null,
  reason      varchar(500) not null,
  text        varchar(2000) not null,
  reported_at timestamptz  not null,
  resolved_at timestamptz,
  resolved_by uuid,
  unique (message_id, reporter_id)
);
create index report_open on report (room_id, id) where resolved_at is null;

-- Who follows whom; a row is replaced by a newer version only.
create table following (
  follower_id uuid    not null,
  creator_id  uuid    not null,
  version     bigint  not null,
  follows     boolean not null,
  primary key (follower_id, creator_id)
);
