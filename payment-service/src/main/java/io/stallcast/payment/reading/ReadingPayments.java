package io.stallcast.payment.reading;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.Payment;
import io.stallcast.payment.PaymentView;
import io.stallcast.payment.Payments;
import io.stallcast.payment.Refunds;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads payments with their refunds; a viewer sees only their own. */
@ApplicationScoped
class ReadingPayments {
  private final UnitOfWork unitOfWork;
  private final Payments payments;
  private final Refunds refunds;

  ReadingPayments(UnitOfWork unitOfWork, Payments payments, Refunds refunds) {
    this.unitOfWork = unitOfWork;
    this.payments = payments;
    this.refunds = refunds;
  }

  Uni<PaymentView> one(UUID id, Optional<UUID> viewer) {
    return unitOfWork.read(() -> payments.visible(id, viewer).chain(this::view));
  }

  Uni<Page<PaymentView>> list(Optional<UUID> viewer, Optional<UUID> order, PageRequest page) {
    return unitOfWork.read(
        () -> payments.list(viewer, order, page).chain(rows -> page(rows, page)));
  }

  private Uni<Page<PaymentView>> page(List<Payment> rows, PageRequest request) {
    var cut = Page.of(rows, request.limit(), Payments::cursor, payment -> payment);
    return Multi.createFrom()
        .iterable(cut.items())
        .onItem()
        .transformToUniAndConcatenate(this::view)
        .collect()
        .asList()
        .map(views -> new Page<>(views, cut.next()));
  }

  private Uni<PaymentView> view(Payment payment) {
    return refunds.of(payment).map(r -> PaymentView.of(payment, r));
  }
}
