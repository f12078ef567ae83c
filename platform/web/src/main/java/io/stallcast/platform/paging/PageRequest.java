package io.stallcast.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which page of a list is wanted; a resource method takes it as {@code @BeanParam @Valid}. */
public class PageRequest {
  /** Items of a page where the client does not say. */
  public static final int DEFAULT_LIMIT = 20;

  /** The most items of a page. */
  public static final int MAX_LIMIT = 100;

  @QueryParam("limit")
  @DefaultValue("" + DEFAULT_LIMIT)
  @Min(1)
  @Max(MAX_LIMIT)
  @Parameter(description = "Items on the page, 1 to 100")
  int limit = DEFAULT_LIMIT;

  @QueryParam("cursor")
  @Parameter(description = "The next of the page before; absent for the first page")
  String cursor;

  /** The first page of the default size; the framework fills in the rest. */
  public PageRequest() {}

  /** A page for callers that are not behind HTTP; {@code cursor} may be null. */
  public static PageRequest of(int limit, Cursor cursor) {
    PageRequest request = new PageRequest();
    request.limit = limit;
    request.cursor = cursor == null ? null : cursor.encode();
    return request;
  }

  /** Items on the page, 1 to 100. */
  public int limit() {
    return limit;
  }

  /** Rows to query: one more than the page shows, to see whether the list goes on. */
  public int limitPlusOne() {
    return limit + 1;
  }

  /**
   * Where to read on; empty for the first page.
   *
   * @throws io.stallcast.platform.problem.ProblemException 400 if it is not one of our cursors
   */
  public Optional<Cursor> cursor() {
    return Optional.ofNullable(cursor).filter(text -> !text.isBlank()).map(Cursor::decode);
  }
}
