-- Who follows whom; since is null where they do no longer: the version of a pair must not start anew.
create table follow (
  follower_id uuid   not null references account,
  creator_id  uuid   not null references account,
  since       timestamptz,
  version     bigint not null,
  primary key (follower_id, creator_id),
  check (follower_id <> creator_id)
);

create index follow_of_follower on follow (follower_id, since desc, creator_id desc) where since is not null;

-- How many follow a creator, counted in the transaction that changes it.
create table audience (
  creator_id uuid   primary key references account,
  followers  bigint not null check (followers >= 0)
);
