package io.stallcast.system;

import io.stallcast.client.catalog.CreateProduct;
import io.stallcast.client.catalog.Money;
import io.stallcast.client.catalog.ProductKind;
import io.stallcast.client.catalog.StockPolicy;
import io.stallcast.client.catalog.StockTerms;
import java.util.List;
import java.util.Map;

/**
 * What a creator wants to sell.
 *
 * @param price of a unit, in cents
 * @param units absent where there is no limit
 * @param keys one for each unit, where such are handed out
 */
record Listing(String kind, long price, Integer units, List<String> keys) {

  static Listing course() {
    return new Listing("course", 4900, null, List.of());
  }

  static Listing software() {
    return new Listing("software", 2900, null, List.of());
  }

  Listing price(long cents) {
    return new Listing(kind, cents, units, keys);
  }

  Listing stock(int quantity) {
    return new Listing(kind, price, quantity, List.of());
  }

  Listing licenceKeys(String... each) {
    return new Listing(kind, price, each.length, List.of(each));
  }

  CreateProduct toRequest() {
    return new CreateProduct()
        .title("A " + kind + " to be tested")
        .description("It is what it is.")
        .kind(ProductKind.fromValue(kind))
        .price(new Money().amount(price).currency("EUR"))
        .stock(stockTerms());
  }

  static Map<String, Object> euros(long cents) {
    return Map.of("amount", cents, "currency", "EUR");
  }

  private StockTerms stockTerms() {
    if (units == null) {
      return new StockTerms().policy(StockPolicy.UNLIMITED);
    }
    return keys.isEmpty()
        ? new StockTerms().policy(StockPolicy.COUNTED).quantity((long) units)
        : new StockTerms().policy(StockPolicy.LICENCE_KEYS).keys(keys);
  }
}
