package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.system.Provider.Charge;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A buyer may change their mind until the money is taken. */
class CancelIT {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void cancelledChallengeGivesEverythingBack() {
    Product product = shop.creator().publishes(course().stock(4));
    Purchase purchase = shop.buyer().buys(3, product, "tok_challenge");
    String challenge = purchase.challenge();

    purchase.asks("cancel").expect(202);

    purchase.ends("cancelled");
    assertThat(purchase.failure()).isEqualTo("cancelled_by_buyer");
    assertThat(purchase.steps())
        .containsEntry("reserve_inventory", "compensated")
        .containsEntry("process_payment", "failed cancelled_by_buyer");
    assertThat(product.stock()).isEqualTo(new Product.Stock(4, 0, 0));
    assertThat(purchase.paymentStatus()).isEqualTo("voided");
    shop.stack().provider().answer(challenge, "approve");
    assertThat(shop.stack().provider().chargesOf(purchase)).noneMatch(Charge::isTaken);
  }

  @Test
  void chargeUnderWayIsAwaitedAndGivenBack() {
    Product product = shop.creator().publishes(course().stock(4));
    Purchase purchase = shop.buyer().buys(product, "tok_slow");

    purchase.asks("cancel").expect(202);

    purchase.ends("cancelled");
    assertThat(purchase.failure()).isEqualTo("cancelled_by_buyer");
    assertThat(shop.stack().provider().chargesOf(purchase)).allMatch(charge -> charge.kept() == 0);
  }

  @Test
  void confirmedOrderIsNotCancelled() {
    Product product = shop.creator().publishes(course().stock(4));
    Purchase purchase = shop.buyer().buys(product, "tok_visa").ends("confirmed");

    purchase.asks("cancel").expectProblem(409, "order_confirmed");
  }

  @Test
  void strangersCannotCancel() {
    Product product = shop.creator().publishes(course().stock(4));
    Purchase purchase = shop.buyer().buys(product, "tok_visa");

    shop.buyer().api().post(purchase.path() + "/cancel", Map.of()).expectProblem(404, "not_found");

    purchase.ends("confirmed");
  }
}
