-- The truth about orders. Rows are only ever added.
create table order_event (
  id          uuid        primary key,
  order_id    uuid        not null,
  version     bigint      not null check (version > 0),
  buyer_id    uuid        not null,
  type        varchar(60) not null,
  data        jsonb       not null,
  occurred_at timestamptz not null,
  unique (order_id, version)
);

-- Where each purchase stands.
create table saga (
  id               uuid        primary key,
  version          bigint      not null,
  order_id         uuid        not null unique,
  buyer_id         uuid        not null,
  state            varchar(20) not null,
  step             varchar(30) not null,
  attempt          integer     not null,
  tries            integer     not null,
  asked_since      timestamptz not null,
  deadline         timestamptz,
  cancel_requested boolean     not null,
  failure_code     text,
  failure_detail   text,
  payment_token    varchar(200),
  challenge_url    text,
  licence_keys     jsonb,
  timeline         text        not null,
  trace_id         varchar(32) not null,
  sequence         bigint      not null,
  started_at       timestamptz not null,
  ended_at         timestamptz
) with (fillfactor = 70);

create index saga_open on saga (started_at) where ended_at is null;

-- What products cost, as catalog-service tells.
create table priced_product (
  id         uuid         primary key,
  version    bigint       not null,
  creator_id uuid         not null,
  title      text         not null,
  kind       varchar(30)  not null,
  status     varchar(20)  not null,
  amount     bigint       not null,
  currency   varchar(3)   not null
);

-- The list of a buyer's orders: a projection, made anew from order_event at any time.
create table order_summary (
  order_id  uuid        primary key,
  buyer_id  uuid        not null,
  version   bigint      not null,
  placed_at timestamptz not null,
  view      jsonb       not null
);
create index on order_summary (buyer_id, placed_at desc, order_id desc);

-- Its twin, filled by a rebuild and then swapped in.
create table order_summary_shadow (like order_summary including all);

-- The rebuild under way, or the last one.
create table order_history_rebuild (
  singleton   boolean     primary key default true check (singleton),
  run_id      uuid        not null,
  running     boolean     not null,
  total       bigint      not null,
  done        bigint      not null,
  started_at  timestamptz not null,
  finished_at timestamptz
);
create index order_event_first on order_event (order_id) where version = 1;

-- Refunds that buyers asked for, one for an order.
create table refund (
  order_id     uuid        primary key,
  refund_id    uuid        not null,
  requested_at timestamptz not null
);
