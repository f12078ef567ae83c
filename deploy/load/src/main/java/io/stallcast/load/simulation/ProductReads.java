package io.stallcast.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.csv;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;

/** People without an account look at one product after the other. */
public class ProductReads extends Load {
  private static final ChainBuilder READ =
      exec(http("read a product").get("/api/v1/products/#{product}").check(status().is(200)));

  /** Sets the simulation up. */
  public ProductReads() {
    setUp(
            scenario("product reads")
                .exec(
                    during(atFullLoad())
                        .on(feed(csv(PRODUCTS).circular()), measured("product read", READ)))
                .injectOpen(atOnceUsers(CONCURRENT)))
        .protocols(gateway());
  }
}
