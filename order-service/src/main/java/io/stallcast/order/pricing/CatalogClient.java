package io.stallcast.order.pricing;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.faulttolerance.api.CircuitBreakerName;
import io.smallrye.faulttolerance.api.ExponentialBackoff;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** catalog-service, asked for a product. Reading is safe to repeat. */
@RegisterRestClient(configKey = "catalog")
@Path("/api/v1/products")
interface CatalogClient {
  String CIRCUIT = "catalog";

  /**
   * A product that is on sale.
   *
   * @return fails with {@link NoSuchProduct} where catalog-service says that there is none
   */
  @GET
  @Path("/{id}")
  @Timeout(1000)
  @Retry(
      maxRetries = 2,
      delay = 50,
      jitter = 25,
      abortOn = {NoSuchProduct.class, CircuitBreakerOpenException.class, BulkheadException.class})
  @ExponentialBackoff
  @CircuitBreaker(
      requestVolumeThreshold = 10,
      failureRatio = 0.5,
      delay = 2,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = {NoSuchProduct.class, BulkheadException.class})
  @CircuitBreakerName(CIRCUIT)
  @Bulkhead(value = 16, waitingTaskQueue = 32)
  Uni<CatalogProduct> product(@PathParam("id") UUID id);

  @ClientExceptionMapper
  static RuntimeException noSuchProduct(Response response) {
    return response.getStatus() == Response.Status.NOT_FOUND.getStatusCode()
        ? new NoSuchProduct()
        : null;
  }

  /** An answer, not a fault. */
  final class NoSuchProduct extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchProduct() {
      super("no such product", null, false, false);
    }
  }
}
