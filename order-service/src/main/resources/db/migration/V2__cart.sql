-- What somebody means to buy. It holds no price: that is asked for when the cart is shown.
create table cart_item (
  user_id    uuid        not null,
  product_id uuid        not null,
  quantity   integer     not null check (quantity between 1 and 100),
  added_at   timestamptz not null,
  primary key (user_id, product_id)
);
