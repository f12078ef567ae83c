package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static io.stallcast.system.Listing.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.system.Provider.Charge;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Money that goes back takes the access with it, where it is all of it. */
class RefundIT {
  @RegisterExtension final Shop shop = new Shop();

  private Purchase purchase;

  @BeforeEach
  void buy() {
    Product product = shop.creator().publishes(course().price(4999).stock(3));
    purchase = shop.buyer().buys(product, "tok_visa").ends("confirmed");
  }

  @Test
  void fullRefundEndsTheAccess() {
    purchase.asks("refund").expect(202);

    purchase.becomes("refunded");
    assertThat(purchase.paymentStatus()).isEqualTo("refunded");
    assertThat(kept()).isZero();
    assertThat(purchase.buyer().mayUse(purchase.product())).isFalse();
  }

  @Test
  void secondWishForRefundChangesNothing() {
    purchase.asks("refund").expect(202);
    purchase.asks("refund").expect(202);

    purchase.becomes("refunded");
    purchase.asks("refund").expect(202);
    assertThat(kept()).isZero();
  }

  @Test
  void partialRefundLeavesTheAccess() {
    refunds(1000, "a-part").expect(202);

    await().until(() -> purchase.paymentStatus().equals("partially_refunded"));
    assertThat(kept()).isEqualTo(3999);
    assertThat(purchase.status()).isEqualTo("confirmed");
    assertThat(purchase.buyer().mayUse(purchase.product())).isTrue();
    await().until(() -> purchase.notifications().contains("refund"));
  }

  @Test
  void partsThatAddUpAreFullRefund() {
    refunds(1000, "the-first-part").expect(202);
    refunds(3999, "the-rest").expect(202);

    purchase.becomes("refunded");
    assertThat(purchase.buyer().mayUse(purchase.product())).isFalse();
  }

  @Test
  void moreThanWasPaidIsRefused() {
    refunds(5000, "too-much").expectProblem(409, "refund_exceeds_payment");
  }

  @Test
  void strangersCannotRefund() {
    shop.buyer().api().post(purchase.path() + "/refund", Map.of()).expectProblem(404, "not_found");
  }

  private Answer refunds(long cents, String key) {
    String id = purchase.payment().orElseThrow().getId().toString();
    return purchase
        .buyer()
        .api()
        .post(
            "/api/v1/payments/" + id + "/refunds",
            Map.of("amount", euros(cents)),
            "Idempotency-Key",
            key);
  }

  private long kept() {
    return shop.stack().provider().chargesOf(purchase).stream().mapToLong(Charge::kept).sum();
  }
}
