package io.stallcast.payment.access;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Entitles a buyer to what was bought, once for each order; within a unit of work. */
@ApplicationScoped
class GrantingAccess {
  private final Entitlements entitlements;
  private final Outbox outbox;
  private final Clock clock;

  GrantingAccess(Entitlements entitlements, Outbox outbox, Clock clock) {
    this.entitlements = entitlements;
    this.outbox = outbox;
    this.clock = clock;
  }

  Uni<Void> grant(GrantAccess command) {
    return entitlements
        .claim(command.orderId())
        .chain(first -> first ? grantAll(command) : Uni.createFrom().voidItem())
        .chain(() -> confirm(command));
  }

  private Uni<Void> grantAll(GrantAccess command) {
    return Multi.createFrom()
        .iterable(oneOfEachProduct(command))
        .map(line -> Entitlement.of(command.buyerId(), command.orderId(), line, clock.instant()))
        .onItem()
        .transformToUniAndConcatenate(
            entitlement -> entitlements.persist(entitlement).call(entitlements::publish))
        .onItem()
        .ignoreAsUni();
  }

  /** In the order of the products, so that two grants for a user cannot wait for each other. */
  private static Collection<OrderLine> oneOfEachProduct(GrantAccess command) {
    return command.lines().stream()
        .collect(
            Collectors.toMap(
                OrderLine::productId, Function.identity(), (one, other) -> one, TreeMap::new))
        .values();
  }

  private Uni<Void> confirm(GrantAccess command) {
    UUID order = command.orderId();
    return outbox.append(
        OutboxMessage.of(
            Topic.SAGA_REPLIES,
            order,
            0,
            new SagaReply.AccessGranted(command.correlation(), order)));
  }
}
