package io.stallcast.notification.mailing;

import io.stallcast.notification.Language;
import io.stallcast.notification.Occasion.Item;
import java.util.List;

/** A line of an order in an e-mail. */
record Row(String title, int quantity, String price) {

  static List<Row> of(List<Item> items, Language language) {
    return items.stream()
        .map(item -> new Row(item.title(), item.quantity(), language.money(item.price())))
        .toList();
  }
}
