package io.stallcast.order.saga;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Partners;
import io.stallcast.platform.event.order.InventoryCommand.ReserveInventory;
import io.stallcast.platform.event.order.SagaReply.AccessGranted;
import io.stallcast.platform.event.order.SagaReply.InventoryReserved;
import io.stallcast.platform.event.order.SagaReply.PaymentProcessed;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.AtOnce;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What becomes of purchases whose partners are silent, until they or an operator speak. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class SilenceIT {
  private static final String SAGAS = "/api/v1/admin/sagas/";

  private final Buyer buyer = new Buyer();
  private final UUID product = CatalogPeer.sells(1999, "EUR");

  @TestFactory
  Stream<DynamicTest> silence() {
    return AtOnce.begun(
        purchase("asks again, and takes the answer to the first asking", this::asksAgain),
        purchase("gives a reservation up that is not answered", this::givesUp),
        purchase("voids a payment that is not answered", this::voidsPayment),
        purchase("sticks where what is paid is not answered", this::sticks),
        purchase("goes on when an operator says so", this::goesOn),
        purchase("undoes what is paid when an operator says so", this::undoes),
        purchase("takes a late answer or an abortion, not both", this::takesOneOfTwo));
  }

  private DynamicTest purchase(String name, BiConsumer<UUID, Partners> flow) {
    return dynamicTest(
        name,
        () -> {
          UUID order = buyer.orders(product);
          flow.accept(order, new Partners(order));
        });
  }

  private void asksAgain(UUID order, Partners partners) {
    var first = partners.askedToReserve();
    partners.inventory(ReserveInventory.class, 2);

    partners.answer(new InventoryReserved(first, order));

    partners.askedToPay();
    buyer.get(order, "/saga").body("steps[0].attempts", equalTo(2));
  }

  private void givesUp(UUID order, Partners partners) {
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    buyer.get(order, "").body("failure.code", equalTo("reservation_timeout"));
  }

  private void voidsPayment(UUID order, Partners partners) {
    partners.reserve();
    var charge = partners.askedToPay();
    var toVoid = partners.askedToVoid();

    partners.answer(new PaymentProcessed(charge, order, partners.payment()));
    assertThat(toVoid.attempt()).isGreaterThan(charge.attempt());
    partners.voidPayment();
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    buyer.get(order, "").body("failure.code", equalTo("payment_timeout"));
  }

  private void sticks(UUID order, Partners partners) {
    partners.reserve();
    partners.pay();
    var asked = partners.askedToGrant();
    partners.grant(2);
    buyer.awaitSaga(order, "stuck");

    partners.answer(new AccessGranted(asked, order));
    partners.commit();

    buyer.awaitOrder(order, "confirmed");
  }

  private void goesOn(UUID order, Partners partners) {
    partners.reserve();
    partners.pay();
    partners.grant(1);
    operator().post(SAGAS + order + "/retry").then().statusCode(409);
    buyer.awaitSaga(order, "stuck");
    operator()
        .get("/api/v1/admin/sagas?stuck=true&limit=100")
        .then()
        .statusCode(200)
        .body("items.orderId", hasItem(order.toString()))
        .body("items.find { it.orderId == '" + order + "' }.step", equalTo("grant_access"))
        .body("items.find { it.orderId == '" + order + "' }.error", equalTo("no_answer"))
        .body("items.find { it.orderId == '" + order + "' }.ageSeconds", greaterThan(0));
    var attempts = buyer.saga(order).getInt("steps[2].attempts");

    operator()
        .post(SAGAS + order + "/retry")
        .then()
        .statusCode(200)
        .body("state", equalTo("running"));

    partners.answer(new AccessGranted(partners.grant(attempts + 1), order));
    partners.commit();
    buyer.awaitOrder(order, "confirmed");
  }

  private void undoes(UUID order, Partners partners) {
    partners.reserve();
    partners.pay();
    var asked = partners.askedToGrant();
    operator().post(SAGAS + order + "/abort").then().statusCode(409);
    buyer.awaitSaga(order, "stuck");

    operator()
        .post(SAGAS + order + "/abort")
        .then()
        .statusCode(202)
        .body("state", equalTo("compensating"))
        .body("step", equalTo("grant_access"))
        .body("error", equalTo("aborted_by_operator"));
    partners.answer(new AccessGranted(asked, order));
    partners.revoke();
    partners.voidPayment();
    partners.release();

    buyer.awaitOrder(order, "cancelled");
    buyer.get(order, "").body("failure.code", equalTo("aborted_by_operator"));
    assertThat(buyer.steps(order))
        .containsExactly("compensated", "compensated", "failed", "skipped");
  }

  /** Whoever commits first decides: the order is confirmed, or all of it is undone. */
  private void takesOneOfTwo(UUID order, Partners partners) {
    partners.reserve();
    partners.pay();
    var asked = partners.askedToGrant();
    buyer.awaitSaga(order, "stuck");

    var answer = CompletableFuture.runAsync(() -> partners.answer(new AccessGranted(asked, order)));
    var status = operator().post(SAGAS + order + "/abort").statusCode();
    answer.join();

    assertThat(status).isIn(202, 409);
    if (status == 202) {
      partners.revoke();
      partners.voidPayment();
      partners.release();
    } else {
      partners.commit();
    }
    buyer.awaitOrder(order, status == 202 ? "cancelled" : "confirmed");
  }

  private static RequestSpecification operator() {
    return given().auth().oauth2(TestTokens.of(Identifiers.next(), Role.ADMIN));
  }
}
