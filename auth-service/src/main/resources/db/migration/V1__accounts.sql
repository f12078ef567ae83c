create table account (
  id            uuid primary key,
  email         varchar(254) not null,
  display_name  varchar(80)  not null,
  locale        varchar(35)  not null,
  roles         varchar(32)[] not null,
  password_hash varchar(255) not null,
  registered_at timestamptz  not null,
  version       bigint       not null
);

-- what makes an address taken, whatever its case and whoever asks first
create unique index account_email_unique on account (lower(email));
