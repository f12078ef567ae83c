package io.stallcast.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.asLongAs;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Buyers who are logged in buy a product at a constant rate and look until it is theirs. The group
 * {@code purchase} lasts from the order to its confirmation. Settings: {@code -Dgateway}, {@code
 * -Drate} (purchases a second), {@code -Dbuyers}, {@code -Dwarmup} and {@code -Dmeasured}
 * (seconds).
 */
public class PurchaseSimulation extends Simulation {
  private static final String GATEWAY = System.getProperty("gateway", "http://localhost:8080");
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Shop shop = new Shop(GATEWAY);
  private final String product = shop.product();
  private final List<Map<String, Object>> buyers =
      Stream.generate(shop::buyer)
          .limit(Integer.getInteger("buyers", 20))
          .map(token -> Map.<String, Object>of("token", token))
          .toList();

  private final ChainBuilder place =
      exec(
          http("place order")
              .post("/api/v1/orders")
              .header("Idempotency-Key", session -> UUID.randomUUID().toString())
              .body(
                  StringBody(
                      """
                      {"items":[{"productId":"%s","quantity":1}],"payment":{"token":"tok_visa"}}
                      """
                          .formatted(product)))
              .check(status().is(202), jsonPath("$.id").saveAs("order")));

  private final ChainBuilder look =
      exec(
          http("read order")
              .get("/api/v1/orders/#{order}")
              .check(status().is(200), jsonPath("$.status").saveAs("status")));

  private final ChainBuilder purchase =
      exec(session -> session.set("status", "pending"))
          .group("purchase")
          .on(place, asLongAs(PurchaseSimulation::isPending).on(pause(LOOK_AGAIN), look));

  private static boolean isPending(Session session) {
    return "pending".equals(session.getString("status"));
  }

  /** Sets the simulation up. */
  public PurchaseSimulation() {
    var rate = Double.parseDouble(System.getProperty("rate", "10"));
    setUp(
            scenario("purchases")
                .feed(listFeeder(buyers).circular())
                .exec(purchase)
                .injectOpen(
                    rampUsersPerSec(1).to(rate).during(Long.getLong("warmup", 20)),
                    constantUsersPerSec(rate).during(Long.getLong("measured", 60))))
        .protocols(
            http.baseUrl(GATEWAY)
                .acceptHeader("application/json")
                .contentTypeHeader("application/json")
                .authorizationHeader("Bearer #{token}"));
  }
}
