package io.stallcast.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which consumers wait for a dependency to come back, and what their last try met. */
@ApplicationScoped
class WaitingConsumers {
  private final Map<String, String> failures = new ConcurrentHashMap<>();

  void waiting(String consumer, Throwable failure) {
    failures.put(consumer, failure.getClass().getSimpleName());
  }

  void working(String consumer) {
    failures.remove(consumer);
  }

  Map<String, String> failures() {
    return Map.copyOf(failures);
  }
}
