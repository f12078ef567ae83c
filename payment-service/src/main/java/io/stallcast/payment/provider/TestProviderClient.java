package io.stallcast.payment.provider;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The test provider's API. Every call carries an idempotency key or changes nothing, so all are
 * retried; not after a timeout, which has cost enough, nor where the call was not let out. The
 * bulkheads are wider than the pool in front of them: they hold where it is by-passed.
 */
@Path("/v1/charges")
@RegisterRestClient(configKey = "payment-provider")
@ClientHeaderParam(name = "Authorization", value = "Bearer ${stallcast.payment.provider.api-key}")
interface TestProviderClient {

  @POST
  @Timeout(10_000)
  @Retry(
      maxRetries = 2,
      delay = 250,
      jitter = 100,
      abortOn = {
        ProviderRefusal.class,
        TimeoutException.class,
        BulkheadException.class,
        CircuitBreakerOpenException.class
      })
  @ExponentialBackoff
  @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, skipOn = ProviderRefusal.class)
  @Bulkhead(value = 100, waitingTaskQueue = 100)
  Uni<TestCharge> charge(@HeaderParam("Idempotency-Key") String key, TestCharge.Wanted wanted);

  @GET
  @Timeout(3_000)
  @Retry(
      maxRetries = 2,
      delay = 250,
      jitter = 100,
      abortOn = {
        ProviderRefusal.class,
        TimeoutException.class,
        BulkheadException.class,
        CircuitBreakerOpenException.class
      })
  @ExponentialBackoff
  @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, skipOn = ProviderRefusal.class)
  @Bulkhead(value = 100, waitingTaskQueue = 100)
  Uni<TestCharge.Found> find(@QueryParam("idempotency_key") String key);

  @POST
  @Path("/close")
  @Timeout(3_000)
  @Retry(
      maxRetries = 2,
      delay = 250,
      jitter = 100,
      abortOn = {
        ProviderRefusal.class,
        TimeoutException.class,
        BulkheadException.class,
        CircuitBreakerOpenException.class
      })
  @ExponentialBackoff
  @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, skipOn = ProviderRefusal.class)
  @Bulkhead(value = 100, waitingTaskQueue = 100)
  Uni<TestCharge> close(TestCharge.Key key);

  @POST
  @Path("/{chargeId}/refunds")
  @Timeout(10_000)
  @Retry(
      maxRetries = 2,
      delay = 250,
      jitter = 100,
      abortOn = {
        ProviderRefusal.class,
        TimeoutException.class,
        BulkheadException.class,
        CircuitBreakerOpenException.class
      })
  @ExponentialBackoff
  @CircuitBreaker(requestVolumeThreshold = 20, delay = 2_000, skipOn = ProviderRefusal.class)
  @Bulkhead(value = 100, waitingTaskQueue = 100)
  Uni<TestCharge.Refund> refund(
      @RestPath String chargeId,
      @HeaderParam("Idempotency-Key") String key,
      TestCharge.RefundWanted wanted);

  @GET
  @Timeout(2_000)
  Uni<TestCharge.Found> ping(@QueryParam("limit") int limit);

  @ClientExceptionMapper
  static RuntimeException refusal(Response response) {
    return switch (response.getStatus()) {
      case 402, 404, 409, 422 -> new ProviderRefusal(response.getStatus());
      default -> null;
    };
  }
}
