package io.stallcast.catalog.reservation;

import static io.stallcast.catalog.Catalogue.createPublished;
import static io.stallcast.catalog.Catalogue.patch;
import static io.stallcast.catalog.Catalogue.product;
import static io.stallcast.catalog.reservation.Saga.PRICE;
import static io.stallcast.catalog.reservation.Saga.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.money.Money;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class PriceWindowIT {
  private static final Money NEW_PRICE = new Money(2999, "EUR");

  @Inject MovingClock clock;

  private UUID id;

  @BeforeEach
  void raiseThePrice() {
    var creator = UUID.randomUUID();
    id = createPublished(creator, product("Dearer"));
    patch(creator, id, 2, "{\"price\":{\"amount\":2999}}").statusCode(200);
  }

  @AfterEach
  void setTheClockRight() {
    clock.setRight();
  }

  @Test
  void acceptsTheNewPriceAndForAWhileTheOldOne() {
    assertReserved(3, NEW_PRICE);
    assertReserved(2, PRICE);
    clock.move(Duration.ofSeconds(20));
    assertReserved(2, PRICE);
  }

  @Test
  void refusesTheOldPriceWhenItsTimeIsOver() {
    clock.move(Duration.ofSeconds(31));

    assertPriceChanged(2, PRICE);
    assertReserved(3, NEW_PRICE);
  }

  @Test
  void refusesTheOldPriceForTheNewVersion() {
    assertPriceChanged(3, PRICE);
  }

  @Test
  void refusesAPriceThatNeverStood() {
    assertPriceChanged(3, new Money(1, "EUR"));
    assertPriceChanged(3, new Money(2999, "USD"));
  }

  private void assertReserved(long version, Money price) {
    var saga = new Saga();
    saga.awaitReply(InventoryReserved.class, saga.reserve(line(id, 1, version, price)));
  }

  private void assertPriceChanged(long version, Money price) {
    var saga = new Saga();
    var rejected =
        saga.awaitReply(InventoryRejected.class, saga.reserve(line(id, 1, version, price)));
    assertThat(rejected.code()).isEqualTo("price_changed");
  }
}
