package io.stallcast.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;

/** People log in, one after the other. */
public class Logins extends Load {
  private static final ChainBuilder LOG_IN =
      exec(
          http("log in")
              .post("/api/v1/auth/login")
              .body(StringBody("{\"email\":\"#{email}\",\"password\":\"#{password}\"}"))
              .check(status().is(200)));

  /** Sets the simulation up. */
  public Logins() {
    setUp(
            scenario("logins")
                .exec(
                    during(atFullLoad())
                        .on(feed(csv(BUYERS).circular()), measured("login", LOG_IN)))
                .injectOpen(atOnceUsers(CONCURRENT)))
        .protocols(gateway());
  }
}
