package io.stallcast.order.history;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderView;
import io.stallcast.order.RecordedEvent;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.time.Instants;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A buyer's own orders. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Orders")
class OrderHistoryResource {
  private final OrderHistory history;
  private final ReadingOrder reading;
  private final Caller caller;

  OrderHistoryResource(OrderHistory history, ReadingOrder reading, Caller caller) {
    this.history = history;
    this.reading = reading;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listOrders",
      summary = "List my orders",
      description = "Newest first. The list may lag.")
  @APIResponse(responseCode = "200", description = "A page of them")
  public Uni<Page<OrderView>> list(@BeanParam @Valid PageRequest page) {
    return history.page(caller.id(), page);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readOrder", summary = "Read an order, as it is now or was then")
  @APIResponse(responseCode = "200", description = "The order")
  @APIResponse(responseCode = "404", description = "The caller has no such order, or had none then")
  public Uni<OrderView> read(
      @PathParam("id") UUID id,
      @Parameter(description = "An instant in ISO 8601; now where absent") @QueryParam("at")
          String at) {
    return at == null
        ? reading.now(id, caller.id())
        : reading.at(id, caller.id(), instant("at", at));
  }

  @GET
  @Path("/{id}/events")
  @Operation(
      operationId = "listOrderEvents",
      summary = "Read what happened to an order",
      description = "In order; all of it.")
  @APIResponse(responseCode = "200", description = "The events")
  @APIResponse(responseCode = "404", description = "The caller has no such order")
  public Uni<Page<RecordedEvent>> events(
      @PathParam("id") UUID id,
      @Parameter(description = "An instant in ISO 8601; all events where absent")
          @QueryParam("until")
          String until) {
    var end = until == null ? Instants.DISTANT_FUTURE : instant("until", until);
    return reading.events(id, caller.id(), end);
  }

  private static Instant instant(String parameter, String text) {
    try {
      return Instants.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.invalid(parameter, "must be an instant, such as 2026-01-31T12:00:00Z");
    }
  }
}
