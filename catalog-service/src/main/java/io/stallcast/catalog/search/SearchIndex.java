package io.stallcast.catalog.search;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Cursor;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The published products as PostgreSQL's full text search sees them. */
@ApplicationScoped
class SearchIndex {
  private static final String HITS =
      """
      with asked as (
        select websearch_to_tsquery('stallcast', $1) as words, lower(unaccent($1)) as plain),
      hits as (
        select p.id, p.category, p.kind, p.tags,
          round((ts_rank(p.search, words)
                 + word_similarity(plain, lower(unaccent(p.title))))::numeric, 6) as rank
        from product p, asked
        where p.status = 'PUBLISHED'
          and ($1 = '' or p.search @@ words or plain <% lower(p.title))
          and ($2::text is null
               or p.category in (select slug from category where $2 in (slug, parent)))
          and ($3::text is null or lower($3) = any (p.tags))
          and ($4::text is null or p.kind = upper($4))
          and ($5::bigint is null or p.price_amount >= $5)
          and ($6::bigint is null or p.price_amount <= $6)
          and ($7::uuid is null or p.creator_id = $7))
      """;
  private static final String PAGE =
      HITS
          + """
          select id, rank from hits
          where $8::numeric is null or (rank, id) < ($8, $9::uuid)
          order by rank desc, id desc limit $10
          """;
  private static final String FACETS =
      HITS
          + """
          , counts as (
            select 'category' as facet, category as value, count(*) as count
            from hits where category is not null group by category
            union all select 'kind', lower(kind), count(*) from hits group by kind
            union all select 'tag', tag, count(*) from hits, unnest(tags) tag group by tag),
          numbered as (
            select *, row_number() over (partition by facet order by count desc, value) as place
            from counts)
          select facet, value, count from numbered where place <= 20 order by facet, place
          """;
  private static final String SUGGESTIONS =
      """
      select title from (
        select distinct on (lower(title)) title,
          word_similarity(lower(unaccent($1)), lower(unaccent(title))) as likeness
        from product
        where status = 'PUBLISHED'
          and (lower($1) <% lower(title) or starts_with(lower(title), lower($1)))
        order by lower(title), id) titles
      order by likeness desc, title limit 10
      """;

  private final Pool pool;

  SearchIndex(Pool pool) {
    this.pool = pool;
  }

  /** A product that was found. */
  record Hit(UUID id, BigDecimal rank) {
    static Hit of(Row row) {
      return new Hit(row.getUUID("id"), row.getBigDecimal("rank"));
    }

    Cursor cursor() {
      return Cursor.of(rank, id);
    }
  }

  Uni<List<Hit>> page(SearchRequest request, Optional<Cursor> behind, int count) {
    return pool.preparedQuery(PAGE)
        .execute(
            request
                .conditions()
                .addBigDecimal(behind.map(cursor -> rank(cursor)).orElse(null))
                .addUUID(behind.map(cursor -> cursor.uuid(1)).orElse(null))
                .addInteger(count))
        .map(rows -> list(rows, Hit::of));
  }

  /** How many hits each value has, most first, by facet. */
  Uni<Map<String, List<FacetCount>>> facets(SearchRequest request) {
    return pool.preparedQuery(FACETS).execute(request.conditions()).map(SearchIndex::facets);
  }

  /** Titles that begin like that, or nearly so. */
  Uni<List<String>> suggestions(String typed) {
    return pool.preparedQuery(SUGGESTIONS)
        .execute(Tuple.of(typed))
        .map(rows -> list(rows, row -> row.getString("title")));
  }

  private static BigDecimal rank(Cursor cursor) {
    try {
      return new BigDecimal(cursor.text(0));
    } catch (NumberFormatException e) {
      throw new ProblemException(
          StandardProblem.MALFORMED_REQUEST, "The cursor is not one that this list gave out.");
    }
  }

  private static Map<String, List<FacetCount>> facets(RowSet<Row> rows) {
    var facets = new LinkedHashMap<String, List<FacetCount>>();
    List.of("category", "kind", "tag").forEach(facet -> facets.put(facet, new ArrayList<>()));
    rows.forEach(row -> facets.get(row.getString("facet")).add(FacetCount.of(row)));
    return facets;
  }

  private static <T> List<T> list(RowSet<Row> rows, Function<Row, T> each) {
    return StreamSupport.stream(rows.spliterator(), false).map(each).toList();
  }
}
