package io.stallcast.catalog.reservation;

import static io.stallcast.catalog.Catalogue.counted;
import static io.stallcast.catalog.Catalogue.inventory;
import static io.stallcast.catalog.Catalogue.onSale;
import static io.stallcast.catalog.reservation.Saga.line;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.StockEvent.StockChanged;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many orders at the same moment. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class CrowdIT {
  private static final Duration SOON = Duration.ofSeconds(60);

  @Inject Pool pool;

  @Test
  void sellsTwentyUnitsToTwentyOfFiveHundred() {
    var hot = onSale(counted(20));
    var cool = onSale(counted(1000));
    var crowd = sagas(500);
    var others = sagas(50);

    Stream.concat(wishes(crowd, hot), wishes(others, cool))
        .parallel()
        .forEach(wish -> wish.getKey().reserve(line(wish.getValue(), 1)));

    var replies = awaitReplies(crowd);
    assertThat(replies).filteredOn(InventoryReserved.class::isInstance).hasSize(20);
    assertThat(replies)
        .filteredOn(InventoryRejected.class::isInstance)
        .hasSize(480)
        .allSatisfy(
            reply -> assertThat(((InventoryRejected) reply).code()).isEqualTo("out_of_stock"));
    assertThat(awaitReplies(others)).hasSize(50).allMatch(InventoryReserved.class::isInstance);
    inventory(hot).body("available", equalTo(0)).body("reserved", equalTo(20));
    inventory(cool).body("available", equalTo(950));
    assertThat(ledgerOf(hot)).isZero();
    assertStockEventsAreSound(hot);
  }

  private static List<Saga> sagas(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Saga()).toList();
  }

  private static Stream<Map.Entry<Saga, UUID>> wishes(List<Saga> sagas, UUID product) {
    return sagas.stream().map(saga -> Map.entry(saga, product));
  }

  private static List<SagaReply> awaitReplies(List<Saga> sagas) {
    var orders = sagas.stream().map(Saga::orderId).collect(toSet());
    await().atMost(SOON).until(() -> replies(orders).size() >= sagas.size());
    return replies(orders);
  }

  private static List<SagaReply> replies(Set<UUID> orders) {
    return TopicProbe.on(Topic.SAGA_REPLIES).seen(SagaReply.class).stream()
        .<SagaReply>map(reply -> reply.data())
        .filter(reply -> orders.contains(reply.orderId()))
        .toList();
  }

  private long ledgerOf(UUID product) {
    return pool.preparedQuery(
            "select sum(available_change)::bigint as sum from stock_movement where product_id = $1")
        .executeAndAwait(Tuple.of(product))
        .iterator()
        .next()
        .getLong("sum");
  }

  private static void assertStockEventsAreSound(UUID product) {
    var events =
        TopicProbe.on(Topic.STOCK_EVENTS).seen(StockChanged.class).stream()
            .filter(event -> event.data().productId().equals(product))
            .toList();
    assertThat(events)
        .allSatisfy(event -> assertThat(event.data().available()).isNotNegative())
        .extracting(event -> event.sequence())
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(events.getLast().data().available()).isZero();
  }
}
