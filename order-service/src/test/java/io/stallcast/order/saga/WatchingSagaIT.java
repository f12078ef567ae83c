package io.stallcast.order.saga;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.stallcast.order.Buyer;
import io.stallcast.order.CatalogPeer;
import io.stallcast.order.Partners;
import io.stallcast.platform.event.order.SagaReply.InventoryRejected;
import io.stallcast.platform.event.order.SagaReply.PaymentFailed;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class WatchingSagaIT {
  private final HttpClient http = HttpClient.newHttpClient();
  private final Buyer buyer = new Buyer();
  private UUID order;
  private Partners partners;

  @BeforeEach
  void placeAnOrder() {
    order = buyer.orders(CatalogPeer.sells(1999, "EUR"));
    partners = new Partners(order);
  }

  @Test
  void showsTheSagaAtOnceAtEachChangeAndEnds() throws Exception {
    var lines = new CopyOnWriteArrayList<String>();
    var end = watch(lines);
    await().untilAsserted(() -> assertThat(states(lines)).containsExactly("running"));

    partners.reserve();
    await().untilAsserted(() -> assertThat(lastSteps(lines)).startsWith("succeeded", "running"));
    partners.answer(new PaymentFailed(partners.askedToPay(), order, "declined", "No."));
    await().untilAsserted(() -> assertThat(states(lines)).last().isEqualTo("compensating"));
    partners.release();
    end.get(20, TimeUnit.SECONDS);

    assertThat(states(lines)).last().isEqualTo("failed");
    assertThat(lines).filteredOn(line -> line.startsWith("event:")).allMatch("event:saga"::equals);
    assertThat(lines).noneMatch(line -> line.startsWith("content-type"));
    assertThat(lastSteps(lines)).containsExactly("compensated", "failed", "skipped", "skipped");
  }

  @Test
  void showsWhatIsOverOnce() throws Exception {
    partners.answer(new InventoryRejected(partners.askedToReserve(), order, "out_of_stock", "No."));
    buyer.awaitOrder(order, "cancelled");
    var lines = new CopyOnWriteArrayList<String>();

    watch(lines).get(20, TimeUnit.SECONDS);

    assertThat(states(lines)).containsExactly("failed");
  }

  @Test
  void showsStrangersNothing() throws Exception {
    var answer = http.send(request(new Buyer()), BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JsonPath.from(answer.body()).getString("code")).isEqualTo("not_found");
  }

  private CompletableFuture<HttpResponse<Void>> watch(List<String> lines) {
    return http.sendAsync(
        request(buyer),
        BodyHandlers.fromLineSubscriber(
            new Flow.Subscriber<>() {
              @Override
              public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
              }

              @Override
              public void onNext(String line) {
                lines.add(line);
              }

              @Override
              public void onError(Throwable failure) {
                lines.add(failure.toString());
              }

              @Override
              public void onComplete() {}
            }));
  }

  private HttpRequest request(Buyer who) {
    return HttpRequest.newBuilder(
            URI.create(
                "http://localhost:" + RestAssured.port + "/api/v1/orders/" + order + "/saga"))
        .header("Accept", "text/event-stream")
        .header("Authorization", "Bearer " + who.token())
        .build();
  }

  private static List<String> states(List<String> lines) {
    return bodies(lines).map(body -> body.getString("state")).toList();
  }

  private static List<String> lastSteps(List<String> lines) {
    return bodies(lines)
        .map(body -> body.<String>getList("steps.status"))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  private static Stream<JsonPath> bodies(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("data:"))
        .map(line -> JsonPath.from(line.substring("data:".length())));
  }
}
