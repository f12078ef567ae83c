-- Few messages have a key: those without one have no place in its index.
alter table outbox drop constraint outbox_timer_key_key;
create unique index outbox_timer on outbox (timer_key) where timer_key is not null;
