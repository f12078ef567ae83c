package io.stallcast.payment.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payments/webhooks/provider")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Provider")
class ProviderWebhooksResource {
  private final HearingWebhook hearing;

  ProviderWebhooksResource(HearingWebhook hearing) {
    this.hearing = hearing;
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "hearProvider",
      summary = "Tell what happened to a charge (for the payment provider)",
      description = "Signed as Standard Webhooks has it; a repeated one changes nothing.")
  @APIResponse(responseCode = "204", description = "Heard")
  @APIResponse(responseCode = "401", description = "invalid_signature")
  public Uni<Void> hear(
      @HeaderParam("webhook-id") String id,
      @HeaderParam("webhook-timestamp") String timestamp,
      @HeaderParam("webhook-signature") String signatures,
      String body) {
    return hearing.hear(new WebhookSignature(id, timestamp, signatures), body);
  }
}
