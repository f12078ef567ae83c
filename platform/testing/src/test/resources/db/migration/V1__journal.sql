create table journal_entry (
  id      uuid primary key,
  subject varchar(100) not null,
  text    varchar(100) not null,
  number  bigint generated always as identity
);
