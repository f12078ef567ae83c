-- One payment for each order; a voided one without amount is the tombstone of a command that may still come.
create table payment (
  id                   uuid        primary key,
  order_id             uuid        not null unique,
  buyer_id             uuid,
  amount               bigint      not null,
  currency             varchar(3),
  token                varchar(200),
  lines                text        not null,
  status               varchar(20) not null check (status in
    ('pending', 'challenged', 'succeeded', 'failed', 'voided', 'partially_refunded', 'refunded')),
  charge_id            varchar(100),
  challenge_url        varchar(500),
  challenge_expires_at timestamptz,
  failure_code         varchar(60),
  failure_detail       varchar(300),
  captured             bigint      not null default 0,
  reserved             bigint      not null default 0,
  refunded             bigint      not null default 0,
  void_wanted          boolean     not null default false,
  closing_code         varchar(60),
  tries                integer     not null default 0,
  process_correlation  text,
  void_correlation     text,
  version              bigint      not null,
  created_at           timestamptz not null,
  changed_at           timestamptz not null,
  check (amount > 0 or (amount = 0 and status = 'voided')),
  check (captured in (0, amount)),
  -- never refund more than was paid: what refunds hold, and what they have given back
  check (0 <= refunded and refunded <= reserved and reserved <= captured)
);
create index payment_of_buyer on payment (buyer_id, id);

create table refund (
  id                 uuid         primary key,
  payment_id         uuid         not null references payment,
  amount             bigint       not null check (amount > 0),
  status             varchar(20)  not null check (status in ('pending', 'succeeded', 'failed')),
  reason             varchar(200),
  provider_refund_id varchar(100),
  tries              integer      not null default 0,
  created_at         timestamptz  not null,
  completed_at       timestamptz
);
create index refund_of_payment on refund (payment_id, id);
