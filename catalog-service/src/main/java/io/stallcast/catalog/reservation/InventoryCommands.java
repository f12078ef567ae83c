package io.stallcast.catalog.reservation;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.LicenceKeys;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.InventoryCommand;
import io.stallcast.platform.event.order.InventoryCommand.CommitInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReleaseInventory;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReleased;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.inbox.Inbox;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Does what the sagas ask for, a poll's commands in one unit of work. */
@ApplicationScoped
class InventoryCommands {
  private final Inbox inbox;
  private final Warehouses warehouses;
  private final LicenceKeys keys;
  private final Outbox outbox;
  private final StockRejections rejections;

  InventoryCommands(
      Inbox inbox,
      Warehouses warehouses,
      LicenceKeys keys,
      Outbox outbox,
      StockRejections rejections) {
    this.inbox = inbox;
    this.warehouses = warehouses;
    this.keys = keys;
    this.outbox = outbox;
    this.rejections = rejections;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(Topic.INVENTORY_COMMANDS, InventoryCommand.class, this::applyAll);
  }

  @Incoming("inventory-commands")
  public Uni<Void> on(ConsumerRecords<String, String> records) {
    return inbox.apply(records);
  }

  private Uni<Void> applyAll(List<Envelope<InventoryCommand>> batch) {
    var commands = batch.stream().map(Envelope::data).toList();
    var orders = commands.stream().map(InventoryCommand::orderId).collect(toSet());
    return warehouses
        .open(orders, all(ReserveInventory.class, commands).map(HoldRequest::of).toList())
        .chain(warehouse -> settle(warehouse, batch));
  }

  private Uni<Void> settle(Warehouse warehouse, List<Envelope<InventoryCommand>> batch) {
    var decisions = batch.stream().map(asked -> decide(warehouse, asked)).toList();
    var commands = batch.stream().map(Envelope::data).toList();
    return warehouses
        .close(warehouse)
        .chain(news -> keysOf(commands).map(handed -> with(news, decisions, handed)))
        .chain(messages -> outbox.append(messages))
        .invoke(() -> decisions.forEach(this::count));
  }

  private static Decision decide(Warehouse warehouse, Envelope<InventoryCommand> asked) {
    return switch (asked.data()) {
      case ReserveInventory reserve -> new Decision(asked, warehouse.hold(HoldRequest.of(reserve)));
      case CommitInventory commit -> {
        warehouse.commit(commit.orderId());
        yield new Decision(asked, Optional.empty());
      }
      case ReleaseInventory release -> {
        warehouse.release(release.orderId(), release.correlation().sagaId());
        yield new Decision(asked, Optional.empty());
      }
    };
  }

  private Uni<Map<UUID, Map<UUID, List<String>>>> keysOf(List<InventoryCommand> commands) {
    Set<UUID> committed =
        all(CommitInventory.class, commands).map(CommitInventory::orderId).collect(toSet());
    return keys.of(committed);
  }

  private static List<OutboxMessage> with(
      List<OutboxMessage> news,
      List<Decision> decisions,
      Map<UUID, Map<UUID, List<String>>> handed) {
    var messages = new ArrayList<>(news);
    decisions.stream().map(decision -> decision.reply(handed)).forEach(messages::add);
    return messages;
  }

  private void count(Decision decision) {
    decision.refusal().ifPresent(rejections::count);
  }

  private static <C extends InventoryCommand> Stream<C> all(
      Class<C> kind, List<InventoryCommand> commands) {
    return commands.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** What was decided about a command. */
  private record Decision(Envelope<InventoryCommand> asked, Optional<Refusal> refusal) {

    OutboxMessage reply(Map<UUID, Map<UUID, List<String>>> handed) {
      var orderId = asked.data().orderId();
      return OutboxMessage.of(Topic.SAGA_REPLIES, orderId, 0, answer(handed::get)).causedBy(asked);
    }

    private SagaReply answer(Function<UUID, Map<UUID, List<String>>> handed) {
      var command = asked.data();
      var orderId = command.orderId();
      var correlation = command.correlation();
      return switch (command) {
        case ReserveInventory reserve ->
            refusal
                .<SagaReply>map(no ->
                    new InventoryRejected(correlation, orderId, no.problem().code(), no.detail()))
                .orElseGet(() -> new InventoryReserved(correlation, orderId));
        case CommitInventory commit ->
            new InventoryCommitted(
                correlation,
                orderId,
                Optional.ofNullable(handed.apply(orderId)).orElseGet(Map::of));
        case ReleaseInventory release -> new InventoryReleased(correlation, orderId);
      };
    }
  }
}
