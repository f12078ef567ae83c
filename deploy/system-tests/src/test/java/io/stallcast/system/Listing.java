package io.stallcast.system;

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

  Map<String, Object> toRequest() {
    return Map.of(
        "title",
        "A " + kind + " to be tested",
        "description",
        "It is what it is.",
        "kind",
        kind,
        "price",
        euros(price),
        "stock",
        stockTerms());
  }

  static Map<String, Object> euros(long cents) {
    return Map.of("amount", cents, "currency", "EUR");
  }

  private Map<String, Object> stockTerms() {
    if (units == null) {
      return Map.of("policy", "unlimited");
    }
    return keys.isEmpty()
        ? Map.of("policy", "counted", "quantity", units)
        : Map.of("policy", "licence_keys", "keys", keys);
  }
}
