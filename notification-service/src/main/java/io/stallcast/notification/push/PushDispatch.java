package io.stallcast.notification.push;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Language;
import io.stallcast.notification.NewNotification;
import io.stallcast.notification.Postbox;
import io.stallcast.notification.Pushing;
import io.stallcast.notification.Recipient;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands pushes to the postbox once the unit of work under way has committed. */
@ApplicationScoped
class PushDispatch implements Pushing {
  private final Subscriptions subscriptions;
  private final PushKeys keys;
  private final Outbox outbox;
  private final UnitOfWork unitOfWork;
  private final PushConfig config;
  private final Clock clock;
  private final Postbox<Push> postbox;

  PushDispatch(
      Subscriptions subscriptions,
      PushKeys keys,
      Outbox outbox,
      UnitOfWork unitOfWork,
      Courier courier,
      PushConfig config,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.keys = keys;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.config = config;
    this.clock = clock;
    this.postbox = new Postbox<>(courier::deliver, config);
  }

  @Override
  public Uni<Void> queue(List<NewNotification> notifications, Map<UUID, Recipient> known) {
    var wanted = notifications.stream().filter(n -> n.channels().push()).toList();
    return wanted.isEmpty() || keys.pair().isEmpty()
        ? Uni.createFrom().voidItem()
        : subscriptions
            .of(wanted.stream().map(NewNotification::recipientId).distinct().toList())
            .chain(found -> sendOrHold(wanted, found, known));
  }

  @Override
  public Uni<Void> forget(UUID recipientId) {
    return subscriptions.deleteOf(recipientId);
  }

  private Uni<Void> sendOrHold(
      List<NewNotification> wanted, List<Subscription> found, Map<UUID, Recipient> known) {
    var byTime = wanted.stream().collect(partitioningBy(n -> n.notBefore() == null));
    var held = pushes(byTime.get(false), found, known);
    return outbox
        .append(held.stream().map(PushDispatch::job).toList())
        .chain(() -> send(pushes(byTime.get(true), found, known)));
  }

  /** When a job comes for what is handed over now. */
  Instant lease() {
    return clock.instant().plus(config.lease());
  }

  /** Sends pushes after the commit; a job comes for them if this process ends first. */
  Uni<Void> send(List<Push> pushes) {
    return outbox
        .append(pushes.stream().map(PushDispatch::job).toList())
        .invoke(() -> unitOfWork.afterCommit(() -> pushes.forEach(postbox::take)));
  }

  private static OutboxMessage job(Push push) {
    return push.job(push.tries()).at(push.until()).causedBy(push.cause());
  }

  private List<Push> pushes(
      List<NewNotification> notifications, List<Subscription> found, Map<UUID, Recipient> known) {
    var lease = lease();
    var byPerson = found.stream().collect(groupingBy(Subscription::recipientId));
    return notifications.stream()
        .flatMap(n ->
            byPerson.getOrDefault(n.recipientId(), List.of()).stream()
                .map(subscription -> push(n, subscription, known, lease)))
        .toList();
  }

  private static Push push(
      NewNotification notification,
      Subscription subscription,
      Map<UUID, Recipient> known,
      Instant lease) {
    var recipient = known.get(notification.recipientId());
    return new Push(
        notification.id(),
        notification.occasion(),
        recipient == null ? Language.ENGLISH : recipient.language(),
        subscription,
        0,
        notification.notBefore() == null ? lease : notification.notBefore(),
        notification.cause());
  }
}
