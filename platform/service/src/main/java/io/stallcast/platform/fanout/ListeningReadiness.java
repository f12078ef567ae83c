package io.stallcast.platform.fanout;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before it has heard what was said while it was not there. */
@Readiness
@ApplicationScoped
class ListeningReadiness implements HealthCheck {
  private final Listening listening;

  ListeningReadiness(Listening listening) {
    this.listening = listening;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Fan-out").status(listening.isUpToDate()).build();
  }
}
