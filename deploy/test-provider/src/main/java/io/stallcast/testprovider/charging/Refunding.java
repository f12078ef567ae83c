package io.stallcast.testprovider.charging;

import io.smallrye.mutiny.Uni;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ProviderException;
import io.stallcast.testprovider.Refund;
import io.stallcast.testprovider.store.ProviderStore;
import io.stallcast.testprovider.webhook.Webhooks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Gives the money of a charge back, in full or in part, never more than there was. */
@ApplicationScoped
class Refunding {
  private final ProviderStore store;
  private final Webhooks webhooks;

  Refunding(ProviderStore store, Webhooks webhooks) {
    this.store = store;
    this.webhooks = webhooks;
  }

  /**
   * @param amount null for all that is left
   */
  Uni<Refund> refund(String chargeId, String key, Long amount) {
    return store.change(() -> {
      var charge = store.charge(chargeId).orElseThrow(ProviderException::notFound);
      return charge.refunds().stream()
          .filter(refund -> refund.idempotencyKey().equals(key))
          .findFirst()
          .map(refund -> replay(refund, amount))
          .orElseGet(() -> make(charge, key, amount));
    });
  }

  private static Refund replay(Refund refund, Long amount) {
    if (amount != null && amount != refund.amount()) {
      throw new ProviderException(
          422, "idempotency_key_reused", "The key was used for another refund.");
    }
    return refund;
  }

  private Refund make(Charge charge, String key, Long amount) {
    long value = amount == null ? charge.refundable() : amount;
    if (value <= 0 || value > charge.refundable()) {
      throw new ProviderException(
          422, "refund_exceeds_charge", "There is not as much left to be refunded.");
    }
    var refund = new Refund(ProviderStore.newId("re_"), key, value, Instant.now());
    var refunded = charge.with(refund);
    store.put(refunded);
    webhooks.tellRefunded(refunded);
    return refund;
  }
}
