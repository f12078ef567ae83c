create table category (
  slug   varchar(60) primary key,
  name   varchar(100) not null,
  parent varchar(60) references category
);

create table product (
  id             uuid primary key,
  version        bigint       not null,
  creator_id     uuid         not null,
  kind           varchar(20)  not null,
  status         varchar(20)  not null,
  title          varchar(200) not null,
  description    text         not null,
  price_amount   bigint       not null check (price_amount >= 0),
  price_currency varchar(3)   not null,
  category       varchar(60),
  tags           varchar(40)[] not null,
  stock_policy   varchar(20)  not null,
  created_at     timestamptz  not null,
  published_at   timestamptz,
  -- what "newest" sorts by: the publication, and the creation before it
  listed_at      timestamptz  not null,
  constraint product_category foreign key (category) references category
);
create index product_of_creator on product (creator_id, listed_at, id);
create index product_newest on product (listed_at, id) where status = 'PUBLISHED';
create index product_cheapest on product (price_amount, id) where status = 'PUBLISHED';
create index product_by_title on product (lower(title), id) where status = 'PUBLISHED';
create index product_in_category on product (category, listed_at, id) where status = 'PUBLISHED';

-- Every price a product ever had, with the versions and the time it stood for.
create table price (
  id            uuid primary key,
  product_id    uuid        not null references product on delete cascade,
  amount        bigint      not null,
  currency      varchar(3)  not null,
  from_version  bigint      not null,
  until_version bigint,
  valid_from    timestamptz not null,
  valid_until   timestamptz,
  constraint price_ends check ((until_version is null) = (valid_until is null))
);
create unique index price_current on price (product_id) where valid_until is null;
create index price_of_product on price (product_id, valid_until);

create table stock (
  product_id uuid primary key references product on delete cascade,
  version    bigint      not null,
  policy     varchar(20) not null,
  -- null where the policy is unlimited
  available  bigint,
  reserved   bigint      not null,
  sold       bigint      not null,
  constraint stock_limited check ((policy = 'UNLIMITED') = (available is null)),
  constraint stock_never_oversold check (available >= 0),
  constraint stock_reserved check (reserved >= 0),
  constraint stock_sold check (sold >= 0)
) with (fillfactor = 50); -- a hot product's row is rewritten many times a second

-- The stock's ledger outlives the product, hence no foreign key.
create table stock_movement (
  id               uuid primary key,
  product_id       uuid        not null,
  kind             varchar(20) not null,
  available_change bigint      not null,
  reserved_change  bigint      not null,
  sold_change      bigint      not null,
  order_id         uuid,
  occurred_at      timestamptz not null
);
create index stock_movement_of_product on stock_movement (product_id, id);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name;
end $$;
create trigger stock_movement_is_append_only
  before update or delete or truncate on stock_movement
  for each statement execute function refuse_change();

create table licence_key (
  id         uuid primary key,
  product_id uuid         not null references product on delete cascade,
  key_value  varchar(500) not null,
  -- null until it is handed over
  order_id   uuid,
  handed_at  timestamptz,
  constraint licence_key_once unique (product_id, key_value)
);
create index licence_key_free on licence_key (product_id, id) where order_id is null;
create index licence_key_of_order on licence_key (order_id) where order_id is not null;

create table reservation (
  order_id       uuid primary key,
  -- null where it was made through the service API and expires
  saga_id        uuid,
  state          varchar(20) not null,
  -- product id -> quantity
  lines          jsonb       not null,
  refusal_code   varchar(40),
  refusal_detail varchar(300),
  created_at     timestamptz not null,
  ended_at       timestamptz,
  expires_at     timestamptz
) with (fillfactor = 80);
