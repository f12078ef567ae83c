-- Who may be told something. An erased one is kept as a bare id, so that nothing late revives it.
create table recipient (
  id           uuid        primary key,
  sequence     bigint      not null,
  email        varchar(320),
  display_name varchar(200),
  locale       varchar(35),
  erased       boolean     not null default false,
  check (erased = (email is null)),
  check (erased = (display_name is null))
);

-- That someone was told of an event: once of each kind, whichever channels it went through.
create table notification (
  id           uuid        primary key,
  event_id     uuid        not null,
  recipient_id uuid        not null,
  kind         varchar(40) not null,
  content      jsonb       not null,
  in_app       boolean     not null,
  created_at   timestamptz not null,
  read_at      timestamptz,
  constraint notification_once unique (event_id, recipient_id, kind)
);
create index notification_of_recipient on notification (recipient_id, id desc);
create index notification_unread on notification (recipient_id, id desc) where in_app and read_at is null;

-- What someone chose; a kind without a row has its defaults.
create table preference (
  recipient_id uuid        not null,
  kind         varchar(40) not null,
  in_app       boolean     not null,
  email        boolean     not null,
  push         boolean     not null,
  primary key (recipient_id, kind)
);
