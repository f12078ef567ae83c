create extension if not exists unaccent;
create extension if not exists pg_trgm;

create text search configuration stallcast (copy = english);
alter text search configuration stallcast
  alter mapping for hword, hword_part, word with unaccent, english_stem;

-- array_to_string is only declared stable, for the sake of types whose text depends on settings
create function tags_as_text(tags text[]) returns text
  language sql immutable parallel safe return array_to_string(tags, ' ');

alter table product add column search tsvector generated always as (
  setweight(to_tsvector('stallcast', title), 'A')
  || setweight(to_tsvector('stallcast', tags_as_text(tags)), 'B')
  || setweight(to_tsvector('stallcast', description), 'C')) stored;

create index product_search on product using gin (search);
create index product_title_trigrams on product using gin (lower(title) gin_trgm_ops);
