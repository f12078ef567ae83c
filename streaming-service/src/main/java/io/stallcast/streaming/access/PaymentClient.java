package io.stallcast.streaming.access;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * payment-service, asked what a viewer may use, in the viewer's name. Reading is safe to repeat.
 */
@RegisterRestClient(configKey = "payment")
@Path("/api/v1/access")
interface PaymentClient {
  String CIRCUIT = "payment";

  /** What this service reads of the answer. */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Answer(boolean granted, Instant until) {}

  /**
   * Whether the bearer may use a product.
   *
   * @param authorization the bearer's token, as a header has it
   * @return fails with {@link RefusedToken} where payment-service does not take it
   */
  @GET
  @Path("/{productId}")
  @Timeout(1000)
  @Retry(
      maxRetries = 2,
      delay = 50,
      jitter = 25,
      abortOn = {RefusedToken.class, CircuitBreakerOpenException.class, BulkheadException.class})
  @ExponentialBackoff
  @CircuitBreaker(
      requestVolumeThreshold = 10,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = {RefusedToken.class, BulkheadException.class})
  @CircuitBreakerName(CIRCUIT)
  @Bulkhead(value = 16, waitingTaskQueue = 32)
  Uni<Answer> access(
      @HeaderParam("Authorization") String authorization, @PathParam("productId") UUID productId);

  @ClientExceptionMapper
  static RuntimeException refusedToken(Response response) {
    return response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()
        ? new RefusedToken()
        : null;
  }

  /** An answer, not a fault: the token has expired since it was shown here. */
  final class RefusedToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedToken() {
      super("token refused", null, false, false);
    }
  }
}
