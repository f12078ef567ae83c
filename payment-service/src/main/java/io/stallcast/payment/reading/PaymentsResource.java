package io.stallcast.payment.reading;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.payment.PaymentView;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/payments")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Payments")
class PaymentsResource {
  private final ReadingPayments reading;
  private final Caller caller;

  PaymentsResource(ReadingPayments reading, Caller caller) {
    this.reading = reading;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "listPayments",
      summary = "List your payments, newest first",
      description = "An admin sees everybody's.")
  @APIResponse(responseCode = "200", description = "A page of payments")
  public Uni<Page<PaymentView>> list(
      @QueryParam("orderId") Optional<UUID> orderId, @BeanParam @Valid PageRequest page) {
    return reading.list(viewer(), orderId, page);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readPayment", summary = "Read a payment with its refunds")
  @APIResponse(responseCode = "200", description = "The payment")
  @APIResponse(responseCode = "404", description = "not_found: there is none, or it is not yours")
  public Uni<PaymentView> get(UUID id) {
    return reading.one(id, viewer());
  }

  private Optional<UUID> viewer() {
    return caller.has(Role.ADMIN) ? Optional.empty() : Optional.of(caller.id());
  }
}
