package io.stallcast.catalog.search;

import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What is searched for. */
public class SearchRequest {
  private static final String KINDS =
      "course|software|asset|music|subscription|ticket|session|physical";

  @QueryParam("q")
  @DefaultValue("")
  @Size(max = 200)
  @Parameter(description = "Words, \"phrases\" and -exclusions; everything where absent")
  String q = "";

  @QueryParam("category")
  @Size(max = 60)
  @Parameter(description = "Slug of a category; its sub-categories count")
  String category;

  @QueryParam("tag")
  @Size(max = 40)
  String tag;

  @QueryParam("kind")
  @Pattern(regexp = KINDS)
  @Parameter(description = KINDS)
  String kind;

  @QueryParam("minPrice")
  @PositiveOrZero
  @Parameter(description = "Minor units")
  Long minPrice;

  @QueryParam("maxPrice")
  @PositiveOrZero
  @Parameter(description = "Minor units")
  Long maxPrice;

  @QueryParam("creator")
  UUID creator;

  /** The values of the conditions, in the order that {@link SearchIndex} counts them. */
  Tuple conditions() {
    return Tuple.tuple()
        .addString(q.strip())
        .addString(category)
        .addString(tag)
        .addString(kind)
        .addLong(minPrice)
        .addLong(maxPrice)
        .addUUID(creator);
  }
}
