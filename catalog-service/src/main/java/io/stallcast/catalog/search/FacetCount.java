package io.stallcast.catalog.search;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;

/** How many hits there would be with this value of a facet. */
@RegisterForReflection
record FacetCount(String value, long count) {

  static FacetCount of(Row row) {
    return new FacetCount(row.getString("value"), row.getLong("count"));
  }
}
