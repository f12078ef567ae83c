package io.stallcast.platform.inbox;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while a consumer waits for a dependency to come back. */
@Readiness
@ApplicationScoped
class ConsumerReadiness implements HealthCheck {
  private final WaitingConsumers waiting;

  ConsumerReadiness(WaitingConsumers waiting) {
    this.waiting = waiting;
  }

  @Override
  public HealthCheckResponse call() {
    var failures = waiting.failures();
    var response = HealthCheckResponse.named("Event consumers").status(failures.isEmpty());
    failures.forEach(response::withData);
    return response.build();
  }
}
