-- Pods agree on the next key by its number: the first insert wins.
create table signing_key (
  number             int primary key,
  kid                varchar(43) not null unique,
  public_key         bytea       not null,
  sealed_private_key bytea       not null,
  signs_from         timestamptz not null,
  created_at         timestamptz not null
);
