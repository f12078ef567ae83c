package io.stallcast.order.saga;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderView;
import io.stallcast.order.saga.BeforeWatching.OwnOrder;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** How a purchase goes, and the wish to end it. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Purchase")
class SagaResource {
  private static final Duration HEARTBEAT = Duration.ofSeconds(15);

  private final WatchingSaga watching;
  private final CancellingOrder cancelling;
  private final Caller caller;

  SagaResource(WatchingSaga watching, CancellingOrder cancelling, Caller caller) {
    this.watching = watching;
    this.cancelling = cancelling;
    this.caller = caller;
  }

  @GET
  @Path("/{id}/saga")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readSaga",
      summary = "See what happened in a purchase, step by step",
      description =
          "As server-sent events named saga, where they are asked for: at once and at each change;"
              + " they close after the end.")
  @APIResponse(
      responseCode = "200",
      description = "As it stands",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = SagaView.class)),
        @Content(
            mediaType = MediaType.SERVER_SENT_EVENTS,
            schema = @Schema(implementation = SagaView.class))
      })
  @APIResponse(responseCode = "404", description = "The caller has no such order")
  public Uni<SagaView> read(@PathParam("id") UUID id) {
    return watching.now(id, caller.id());
  }

  @GET
  @Path("/{id}/saga")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @OwnOrder
  @Operation(hidden = true)
  public Multi<OutboundSseEvent> watch(@PathParam("id") UUID id, @Context Sse sse) {
    return alive(sse, watching.live(id, caller.id()).map(view -> event(sse, view)));
  }

  @POST
  @Path("/{id}/cancel")
  @ResponseStatus(202)
  @Operation(
      operationId = "cancelOrder",
      summary = "Wish to cancel an order",
      description =
          "Honoured at the purchase's next step before the money is taken. To be repeated safely.")
  @APIResponse(
      responseCode = "202",
      description = "The wish is noted",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "404", description = "The caller has no such order")
  @APIResponse(
      responseCode = "409",
      description = "order_confirmed: it is paid, refund it instead; order_refunded")
  public Uni<OrderView> cancel(@PathParam("id") UUID id) {
    return cancelling.cancel(id, caller.id());
  }

  /** A comment now and then, so that nobody on the way takes a long silence for the end. */
  private static Multi<OutboundSseEvent> alive(Sse sse, Multi<OutboundSseEvent> events) {
    var untilOver =
        events.map(Optional::of).onCompletion().continueWith(Optional.<OutboundSseEvent>empty());
    var beats =
        Multi.createFrom()
            .ticks()
            .startingAfter(HEARTBEAT)
            .every(HEARTBEAT)
            .onOverflow()
            .drop()
            .map(tick -> Optional.of(sse.newEventBuilder().comment("alive").build()));
    return Multi.createBy()
        .merging()
        .streams(untilOver, beats)
        .select()
        .first(Optional::isPresent)
        .map(Optional::get);
  }

  private static OutboundSseEvent event(Sse sse, SagaView view) {
    return sse.newEventBuilder().name("saga").data(SagaView.class, view).build();
  }
}
