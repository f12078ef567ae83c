package io.stallcast.catalog.reservation;

import static io.stallcast.catalog.Catalogue.asCreator;
import static io.stallcast.catalog.Catalogue.asService;
import static io.stallcast.catalog.Catalogue.counted;
import static io.stallcast.catalog.Catalogue.createDraft;
import static io.stallcast.catalog.Catalogue.inventory;
import static io.stallcast.catalog.Catalogue.licenceKeys;
import static io.stallcast.catalog.Catalogue.onSale;
import static io.stallcast.catalog.Catalogue.product;
import static io.stallcast.catalog.reservation.Saga.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.StockEvent.StockChanged;
import io.stallcast.platform.event.order.OrderLine;
import io.stallcast.platform.event.order.SagaReply.InventoryCommitted;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReleased;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class InventoryCommandsIT {
  private final Saga saga = new Saga();

  private void assertRejected(Saga saga, String code, OrderLine... lines) {
    var rejected = saga.awaitReply(InventoryRejected.class, saga.reserve(lines));
    assertThat(rejected.code()).isEqualTo(code);
    assertThat(rejected.detail()).isNotBlank();
  }

  @Test
  void reservesThenSells() {
    var id = onSale(counted(5));

    var reserved = saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));
    assertThat(reserved.orderId()).isEqualTo(saga.orderId());
    inventory(id).body("available", equalTo(3)).body("reserved", equalTo(2));

    var committed = saga.awaitReply(InventoryCommitted.class, saga.commit());
    assertThat(committed.licenceKeys()).isEmpty();
    inventory(id).body("available", equalTo(3)).body("sold", equalTo(2));

    var changed =
        TopicProbe.on(Topic.STOCK_EVENTS)
            .await(StockChanged.class, e -> e.data().productId().equals(id) && e.sequence() == 3);
    assertThat(changed.data()).isEqualTo(new StockChanged(id, "counted", 3L, 0, 2));
  }

  @Test
  void reservesThenGivesBack() {
    var id = onSale(counted(5));
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));

    saga.awaitReply(InventoryReleased.class, saga.release());

    inventory(id).body("available", equalTo(5)).body("reserved", equalTo(0));
  }

  @Test
  void rejectsWhatIsNotThere() {
    var id = onSale(counted(1));

    assertRejected(saga, "out_of_stock", line(id, 2));
    assertRejected(new Saga(), "product_unavailable", line(UUID.randomUUID(), 1));
    var draft = createDraft(UUID.randomUUID(), product("Draft"));
    assertRejected(new Saga(), "product_unavailable", line(draft, 1));
    inventory(id).body("available", equalTo(1));
    assertThat(RestAssured.get("/q/metrics").asString())
        .contains("stallcast_stock_rejections_total{code=\"out_of_stock\"");
  }

  @Test
  void holdsAllOfAnOrderOrNothing() {
    var plenty = onSale(counted(10));
    var scarce = onSale(counted(1));

    assertRejected(saga, "out_of_stock", line(plenty, 3), line(scarce, 2));

    inventory(plenty).body("available", equalTo(10));
    inventory(scarce).body("available", equalTo(1));
  }

  @Test
  void answersARepeatedCommandAsBefore() {
    var id = onSale(counted(2));
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));
    var late = new Saga();
    assertRejected(late, "out_of_stock", line(id, 1));

    saga.awaitReply(InventoryCommitted.class, saga.commit());
    saga.awaitReply(InventoryCommitted.class, saga.commit());
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));

    inventory(id).body("available", equalTo(0)).body("sold", equalTo(2));
    assertRejected(late, "out_of_stock", line(id, 1));
  }

  @Test
  void takesBackWhatIsSoldWhereItsSagaIsUndone() {
    var id = onSale(licenceKeys("KEY-1", "KEY-2"));
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));
    saga.awaitReply(InventoryCommitted.class, saga.commit());

    saga.awaitReply(InventoryReleased.class, saga.release());
    saga.awaitReply(InventoryReleased.class, saga.release());

    inventory(id).body("available", equalTo(2)).body("sold", equalTo(0));
    var next = new Saga();
    next.awaitReply(InventoryReserved.class, next.reserve(line(id, 2)));
    assertThat(next.awaitReply(InventoryCommitted.class, next.commit()).licenceKeys().get(id))
        .containsExactlyInAnyOrder("KEY-1", "KEY-2");
  }

  @Test
  void appliesARedeliveredCommandOnce() {
    var id = onSale(counted(5));

    saga.awaitReply(InventoryReserved.class, saga.reserveTwiceWithOneId(line(id, 1)));
    saga.awaitReply(InventoryReleased.class, saga.release());

    assertThat(saga.replies()).isEqualTo(2);
    inventory(id).body("available", equalTo(5));
  }

  @Test
  void refusesForGoodWhatWasGivenUpBefore() {
    var id = onSale(counted(5));
    saga.awaitReply(InventoryReleased.class, saga.release());

    assertRejected(saga, "product_unavailable", line(id, 1));

    inventory(id).body("available", equalTo(5)).body("reserved", equalTo(0));
  }

  @Test
  void buriesACommitOfWhatIsNotHeldAndServesTheOthers() {
    var id = onSale(counted(5));
    saga.commit();
    var other = new Saga();

    other.awaitReply(InventoryReserved.class, other.reserve(line(id, 1)));

    TopicProbe.onDeadLetters(Topic.INVENTORY_COMMANDS, "catalog-service")
        .awaitRecord(r -> r.key().equals(saga.orderId().toString()));
  }

  @Test
  void buriesAWishForLessThanNothing() {
    var id = onSale(counted(5));

    saga.reserve(line(id, -3));

    TopicProbe.onDeadLetters(Topic.INVENTORY_COMMANDS, "catalog-service")
        .awaitRecord(r -> r.key().equals(saga.orderId().toString()));
    inventory(id).body("available", equalTo(5));
  }

  @Test
  void handsOutEachLicenceKeyOnce() {
    var id = onSale(licenceKeys("K-1", "K-2", "K-3"));
    var other = new Saga();
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 2)));
    other.awaitReply(InventoryReserved.class, other.reserve(line(id, 1)));
    assertRejected(new Saga(), "out_of_stock", line(id, 1));

    var first = saga.awaitReply(InventoryCommitted.class, saga.commit()).licenceKeys();
    var second = other.awaitReply(InventoryCommitted.class, other.commit()).licenceKeys();
    var again = saga.awaitReply(InventoryCommitted.class, saga.commit()).licenceKeys();

    assertThat(first).isEqualTo(Map.of(id, List.of("K-1", "K-2")));
    assertThat(second).isEqualTo(Map.of(id, List.of("K-3")));
    assertThat(again).isEqualTo(first);
    inventory(id).body("available", equalTo(0)).body("sold", equalTo(3));
  }

  @Test
  void countsWhatHasNoLimit() {
    var creator = UUID.randomUUID();
    var id = createDraft(creator, product("Endless"));
    asCreator(creator).post("/api/v1/products/{id}/publish", id).then().statusCode(200);

    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 1000)));
    saga.awaitReply(InventoryCommitted.class, saga.commit());

    inventory(id).body("sold", equalTo(1000));
  }

  @Test
  void keepsASagasReservationFromOtherServices() {
    var id = onSale(counted(5));
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 1)));

    asService()
        .body(Map.of("orderId", saga.orderId()))
        .post("/api/v1/inventory/release")
        .then()
        .statusCode(409)
        .body("code", equalTo("reserved_by_saga"));

    inventory(id).body("reserved", equalTo(1));
  }
}
