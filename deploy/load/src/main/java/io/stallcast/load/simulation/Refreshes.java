package io.stallcast.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;

/** Sessions that are refreshed again and again, each with the token that it got last. */
public class Refreshes extends Load {
  private static final ChainBuilder REFRESH =
      exec(
          http("refresh")
              .post("/api/v1/auth/refresh")
              .body(StringBody("{\"refreshToken\":\"#{refreshToken}\"}"))
              .check(status().is(200), jsonPath("$.refreshToken").saveAs("refreshToken")));

  /** Sets the simulation up. */
  public Refreshes() {
    setUp(
            scenario("refreshes")
                .feed(csv(BUYERS).queue())
                .exec(during(atFullLoad()).on(measured("refresh", REFRESH)))
                .injectOpen(atOnceUsers(CONCURRENT)))
        .protocols(gateway());
  }
}
