-- Which orders were granted; a row that was revoked before it was granted refuses the late grant.
create table access_order (
  order_id   uuid        primary key,
  revoked_at timestamptz
);

create table entitlement (
  id         uuid         primary key,
  user_id    uuid         not null,
  product_id uuid         not null,
  order_id   uuid         not null,
  title      varchar(300) not null,
  kind       varchar(30)  not null,
  since      timestamptz  not null,
  until      timestamptz,
  revoked_at timestamptz,
  unique (user_id, product_id, order_id)
);
create index entitlement_of_order on entitlement (order_id);
create index library on entitlement (user_id, since desc, id desc) where revoked_at is null;

-- The version of what a user may do with a product, over all of the user's orders.
create table access (
  user_id    uuid   not null,
  product_id uuid   not null,
  version    bigint not null,
  primary key (user_id, product_id)
);
