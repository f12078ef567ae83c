package io.stallcast.payment.settlement;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentProvider;
import io.stallcast.payment.PaymentProvider.ChargeOutcome;
import io.stallcast.payment.PaymentProvider.NotAsked;
import io.stallcast.payment.PaymentProvider.Order;
import io.stallcast.payment.PaymentState.Challenged;
import io.stallcast.payment.settlement.Attempt.Known;
import io.stallcast.payment.settlement.Attempt.Unknown;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * One try to learn from the provider how an open payment ends. Where an answer is lost, it asks
 * what became of the payment; where the provider has not heard of it, it has the payment closed, so
 * that a call still on its way cannot charge it.
 */
@ApplicationScoped
class AskingProvider {
  private static final Logger LOG = Logger.getLogger(AskingProvider.class);

  private final PaymentProvider provider;
  private final Clock clock;

  AskingProvider(PaymentProvider provider, Clock clock) {
    this.provider = provider;
    this.clock = clock;
  }

  /** Does not fail. */
  Uni<Attempt> about(Payment payment) {
    var closing = payment.closing(clock.instant());
    if (closing.isPresent()) {
      return close(payment, closing.get());
    }
    return payment.state() instanceof Challenged ? look(payment) : charge(payment);
  }

  private Uni<Attempt> charge(Payment payment) {
    return provider
        .charge(Order.of(payment))
        .map(AskingProvider::known)
        .onFailure(failure -> !(failure instanceof NotAsked))
        .recoverWithUni(failure -> resolve(payment, failure))
        .onFailure()
        .recoverWithItem(new Attempt.NotAsked());
  }

  private Uni<Attempt> resolve(Payment payment, Throwable failure) {
    LOG.infof("Outcome unknown: payment=%s: %s", payment.id(), failure);
    var code = code(failure);
    return provider
        .find(payment.id())
        .chain(found ->
            found.isPresent() ? Uni.createFrom().item(known(found.get())) : close(payment, code))
        .onFailure()
        .recoverWithItem(again -> new Unknown(code));
  }

  private Uni<Attempt> close(Payment payment, String code) {
    return provider
        .close(payment.id())
        .<Attempt>map(outcome -> new Known(outcome, code))
        .onFailure()
        .recoverWithItem(failure -> new Unknown(code));
  }

  private Uni<Attempt> look(Payment payment) {
    return provider
        .find(payment.id())
        .<Attempt>map(found -> found.<Attempt>map(AskingProvider::known).orElse(new Unknown(null)))
        .onFailure()
        .recoverWithItem(failure -> new Unknown(null));
  }

  private static Attempt known(ChargeOutcome outcome) {
    return new Known(outcome, "provider_unavailable");
  }

  private static String code(Throwable failure) {
    return isTimeout(failure) ? "payment_timeout" : "provider_unavailable";
  }

  private static boolean isTimeout(Throwable failure) {
    return failure instanceof TimeoutException
        || failure instanceof org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
  }
}
