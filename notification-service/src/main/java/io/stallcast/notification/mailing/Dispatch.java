package io.stallcast.notification.mailing;

import static java.util.stream.Collectors.partitioningBy;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Mailing;
import io.stallcast.notification.Postbox;
import io.stallcast.notification.mailing.EmailJob.SendEmail;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Hands e-mails to the {@link Postbox} once the unit of work under way has committed. */
@ApplicationScoped
class Dispatch implements Mailing {
  private final Emails emails;
  private final Outbox outbox;
  private final UnitOfWork unitOfWork;
  private final DeliveryLog log;
  private final Postbox<Parcel> postbox;
  private final MailingConfig config;
  private final Clock clock;

  Dispatch(
      Emails emails,
      Outbox outbox,
      UnitOfWork unitOfWork,
      DeliveryLog log,
      Postman postman,
      MailingConfig config,
      Clock clock) {
    this.emails = emails;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.log = log;
    this.postbox = new Postbox<>(postman::deliver, config.mail());
    this.config = config;
    this.clock = clock;
  }

  @Override
  public Uni<Void> queue(List<Order> orders) {
    return orders.isEmpty()
        ? Uni.createFrom().voidItem()
        : emails.add(orders).chain(() -> sendOrHold(orders));
  }

  private Uni<Void> sendOrHold(List<Order> orders) {
    var byTime = orders.stream().collect(partitioningBy(order -> order.notBefore() == null));
    return outbox
        .append(byTime.get(false).stream().map(Dispatch::job).toList())
        .chain(() -> send(byTime.get(true)));
  }

  private static OutboxMessage job(Order order) {
    return new SendEmail(order.email().id()).at(order.notBefore()).causedBy(order.cause());
  }

  /** Sends e-mails that are queued, those whose recipient is known; the others are put off. */
  Uni<Void> send(List<Order> orders) {
    var until = clock.instant().plus(config.mail().lease());
    var parcels =
        orders.stream()
            .map(order -> new Parcel(order.email(), until, order.cause()))
            .collect(partitioningBy(parcel -> parcel.email().recipient() != null));
    return putOff(parcels.get(false)).chain(() -> lease(parcels.get(true)));
  }

  private Uni<Void> putOff(List<Parcel> parcels) {
    return parcels.isEmpty()
        ? Uni.createFrom().voidItem()
        : log.record(
            parcels.stream().map(parcel -> new Try(parcel, Outcome.RECIPIENT_UNKNOWN)).toList());
  }

  /** A job comes for them if this process ends first. */
  private Uni<Void> lease(List<Parcel> parcels) {
    return outbox
        .append(parcels.stream().map(Dispatch::job).toList())
        .invoke(() -> unitOfWork.afterCommit(() -> parcels.forEach(postbox::take)));
  }

  private static OutboxMessage job(Parcel parcel) {
    return new SendEmail(parcel.email().id()).at(parcel.until()).causedBy(parcel.cause());
  }
}
