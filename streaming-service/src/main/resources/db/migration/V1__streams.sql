create table stream (
  id                uuid         primary key,
  version           bigint       not null,
  creator_id        uuid         not null,
  status            varchar(20)  not null,
  title             varchar(200) not null,
  description       text         not null,
  category          varchar(60),
  picture_url       varchar(2000),
  access_policy     varchar(20)  not null,
  product_ids       uuid[]       not null,
  pinned_product_id uuid,
  created_at        timestamptz  not null,
  scheduled_for     timestamptz,
  started_at        timestamptz,
  ended_at          timestamptz,
  -- when it begins, began or ended: by this the streams of a status are listed
  listed_at         timestamptz  not null
);
create index stream_of_status on stream (status, listed_at, id);
create index stream_of_creator on stream (creator_id, id);
create index stream_in_category on stream (category, status);

-- Apart from the stream: rolling a key is no change that an ETag or an event tells of.
create table stream_key (
  stream_id uuid        primary key references stream (id) on delete cascade,
  key_hash  varchar(43) not null unique,
  made_at   timestamptz not null
);
