package io.stallcast.payment.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.stallcast.payment.ProviderProcess;
import io.stallcast.payment.Purchase;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.SagaReply;
import io.stallcast.platform.event.payment.AccessEvent;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class AccessIT {
  private final Purchase purchase = Purchase.ofTwoLines();
  private final UUID product = purchase.lines().getFirst().productId();

  @Test
  void grantsWhatWasBought() {
    purchase.paid().grant().awaitReply(SagaReply.AccessGranted.class);

    purchase
        .asBuyer()
        .get("/api/v1/access/{id}", product)
        .then()
        .statusCode(200)
        .body("granted", equalTo(true))
        .body("since", notNullValue())
        .body("source", equalTo(purchase.orderId().toString()));
    assertThat(events(product)).singleElement().satisfies(e -> assertThat(e.sequence()).isOne());
  }

  @Test
  void grantsNothingToOthers() {
    purchase.grant().awaitReply(SagaReply.AccessGranted.class);
    Purchase.as(Identifiers.next(), Role.BUYER)
        .get("/api/v1/access/{id}", product)
        .then()
        .body("granted", equalTo(false))
        .body("since", nullValue());
    RestAssured.get("/api/v1/access/" + product).then().statusCode(401);
    RestAssured.get("/api/v1/library").then().statusCode(401);
  }

  @Test
  void grantsAnOrderOnceAndAnswersEachAsking() {
    purchase.grant().grant();
    await().untilAsserted(() -> assertThat(purchase.replies()).hasSize(2));
    assertThat(events(product)).hasSize(1);
  }

  @Test
  void endsTheAccessWhereItsSagaIsUndoneAndAnswersEachAsking() {
    purchase.paid().grant().awaitReply(SagaReply.AccessGranted.class);

    purchase.revoke().awaitReply(SagaReply.AccessRevoked.class);

    assertThat(isGranted(purchase)).isFalse();
    purchase.revoke();
    await()
        .untilAsserted(() ->
            assertThat(purchase.replies())
                .filteredOn(SagaReply.AccessRevoked.class::isInstance)
                .hasSize(2));
  }

  @Test
  void grantsNothingThatWasRevokedBefore() {
    purchase.revoke().awaitReply(SagaReply.AccessRevoked.class);

    purchase.grant().awaitReply(SagaReply.AccessGranted.class);

    assertThat(isGranted(purchase)).isFalse();
  }

  @Test
  void endsTheAccessWhenAllIsRefundedNotBefore() {
    purchase.paid().grant().awaitReply(SagaReply.AccessGranted.class);
    purchase.refund(Identifiers.next(), Purchase.eur(1000)).awaitStatus("partially_refunded");
    assertThat(isGranted(purchase)).isTrue();

    purchase.refund(Identifiers.next(), null).awaitStatus("refunded");

    assertThat(isGranted(purchase)).isFalse();
    assertThat(
            TopicProbe.on(Topic.ACCESS_EVENTS)
                .await(AccessEvent.AccessRevoked.class, subject(product))
                .sequence())
        .isEqualTo(2);
  }

  @Test
  void doesNotGrantAnOrderThatWasRefundedBefore() {
    purchase.paid().refund(Identifiers.next(), null).awaitStatus("refunded");

    purchase.grant().awaitReply(SagaReply.AccessGranted.class);

    assertThat(isGranted(purchase)).isFalse();
    assertThat(events(product)).isEmpty();
  }

  @Test
  void keepsTheAccessThatAnotherOrderGives() {
    var line = purchase.lines().getFirst();
    var again = Purchase.of(purchase.buyerId(), line);
    purchase.paid().grant().awaitReply(SagaReply.AccessGranted.class);
    again.paid().grant().awaitReply(SagaReply.AccessGranted.class);

    purchase.refund(Identifiers.next(), null).awaitStatus("refunded");

    assertThat(isGranted(purchase)).isTrue();
    await().untilAsserted(() -> assertThat(events(product)).hasSize(3));
    assertThat(events(product).getLast().data())
        .isInstanceOfSatisfying(
            AccessEvent.AccessGranted.class,
            e -> assertThat(e.entitlement().orderId()).isEqualTo(again.orderId()));
  }

  @Test
  void listsTheLibraryPageByPageEachProductOnce() {
    var again = Purchase.of(purchase.buyerId(), purchase.lines().getFirst());
    purchase.grant().awaitReply(SagaReply.AccessGranted.class);
    again.grant().awaitReply(SagaReply.AccessGranted.class);

    var seen = new ArrayList<String>();
    String cursor = null;
    do {
      var request = purchase.asBuyer().queryParam("limit", 1);
      var page =
          (cursor == null ? request : request.queryParam("cursor", cursor))
              .get("/api/v1/library")
              .then()
              .statusCode(200)
              .body("items", hasSize(1))
              .body("items[0].title", equalTo("Course"))
              .extract()
              .jsonPath();
      seen.add(page.getString("items[0].productId"));
      cursor = page.getString("next");
    } while (cursor != null);

    assertThat(seen)
        .containsExactlyInAnyOrderElementsOf(
            purchase.lines().stream().map(line -> line.productId().toString()).toList());
  }

  private boolean isGranted(Purchase of) {
    return of.asBuyer()
        .get("/api/v1/access/{id}", product)
        .then()
        .extract()
        .jsonPath()
        .getBoolean("granted");
  }

  private List<Envelope<AccessEvent>> events(UUID productId) {
    return TopicProbe.on(Topic.ACCESS_EVENTS).seen(AccessEvent.class).stream()
        .filter(event -> event.subject().equals(subject(productId)))
        .toList();
  }

  private String subject(UUID productId) {
    return AccessEvent.subject(purchase.buyerId(), productId);
  }
}
