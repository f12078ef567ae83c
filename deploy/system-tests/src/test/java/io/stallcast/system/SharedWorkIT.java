package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.client.order.PurchaseStep;
import io.stallcast.platform.event.Topic;
import io.stallcast.stack.LogIn;
import io.stallcast.stack.Part;
import io.stallcast.system.fault.RecordWatch;
import io.stallcast.system.fault.Records;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What either of two pods could do is done by one of them, once. */
class SharedWorkIT {
  private static final List<String> TOPICS =
      Arrays.stream(Topic.values()).map(Topic::topicName).toList();

  @RegisterExtension final Shop shop = new Shop();

  private final Records records = new Records(shop.stack().broker());
  private final List<Part> catalogService = shop.stack().pods("catalog-service");

  @AfterEach
  void resume() {
    catalogService.forEach(Part::resume);
  }

  /** Nothing is sent by two relays, no saga asks twice at one timeout, no job is done twice. */
  @Test
  void whatIsPutOffHappensOnceAndIsToldOnce() {
    Product product = shop.creator().publishes(course().stock(50));
    shop.buyer().buys(product, "tok_visa").ends("confirmed");
    List<Buyer> buyers = shop.buyers(9);
    Map<TopicPartition, Long> begin = records.ends(TOPICS);
    UUID nobodysOrder = holdsForNobody(3, product);

    catalogService.forEach(Part::pause);
    List<Purchase> purchases =
        Crowd.allAtOnce().doing(buyers, buyer -> buyer.buys(product, "tok_visa"));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> purchases.stream().allMatch(purchase -> askings(purchase) == 2));
    catalogService.forEach(Part::resume);
    expires(nobodysOrder);

    purchases.forEach(purchase -> purchase.ends("confirmed"));
    assertThat(purchases).allMatch(purchase -> askings(purchase) == 2);
    Invariants.eventually(
        () -> assertThat(product.stock()).isEqualTo(new Product.Stock(40, 0, 10)));
    assertThat(records.since(begin))
        .extracting(RecordWatch::type)
        .contains("saga.step-timed-out", "catalog.reservation-expired");
    assertThat(records.since(begin)).extracting(RecordWatch::id).doesNotHaveDuplicates();
  }

  @Test
  void tokenOfOnePodIsGoodForTheOther() {
    List<Api> pods = shop.stack().podUrls("auth-service").stream().map(Api::anonymous).toList();

    List<JsonNode> keys =
        pods.stream().map(pod -> pod.get("/.well-known/jwks.json").expect(200).json()).toList();

    assertThat(keys.getFirst().path("keys")).isNotEmpty();
    assertThat(keys).containsOnly(keys.getFirst());
    for (Api pod : pods) {
      String token = Session.logIn(pod, LogIn.ADMIN.email(), LogIn.ADMIN.password()).api().token();
      pods.forEach(each -> each.as(token).get("/api/v1/auth/me").expect(200));
    }
  }

  /** Units for an order that has no saga. */
  private UUID holdsForNobody(int units, Product product) {
    UUID orderId = UUID.randomUUID();
    var items = List.of(Map.of("productId", product.id(), "quantity", units));
    Api.anonymous(shop.stack().inside("catalog-service"))
        .as(shop.stack().serviceToken())
        .post("/api/v1/inventory/reserve", Map.of("orderId", orderId, "items", items))
        .expect(200);
    return orderId;
  }

  /** A quarter of an hour passes for it. */
  private void expires(UUID orderId) {
    shop.stack()
        .database("catalog")
        .run(
            "update outbox set deliver_at = now() where timer_key = 'reservation-expiry:%s'"
                .formatted(orderId));
  }

  /** How often the units were asked for. */
  private static int askings(Purchase purchase) {
    PurchaseStep reservation = purchase.saga().getSteps().getFirst();
    return reservation.getAttempts();
  }
}
