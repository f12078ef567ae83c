package io.stallcast.testprovider.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.testprovider.Charge;
import java.time.Duration;
import java.time.Instant;

/**
 * A webhook on its way.
 *
 * @param id the same at every attempt
 * @param attempts how many failed
 * @param dueAt when the next one is made
 */
@RegisterForReflection
public record Delivery(
    String id, String type, Charge charge, Instant createdAt, int attempts, Instant dueAt) {

  public static Delivery of(Charge charge, String type, Instant now) {
    return new Delivery(ProviderStore.newId("evt_"), type, charge, now, 0, now);
  }

  /** This one after a failed attempt. */
  public Delivery failed(Duration backoff, Instant now) {
    var wait = backoff.multipliedBy(1L << Math.min(attempts, 16));
    return new Delivery(id, type, charge, createdAt, attempts + 1, now.plus(wait));
  }
}
