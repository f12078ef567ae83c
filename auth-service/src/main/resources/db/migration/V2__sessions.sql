-- One sign-in on one device: a family of refresh tokens. Its row is the lock of all of them.
create table session (
  id         uuid primary key,
  account_id uuid        not null references account on delete cascade,
  generation int         not null,
  started_at timestamptz not null,
  rotated_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  end_reason varchar(16),
  user_agent varchar(200)
);

create index session_account on session (account_id, id);
create index session_expiry on session (expires_at);

-- Every token of a living family, so that an old one is known when it comes back. SHA-256 only.
create table session_token (
  hash       varchar(43) primary key,
  session_id uuid not null references session on delete cascade,
  generation int  not null,
  unique (session_id, generation)
);
