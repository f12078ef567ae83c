-- Which products are subscriptions, and to whom: who has one is shown as the creator's subscriber.
create table subscription (
  product_id uuid primary key,
  creator_id uuid not null
);
create index subscription_of_creator on subscription (creator_id);
