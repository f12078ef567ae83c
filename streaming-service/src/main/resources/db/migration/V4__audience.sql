-- What all pods see together, written by one of them.
create table stream_statistics (
  stream_id      uuid   primary key references stream (id) on delete cascade,
  peak           bigint not null,
  watched_millis bigint not null
);

-- Everybody who has ever watched while it was live, by the key that viewers are counted by.
create table stream_viewer (
  stream_id uuid   not null references stream (id) on delete cascade,
  viewer    bigint not null,
  primary key (stream_id, viewer)
);
