package io.stallcast.payment.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentState.Failed;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts payments and refunds by their outcome. */
@ApplicationScoped
class SettlementMetrics {
  private final MeterRegistry registry;

  SettlementMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * @param payment null where it did not end
   */
  void ended(Payment payment) {
    if (payment != null) {
      var code = payment.state() instanceof Failed failed ? failed.code() : "none";
      registry
          .counter("stallcast.payments", "outcome", payment.state().status(), "code", code)
          .increment();
    }
  }

  void refunded(boolean ended) {
    if (ended) {
      registry.counter("stallcast.payments.refunds").increment();
    }
  }
}
