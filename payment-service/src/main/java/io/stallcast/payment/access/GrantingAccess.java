package io.stallcast.payment.access;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.stallcast.payment.access.AccessCommands.Asked;
import io.stallcast.payment.access.Entitlements.Change;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.AccessCommand.GrantAccess;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Entitles buyers to what was bought, once for each order; within a unit of work. */
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

  /** Answers each asking, and tells what each order has changed in the trace of its command. */
  Uni<Void> grant(List<Asked<GrantAccess>> asked) {
    var orders = asked.stream().map(ask -> ask.command().orderId()).collect(toSet());
    return entitlements
        .claim(orders)
        .map(first -> changes(asked, first))
        .call(entitlements::add)
        .chain(entitlements::publish)
        .chain(() -> outbox.append(asked.stream().map(GrantingAccess::confirmation).toList()));
  }

  private List<Change> changes(List<Asked<GrantAccess>> asked, Set<UUID> first) {
    var left = new HashSet<>(first);
    return asked.stream()
        .filter(ask -> left.remove(ask.command().orderId()))
        .flatMap(this::changes)
        .toList();
  }

  private Stream<Change> changes(Asked<GrantAccess> ask) {
    var command = ask.command();
    return oneOfEachProduct(command)
        .map(line -> Entitlement.of(command.buyerId(), command.orderId(), line, clock.instant()))
        .map(entitlement -> new Change(entitlement, ask.event()));
  }

  private static Stream<OrderLine> oneOfEachProduct(GrantAccess command) {
    return command.lines().stream()
        .collect(toMap(OrderLine::productId, identity(), (one, other) -> one))
        .values()
        .stream();
  }

  private static OutboxMessage confirmation(Asked<GrantAccess> ask) {
    var order = ask.command().orderId();
    var reply = new SagaReply.AccessGranted(ask.command().correlation(), order);
    return OutboxMessage.of(Topic.SAGA_REPLIES, order, 0, reply).causedBy(ask.event());
  }
}
