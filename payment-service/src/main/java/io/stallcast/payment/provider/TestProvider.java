package io.stallcast.payment.provider;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** The built-in provider with the magic cards. */
@ApplicationScoped
class TestProvider implements PaymentProvider {
  private final TestProviderClient client;

  TestProvider(@RestClient TestProviderClient client) {
    this.client = client;
  }

  @Override
  public Uni<ChargeOutcome> charge(Order order) {
    return client
        .charge(order.paymentId().toString(), TestCharge.Wanted.of(order))
        .map(TestCharge::toOutcome)
        .onFailure(ProviderRefusal.class)
        .recoverWithItem(new ChargeOutcome.Declined("declined"))
        .onFailure(TestProvider::isNotAsked)
        .transform(NotAsked::new);
  }

  @Override
  public Uni<Optional<ChargeOutcome>> find(UUID paymentId) {
    return client.find(paymentId.toString()).map(TestCharge.Found::toOutcome);
  }

  @Override
  public Uni<ChargeOutcome> close(UUID paymentId) {
    return client.close(new TestCharge.Key(paymentId.toString())).map(TestCharge::toOutcome);
  }

  @Override
  public Uni<RefundOutcome> refund(UUID refundId, String chargeId, long amount) {
    return client
        .refund(chargeId, refundId.toString(), new TestCharge.RefundWanted(amount))
        .<RefundOutcome>map(refund -> new RefundOutcome.Given(refund.id()))
        .onFailure(ProviderRefusal.class)
        .recoverWithItem(new RefundOutcome.Refused());
  }

  @Override
  public Uni<Void> ping() {
    return client.ping(1).replaceWithVoid();
  }

  private static boolean isNotAsked(Throwable failure) {
    return failure instanceof CircuitBreakerOpenException || failure instanceof BulkheadException;
  }
}
