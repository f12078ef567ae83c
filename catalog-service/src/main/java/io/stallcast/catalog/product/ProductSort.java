package io.stallcast.catalog.product;

import io.stallcast.catalog.Product;
import io.stallcast.platform.paging.Cursor;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The orders in which products are listed; the id decides between equals. */
@SuppressWarnings("ImmutableEnumChecker") // the functions have no state
enum ProductSort {
  NEWEST("listedAt", "desc", Product::listedAt, Cursor::instant),
  PRICE_ASC("priceAmount", "asc", product -> product.price().amount(), Cursor::number),
  PRICE_DESC("priceAmount", "desc", product -> product.price().amount(), Cursor::number),
  TITLE("lower(title)", "asc", product -> product.title().toLowerCase(Locale.ROOT), Cursor::text);

  /** Their names in a request. */
  static final String NAMES = "newest|price_asc|price_desc|title";

  private final String column;
  private final String direction;
  private final Function<Product, Object> value;
  private final BiFunction<Cursor, Integer, Object> read;

  ProductSort(
      String column,
      String direction,
      Function<Product, Object> value,
      BiFunction<Cursor, Integer, Object> read) {
    this.column = column;
    this.direction = direction;
    this.value = value;
    this.read = read;
  }

  static ProductSort named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  String orderBy() {
    return " order by %s %s, id %s".formatted(column, direction, direction);
  }

  /** Holds for the rows behind the cursor whose values are {@code :value} and {@code :last}. */
  String behindCursor() {
    return "(%s, id) %s (:value, :last)".formatted(column, direction.equals("asc") ? ">" : "<");
  }

  Object value(Cursor cursor) {
    return read.apply(cursor, 0);
  }

  Cursor cursor(Product product) {
    return Cursor.of(value.apply(product), product.id());
  }
}
