-- What payment-service says of who may use what; a row is replaced by a newer version only.
create table entitlement (
  user_id    uuid    not null,
  product_id uuid    not null,
  version    bigint  not null,
  granted    boolean not null,
  until      timestamptz,
  primary key (user_id, product_id)
);
