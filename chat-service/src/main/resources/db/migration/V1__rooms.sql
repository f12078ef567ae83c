-- Beside which stream a room is, as streaming.events tell.
create table room (
  id            uuid        primary key,
  version       bigint      not null,
  creator_id    uuid        not null,
  access_policy varchar(20) not null,
  product_ids   uuid[]      not null,
  status        varchar(20) not null
);
create index room_open on room (id) where status = 'OPEN';

-- How far the log of each partition is written down here. An era is the life of one topic with one number of partitions:
-- positions of a later era are behind those of an earlier one, whatever their numbers.
create table progress (
  partition int          primary key,
  era       int          not null,
  epoch     varchar(100) not null,
  position  bigint       not null
);

-- What the fold of a room's log has come to, but for its messages and its bans.
create table room_state (
  room_id           uuid        primary key,
  slow_mode_seconds int         not null,
  pinned_message_id uuid,
  writers           varchar(20) not null,
  links             boolean     not null,
  words             text[]      not null,
  moderators        uuid[]      not null
);

create table message (
  room_id     uuid          not null,
  era         int           not null,
  position    bigint        not null,
  id          uuid          not null,
  client_id   varchar(64)   not null,
  author_id   uuid          not null,
  author_name varchar(200)  not null,
  badges      text[]        not null,
  text        varchar(2000) not null,
  reply_to    uuid,
  mentions    uuid[]        not null,
  sent_at     timestamptz   not null,
  edited_at   timestamptz,
  deleted     boolean       not null,
  primary key (room_id, era, position)
);
create unique index message_by_id on message (room_id, id);

create table reaction (
  room_id    uuid        not null,
  message_id uuid        not null,
  emoji      varchar(40) not null,
  user_id    uuid        not null,
  primary key (room_id, message_id, emoji, user_id)
);

-- Who may not write; for good where there is no end.
create table silence (
  room_id uuid not null,
  user_id uuid not null,
  until   timestamptz,
  primary key (room_id, user_id)
);

-- What the sockets of a room were told, for those who come back.
create table told (
  room_id  uuid        not null,
  era      int         not null,
  position bigint      not null,
  told_at  timestamptz not null,
  frame    text        not null,
  primary key (room_id, era, position)
);
create index told_long_ago on told (told_at);

-- Up to where that is not kept any more.
create table forgotten (
  room_id  uuid   primary key,
  era      int    not null,
  position bigint not null
);
