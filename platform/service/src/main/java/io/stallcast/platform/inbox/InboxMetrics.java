package io.stallcast.platform.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what the inbox does not apply. */
@ApplicationScoped
class InboxMetrics {
  private final MeterRegistry registry;

  InboxMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** An event of a type that this consumer does not know. */
  void skipped(String consumer) {
    registry.counter("stallcast.inbox.skipped", "consumer", consumer).increment();
  }
}
