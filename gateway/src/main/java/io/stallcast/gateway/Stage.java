package io.stallcast.gateway;

import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;

/** The steps that every request takes, in their order. A step passes it on or fails it. */
public enum Stage {
  /** Gives it an id, and finds out where it comes from. */
  ARRIVAL,
  /** Sees to the line in the access log and to what protects browsers, whatever the answer. */
  ANSWER,
  /** Refuses what is too much for a request line and headers. */
  HEAD_LIMIT,
  /** Finds the upstream, or nothing at all. */
  ROUTING,
  /** Answers browsers that ask for pages of another origin. */
  CROSS_ORIGIN,
  /** Bounds what one address may ask for. */
  ADDRESS_LIMIT,
  /** Refuses tokens that are expired or forged. */
  TOKEN,
  /** Bounds what one user may ask for. */
  USER_LIMIT,
  /** Puts the answer together where several services have a part of it. */
  GATHERING,
  /** Hands it on. */
  FORWARDING;

  // before all that Quarkus itself installs for resources: its limit of bodies, authentication
  private static final int FIRST = -10_000;

  /** Makes {@code step} the handler of this stage. */
  @SuppressWarnings("EnumOrdinal") // the order of the constants is what this enum is about
  public void install(Router router, Handler<RoutingContext> step) {
    router.route().order(FIRST + ordinal()).handler(step);
  }
}
