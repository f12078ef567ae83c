package io.stallcast.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a consumer waits for a dependency to come back. */
@Readiness
@ApplicationScoped
class ConsumerReadiness implements HealthCheck {
  private final Map<String, String> waiting = new ConcurrentHashMap<>();

  void waiting(String consumer, Throwable failure) {
    waiting.put(consumer, failure.getClass().getSimpleName());
  }

  void working(String consumer) {
    waiting.remove(consumer);
  }

  @Override
  public HealthCheckResponse call() {
    var response = HealthCheckResponse.named("Event consumers").status(waiting.isEmpty());
    waiting.forEach(response::withData);
    return response.build();
  }
}
