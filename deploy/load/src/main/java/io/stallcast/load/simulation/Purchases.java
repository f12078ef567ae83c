package io.stallcast.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.rampConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.core.CoreDsl.substring;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import java.util.UUID;

/** Buyers place an order and watch its saga until it has come to its end, as the web UI does. */
public class Purchases extends Load {
  private static final ChainBuilder PLACE =
      exec(
          http("place an order")
              .post("/api/v1/orders")
              .header("Authorization", "Bearer #{token}")
              .header("Idempotency-Key", session -> UUID.randomUUID().toString())
              .body(
                  StringBody(
                      """
                      {"items":[{"productId":"#{product}","quantity":1}],"payment":{"token":"tok_visa"}}
                      """))
              .check(status().is(202), jsonPath("$.id").saveAs("order")));

  /** The stream of events ends with the saga. */
  private static final ChainBuilder WATCH =
      exec(
          http("watch its saga")
              .get("/api/v1/orders/#{order}/saga")
              .header("Authorization", "Bearer #{token}")
              .header("Accept", "text/event-stream")
              .check(status().is(200), substring("\"state\":\"completed\"")));

  /** Sets the simulation up. */
  public Purchases() {
    ScenarioBuilder purchases =
        scenario("purchases")
            .feed(csv(BUYERS).circular())
            .feed(csv(PRODUCTS).circular())
            .exec(
                measured(
                    "purchase", exec(PLACE, doIf(session -> !session.isFailed()).then(WATCH))));
    setUp(arriving(purchases)).protocols(gateway());
  }

  private static PopulationBuilder arriving(ScenarioBuilder purchases) {
    return RATE > 0
        ? purchases.injectOpen(
            rampUsersPerSec(1).to(RATE).during(RAMP),
            constantUsersPerSec(RATE).during(atFullLoad()))
        : purchases.injectClosed(
            rampConcurrentUsers(1).to(CONCURRENT).during(RAMP),
            constantConcurrentUsers(CONCURRENT).during(atFullLoad()));
  }
}
