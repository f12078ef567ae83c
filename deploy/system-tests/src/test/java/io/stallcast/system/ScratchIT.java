package io.stallcast.system;

import static io.stallcast.system.Listing.course;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScratchIT {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void unitsLie() {
    Product p = shop.creator().publishes(course().stock(5));
    Purchase x = shop.buyer().buys(p, "tok_visa").ends("confirmed");
    shop.remember(new Purchase(x.buyer(), p, 2, "tok_visa", x.id()));
  }

  @Test
  void stockLies() {
    Product p = shop.creator().publishes(course().stock(5));
    shop.buyer().buys(p, "tok_visa").ends("confirmed");
    shop.remember(new Product(p.id(), course().stock(6), shop.anybody()));
  }

  @Test
  void mailTwice() {
    Product p = shop.creator().publishes(course().stock(5));
    Purchase x = shop.buyer().buys(p, "tok_visa").ends("confirmed");
    String s = x.product().id();
    shop.remember(
        new Purchase(
            x.buyer(), new Product(s, course().stock(5), shop.anybody()), 1, "tok_other", x.id()));
  }
}
