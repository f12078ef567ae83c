package io.stallcast.order.refund;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.order.OrderView;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Asking for the money of an order back. */
@Path("/api/v1/orders")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Purchase")
class RefundResource {
  private final RefundingOrder refunding;
  private final Caller caller;

  RefundResource(RefundingOrder refunding, Caller caller) {
    this.refunding = refunding;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/refund")
  @ResponseStatus(202)
  @Operation(
      operationId = "refundOrder",
      summary = "Ask for the money of an order back",
      description = "The order is refunded when the money has gone back. To be repeated safely.")
  @APIResponse(
      responseCode = "202",
      description = "The refund is under way",
      content = @Content(schema = @Schema(implementation = OrderView.class)))
  @APIResponse(responseCode = "404", description = "The caller has no such order")
  @APIResponse(responseCode = "409", description = "order_not_confirmed, nothing_to_refund")
  public Uni<OrderView> refund(
      @PathParam("id") UUID id, @RequestBody(required = false) @Valid RefundRequest request) {
    return refunding.refund(id, caller.id(), RefundRequest.reasonOf(request));
  }
}
