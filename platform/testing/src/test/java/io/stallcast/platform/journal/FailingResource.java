package io.stallcast.platform.journal;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.ConnectException;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Fails as the clients of a database or of a partner do. */
@Path("/failing")
public class FailingResource {
  @GET
  @Path("/{how}")
  public Uni<String> fail(String how) {
    return Uni.createFrom().failure(failure(how));
  }

  private static Throwable failure(String how) {
    return switch (how) {
      case "database-stopped" -> new PgException("shutting down", "FATAL", "57P01", null);
      case "connection-refused" -> new ConnectException("Connection refused");
      case "connection-lost" ->
          new CompositeException(
              ClosedConnectionException.INSTANCE, new IllegalStateException("live transaction"));
      case "pool-exhausted" -> new NoStackTraceThrowable("Timeout");
      case "circuit-open" -> new CircuitBreakerOpenException();
      case "bulkhead-full" -> new BulkheadException();
      case "partner-late" -> new TimeoutException();
      case "writers-met" -> new OptimisticLockException();
      case "constraint-broken" -> new PgException("check", "ERROR", "23514", null);
      default -> new IllegalArgumentException(how);
    };
  }
}
