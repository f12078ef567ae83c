package io.stallcast.payment.provider;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.health.api.Wellness;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentConfig;
import io.stallcast.payment.PaymentProvider;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Whether the provider answers, and knows our key. It is told under {@code /q/health/well}, not as
 * readiness: without the provider payments wait, but access, library and refund requests are
 * served.
 */
@Wellness
@ApplicationScoped
class ProviderHealth implements AsyncHealthCheck {
  private final PaymentProvider provider;
  private final PaymentConfig config;

  ProviderHealth(PaymentProvider provider, PaymentConfig config) {
    this.provider = provider;
    this.config = config;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    var response =
        HealthCheckResponse.named("payment provider").withData("url", config.provider().url());
    return provider
        .ping()
        .replaceWith(() -> response.up().build())
        .onFailure()
        .recoverWithItem(failure -> response.down().withData("reason", failure.toString()).build());
  }
}
