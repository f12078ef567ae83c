-- Whom to tell when whom goes live. One who follows no more is kept, so that nothing late revives it.
create table follow (
  creator_id  uuid    not null,
  follower_id uuid    not null,
  sequence    bigint  not null,
  active      boolean not null,
  primary key (creator_id, follower_id)
);
create index follow_of_follower on follow (follower_id);

-- What names a creator goes with them.
create index notification_about on notification ((content ->> 'creatorId')) where kind = 'CREATOR_LIVE';
