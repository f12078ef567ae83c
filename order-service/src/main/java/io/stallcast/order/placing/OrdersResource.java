package io.stallcast.order.placing;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderView;
import io.stallcast.platform.idempotency.Answer;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Placing orders. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Orders")
class OrdersResource {
  private final PlacingOrder placing;
  private final Caller caller;

  OrdersResource(PlacingOrder placing, Caller caller) {
    this.placing = placing;
    this.caller = caller;
  }

  @POST
  @Authenticated
  @ForAccounts
  @Operation(
      operationId = "placeOrder",
      summary = "Place an order",
      description =
          "Answered at once; stock and money decide afterwards. Follow links.saga, or read the"
              + " order.")
  @APIResponse(
      responseCode = "202",
      description = "The order is placed",
      headers = {
        @Header(
            name = "Location",
            description = "The order",
            schema = @Schema(implementation = String.class)),
        @Header(
            name = "Idempotency-Replayed",
            description = "true where the answer is a repetition",
            schema = @Schema(implementation = String.class))
      },
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "400", description = "validation_failed, idempotency_key_required")
  @APIResponse(responseCode = "409", description = "price_changed, idempotency_in_progress")
  @APIResponse(
      responseCode = "422",
      description = "unknown_product, mixed_currencies, unknown_coupon, idempotency_key_reused")
  @APIResponse(responseCode = "503", description = "unavailable: a price cannot be read for now")
  public Uni<Response> place(
      @Parameter(description = "The client's own value, the same for each retry", required = true)
          @HeaderParam("Idempotency-Key")
          String key,
      @NotNull @Valid PlaceOrder order) {
    return placing.place(caller.id(), key, order).map(Answer::toResponse);
  }
}
