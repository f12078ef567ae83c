package io.stallcast.order.history;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Partners;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class OrderHistoryIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Pool pool;

  private final Buyer buyer = new Buyer();
  private final UUID product = CatalogPeer.sells(1999, "EUR");

  // --- the event store

  @Test
  void tellsWhatAnOrderWasThen() {
    var order = buyer.orders(product);
    var partners = new Partners(order);
    partners.fulfil();
    buyer.awaitOrder(order, "confirmed");
    var times = buyer.get(order, "/events").extract().jsonPath().getList("items.time");

    buyer.get(order, "?at=" + times.getFirst()).statusCode(200).body("status", equalTo("pending"));
    buyer.get(order, "?at=" + times.getLast()).statusCode(200).body("status", equalTo("confirmed"));
    buyer.get(order, "?at=2026-01-01T00:00:00Z").statusCode(404);
  }

  @Test
  void knowsAnOrderAtTheMomentItWasPlaced() {
    var order = buyer.orders(product);
    var placedAt = buyer.order(order).getString("placedAt");

    buyer.get(order, "?at=" + placedAt).statusCode(200).body("status", equalTo("pending"));
  }

  @Test
  void tellsWhatHappenedUntilThen() {
    var order = buyer.orders(product);
    var partners = new Partners(order);
    partners.answer(new InventoryRejected(partners.askedToReserve(), order, "out_of_stock", "No."));
    buyer.awaitOrder(order, "cancelled");
    var events = buyer.get(order, "/events").statusCode(200).extract().jsonPath();

    assertThat(events.getList("items.type")).containsExactly("order.created", "order.cancelled");
    assertThat(events.getList("items.sequence")).containsExactly(1, 2);
    assertThat(events.getString("items[1].data.code")).isEqualTo("out_of_stock");
    buyer
        .get(order, "/events?until=" + events.getString("items[0].time"))
        .body("items.size()", equalTo(1));
  }

  @Test
  void asksForAnInstant() {
    var order = buyer.orders(product);

    buyer.get(order, "?at=yesterday").statusCode(400).body("code", equalTo("validation_failed"));
    buyer.get(order, "/events?until=5").statusCode(400);
  }

  @Test
  void isNobodyElsesBusiness() {
    var order = buyer.orders(product);
    var stranger = new Buyer();

    stranger.get(order, "").statusCode(404).body("code", equalTo("not_found"));
    stranger.get(order, "/events").statusCode(404);
    stranger.post(order, "/refund").statusCode(404);
    stranger.get(Identifiers.next(), "").statusCode(404);
    given().get("/api/v1/orders/" + order).then().statusCode(401);
  }

  // --- the list

  @Test
  void listsTheBuyersOwnNewestFirst() {
    var other = new Buyer();
    other.orders(product);
    var first = buyer.orders(product);
    var second = buyer.orders(product);

    awaitList(buyer, List.of(second, first));
  }

  @Test
  void showsInTheListHowAnOrderEnded() {
    var order = buyer.orders(product);
    var partners = new Partners(order);
    partners.answer(new InventoryRejected(partners.askedToReserve(), order, "out_of_stock", "No."));

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          var list = list(buyer, "");
          assertThat(list.getString("items[0].status")).isEqualTo("cancelled");
          assertThat(list.getString("items[0].failure.code")).isEqualTo("out_of_stock");
        });
  }

  @Test
  void readsOnWhereThePageEnded() {
    var orders = new ArrayList<UUID>();
    for (int i = 0; i < 5; i++) {
      orders.addFirst(buyer.orders(product));
    }
    awaitList(buyer, orders);

    var read = new ArrayList<UUID>();
    String next = null;
    do {
      var page = list(buyer, "?limit=2" + (next == null ? "" : "&cursor=" + next));
      read.addAll(page.getList("items.id", UUID.class));
      next = page.getString("next");
    } while (next != null);

    assertThat(read).containsExactlyElementsOf(orders);
  }

  @Test
  void refusesAForgedCursor() {
    buyer.call().get("/api/v1/orders?cursor=forged").then().statusCode(400);
    buyer.call().get("/api/v1/orders?limit=101").then().statusCode(400);
  }

  // --- the rebuild

  @Test
  void isMadeAnewWhileItIsRead() {
    var orders = new ArrayList<UUID>();
    for (int i = 0; i < 3; i++) {
      orders.addFirst(buyer.orders(product));
    }
    awaitList(buyer, orders);
    damage(orders.getFirst());
    awaitList(buyer, orders.subList(1, 3));

    admin()
        .post(HistoryRebuildResource.PATH + "/rebuild")
        .then()
        .statusCode(202)
        .header("Location", HistoryRebuildResource.PATH)
        .body("total", notNullValue());
    orders.addFirst(buyer.orders(product));

    awaitList(buyer, orders);
    awaitIdle();
    assertThat(ids(buyer)).containsExactlyElementsOf(orders);
    orders.addFirst(buyer.orders(product));
    awaitList(buyer, orders);
  }

  @Test
  void joinsARebuildUnderWay() {
    pool.query(
            """
            insert into order_history_rebuild (run_id, running, total, done, started_at)
            values (gen_random_uuid(), true, 10, 5, now())
            on conflict (singleton) do update set running = true, done = 5, total = 10
            """)
        .execute()
        .await()
        .atMost(PATIENCE);

    admin()
        .post(HistoryRebuildResource.PATH + "/rebuild")
        .then()
        .statusCode(202)
        .body("state", equalTo("running"))
        .body("done", equalTo(5));

    pool.query("update order_history_rebuild set running = false")
        .execute()
        .await()
        .atMost(PATIENCE);
  }

  @Test
  void isMadeAnewByOperatorsOnly() {
    buyer.call().post(HistoryRebuildResource.PATH + "/rebuild").then().statusCode(403);
    buyer.call().get(HistoryRebuildResource.PATH).then().statusCode(403);
  }

  private void damage(UUID order) {
    pool.preparedQuery("delete from order_summary where order_id = $1")
        .execute(Tuple.of(order))
        .await()
        .atMost(PATIENCE);
  }

  private static RequestSpecification admin() {
    return given().auth().oauth2(TestTokens.of(Identifiers.next(), Role.BUYER, Role.ADMIN));
  }

  private static void awaitIdle() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() ->
            admin()
                .get(HistoryRebuildResource.PATH)
                .then()
                .statusCode(200)
                .body("state", equalTo("idle"))
                .body("finishedAt", notNullValue()));
  }

  private static void awaitList(Buyer buyer, List<UUID> orders) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(ids(buyer)).containsExactlyElementsOf(orders));
  }

  private static List<UUID> ids(Buyer buyer) {
    return list(buyer, "").getList("items.id", UUID.class);
  }

  private static JsonPath list(Buyer buyer, String query) {
    return buyer.call().get("/api/v1/orders" + query).then().statusCode(200).extract().jsonPath();
  }
}
