-- Courses have rooms as streams have: the room's id is the stream's, or the product's.
alter table room add kind varchar(20) not null default 'STREAM';
alter table room alter kind drop default;
