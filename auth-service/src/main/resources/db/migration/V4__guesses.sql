-- Password guesses per account and address; the subject is a hash, so that no address is kept.
create table guess_window (
  subject    varchar(43) primary key,
  started_at timestamptz not null,
  guesses    int         not null
);

create index guess_window_age on guess_window (started_at);
