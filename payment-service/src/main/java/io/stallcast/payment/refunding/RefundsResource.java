package io.stallcast.payment.refunding;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.RefundView;
import io.stallcast.platform.idempotency.Answer;
import io.stallcast.platform.idempotency.IdempotentRequest;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.identity.Role;
import jakarta.validation.Valid;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payments/{id}/refunds")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Payments")
class RefundsResource {
  private final RequestingRefund requesting;
  private final Caller caller;

  RefundsResource(RequestingRefund requesting, Caller caller) {
    this.requesting = requesting;
    this.caller = caller;
  }

  @POST
  @Operation(
      operationId = "refundPayment",
      summary = "Ask for money back, all or a part",
      description =
          "For the buyer within the refund window, and for admins. Read the payment to see when it"
              + " is done; giving all back ends the access to what was bought.")
  @APIResponse(
      responseCode = "202",
      description = "Accepted; Location is the payment",
      content = @Content(schema = @Schema(implementation = RefundView.class)))
  @APIResponse(responseCode = "400", description = "validation_failed, idempotency_key_required")
  @APIResponse(responseCode = "404", description = "not_found: not your payment")
  @APIResponse(
      responseCode = "409",
      description = "refund_exceeds_payment, not_refundable, refund_window_closed")
  @APIResponse(responseCode = "422", description = "currency_mismatch, idempotency_key_reused")
  public Uni<Response> refund(
      UUID id,
      @Parameter(description = "The client's own value, the same for each retry", required = true)
          @HeaderParam("Idempotency-Key")
          String key,
      @RequestBody(required = false) @Valid AskForRefund body) {
    var wanted = body == null ? AskForRefund.ALL : body;
    var buyer = caller.has(Role.ADMIN) ? Optional.<UUID>empty() : Optional.of(caller.id());
    var route = "POST /api/v1/payments/" + id + "/refunds";
    return requesting
        .request(IdempotentRequest.of(caller.id(), route, key, wanted), id, buyer, wanted)
        .map(Answer::toResponse);
  }
}
