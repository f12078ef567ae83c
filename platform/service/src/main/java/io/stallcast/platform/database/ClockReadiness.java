package io.stallcast.platform.database;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Not ready while the machine's clock is off by more than tokens may be: the library that verifies
 * them reads that clock, and would refuse good ones or take expired ones.
 */
@Readiness
@ApplicationScoped
class ClockReadiness implements HealthCheck {
  private final DatabaseTime time;
  private final Duration tolerance;

  ClockReadiness(
      DatabaseTime time, @ConfigProperty(name = "mp.jwt.verify.clock.skew") int toleranceSeconds) {
    this.time = time;
    this.tolerance = Duration.ofSeconds(toleranceSeconds);
  }

  @Override
  public HealthCheckResponse call() {
    Duration ahead = time.machineAhead();
    return HealthCheckResponse.named("Clock")
        .status(ahead.abs().compareTo(tolerance) <= 0)
        .withData("ahead of the database, ms", ahead.toMillis())
        .build();
  }
}
