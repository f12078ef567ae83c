package io.stallcast.streaming.shopping;

import static io.stallcast.streaming.Studio.STREAM;
import static io.stallcast.streaming.Studio.access;
import static io.stallcast.streaming.Studio.asCreator;
import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.StockEvent.StockChanged;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.event.order.OrderEvent.OrderInventoryReserved;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.streaming.Gallery;
import io.stallcast.streaming.PaymentPeer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class LiveSalesIT {
  private final Gallery gallery = new Gallery();
  private final UUID creator = UUID.randomUUID();
  private final UUID product = UUID.randomUUID();

  @AfterEach
  void leave() {
    gallery.close();
  }

  @Test
  void showsStockAndSalesOfThePinnedProduct() {
    var socket = watching(pinned());

    stock(product, 1, 6L);
    assertThat(socket.await("stock").path("available").asLong()).isEqualTo(6);
    buy(line(product, 2), line(UUID.randomUUID(), 1));

    var sale = socket.await("sale");
    assertThat(sale.path("productId").asText()).isEqualTo(product.toString());
    assertThat(sale.path("quantity").asLong()).isEqualTo(2);
    assertThat(socket.frames("sale")).hasSize(1);
  }

  @Test
  void showsSalesOfWhatTheStreamIsSoldBy() {
    var stream = stream("Knots");
    stream.put("access", access("purchase", product));
    var socket = gallery.watch(goLive(creator, stream), creator);
    socket.await("viewers");

    buy(line(product, 1));

    assertThat(socket.await("sale").path("productId").asText()).isEqualTo(product.toString());
  }

  @Test
  void showsTheNewestStockOfARush() {
    var socket = watching(pinned());

    for (long left = 50; left >= 0; left--) {
      stock(product, 51 - left, left);
    }
    for (int i = 0; i < 30; i++) {
      buy(line(product, 1));
    }

    await().until(() -> last(socket, "stock", "available") == 0);
    await().until(() -> sold(socket) == 30);
    assertThat(socket.frames("stock")).hasSizeLessThan(51);
  }

  @Test
  void showsNothingOfOtherProductsNorOfUnlimitedStock() {
    var socket = watching(pinned());
    var other = UUID.randomUUID();

    stock(other, 1, 5L);
    buy(line(other, 1));
    stock(product, 1, null);
    TestEvents.send(
        Topic.ORDER_EVENTS, UUID.randomUUID(), 2, new OrderInventoryReserved(UUID.randomUUID()));
    buy(line(product, 1));

    socket.await("sale");
    assertThat(socket.frames("sale")).hasSize(1);
    assertThat(socket.frames("stock")).isEmpty();
  }

  private UUID pinned() {
    var id = goLive(creator, stream("Knots"));
    asCreator(creator)
        .body(Map.of("productId", product))
        .put(STREAM + "/pinned-product", id)
        .then()
        .statusCode(200);
    return id;
  }

  private TestSocket watching(UUID id) {
    var socket = gallery.watchAnonymously(id);
    socket.await("viewers");
    return socket;
  }

  private static void stock(UUID product, long version, Long available) {
    var policy = available == null ? "unlimited" : "counted";
    TestEvents.send(
        Topic.STOCK_EVENTS, product, version, new StockChanged(product, policy, available, 0, 0));
  }

  private static void buy(OrderLine... lines) {
    var order = UUID.randomUUID();
    var total = new Money(100, "EUR");
    var confirmed =
        new OrderConfirmed(
            order, UUID.randomUUID(), List.of(lines), total, UUID.randomUUID(), Instant.now());
    TestEvents.send(Topic.ORDER_EVENTS, order, 5, confirmed);
  }

  private static OrderLine line(UUID product, int quantity) {
    return new OrderLine(
        product, 1, UUID.randomUUID(), "Knots", "course", quantity, new Money(100, "EUR"));
  }

  private static long last(TestSocket socket, String type, String field) {
    var frames = socket.frames(type);
    return frames.isEmpty() ? -1 : frames.getLast().path(field).asLong();
  }

  private static long sold(TestSocket socket) {
    return socket.frames("sale").stream().mapToLong(f -> f.path("quantity").asLong()).sum();
  }
}
