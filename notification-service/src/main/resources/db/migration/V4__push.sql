-- The browsers that people want to be pushed to. One is whose it was last.
create table push_subscription (
  id           uuid          primary key,
  recipient_id uuid          not null,
  endpoint     varchar(2000) not null unique,
  p256dh       varchar(100)  not null,
  auth         varchar(40)   not null,
  created_at   timestamptz   not null
);
create index push_subscription_of_recipient on push_subscription (recipient_id);
