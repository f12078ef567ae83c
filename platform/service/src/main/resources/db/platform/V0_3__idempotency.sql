create table idempotency_key (
  caller     uuid         not null,
  route      varchar(120) not null,
  key        varchar(200) not null,
  body_hash  char(64)     not null,
  status     smallint,
  location   varchar(400),
  body       text,
  created_at timestamptz  not null default now(),
  primary key (caller, route, key)
);
create index idempotency_key_age on idempotency_key using brin (created_at);
