package io.stallcast.payment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The refunds. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Refunds implements PanacheRepositoryBase<Refund, UUID> {
  private final PaymentTimers timers;
  private final Clock clock;

  Refunds(PaymentTimers timers, Clock clock) {
    this.timers = timers;
    this.clock = clock;
  }

  /**
   * Notes that money is to go back, which then happens by itself; the same id is refunded once.
   *
   * @param payment locked by this unit of work
   * @param amount minor units; null for all that is left
   * @return fails with a 409 problem where not as much is left
   */
  public Uni<Refund> request(Payment payment, UUID id, Long amount, String reason) {
    return findById(id).onItem().ifNull().switchTo(() -> create(payment, id, amount, reason));
  }

  public Uni<List<Refund>> of(Payment payment) {
    return list("paymentId = ?1 order by id", payment.id());
  }

  private Uni<Refund> create(Payment payment, UUID id, Long amount, String reason) {
    return Uni.createFrom()
        .item(() -> Refund.of(payment, id, amount, reason, clock.instant()))
        .chain(this::persist)
        .call(timers::begin);
  }
}
