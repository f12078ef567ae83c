package io.stallcast.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of a list. A resource that returns one needs {@code @Produces(APPLICATION_JSON)}: the
 * framework assumes JSON only for types of the application itself, and would otherwise answer
 * {@code Accept: image/png} with the record's text instead of a 406.
 *
 * @param items the page's items in order; never null
 * @param next the cursor to read on with; null (left out of the JSON) at the end of the list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(
    List<T> items,
    @Schema(nullable = true, description = "Pass as ?cursor= to read on; absent at the end")
        String next) {

  public Page {
    items = List.copyOf(items);
  }

  /**
   * Cuts a page from rows that were read with {@link PageRequest#limitPlusOne()}: the extra row is
   * not shown, it only tells that the list goes on.
   *
   * @param cursorOf the position of a row, in the order of the query
   * @param view what the client sees of a row; must not return null
   */
  public static <R, T> Page<T> of(
      List<R> rowsOfLimitPlusOne,
      int limit,
      Function<? super R, Cursor> cursorOf,
      Function<? super R, ? extends T> view) {
    boolean goesOn = rowsOfLimitPlusOne.size() > limit;
    List<R> rows = goesOn ? rowsOfLimitPlusOne.subList(0, limit) : rowsOfLimitPlusOne;
    String next = goesOn ? cursorOf.apply(rows.getLast()).encode() : null;
    return new Page<>(rows.stream().<T>map(view).toList(), next);
  }
}
