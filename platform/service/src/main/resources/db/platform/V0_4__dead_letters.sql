-- What operators do with dead letters. position is a key's order, id the name that clients know.
alter table dead_letter rename column id to position;
alter table dead_letter rename column reason to detail;
alter table dead_letter rename column replayed_at to settled_at;
alter table dead_letter
  add column id        uuid        not null default uuidv7() unique,
  add column reason    varchar(40) not null default 'unforeseen',
  add column replaying boolean     not null default false,
  add column replays   integer     not null default 0,
  add column discarded boolean     not null default false,
  add column operator  uuid,
  add column note      varchar(500);

drop index dead_letter_open;
create index dead_letter_open on dead_letter (consumer, subject, position) where settled_at is null;
create index dead_letter_replaying on dead_letter (consumer, subject) where replaying;
create index dead_letter_listed on dead_letter (created_at, id);
