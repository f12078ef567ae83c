package io.stallcast.order.saga;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The purchases under way, for operators. */
@Path("/api/v1/admin/sagas")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Operators")
class OperatingResource {
  private final OperatingSagas operating;

  OperatingResource(OperatingSagas operating) {
    this.operating = operating;
  }

  @GET
  @Operation(
      operationId = "listSagas",
      summary = "List the purchases under way",
      description = "The oldest first.")
  @APIResponse(responseCode = "200", description = "A page of them")
  @APIResponse(responseCode = "403", description = "The caller is no operator")
  public Uni<Page<OperatedSaga>> list(
      @Parameter(description = "Only those that wait for an operator") @QueryParam("stuck")
          boolean stuck,
      @BeanParam @Valid PageRequest page) {
    return operating.open(stuck, page);
  }

  @POST
  @Path("/{orderId}/retry")
  @Operation(operationId = "retrySaga", summary = "Ask again for what a stuck purchase waits for")
  @APIResponse(responseCode = "200", description = "It is under way again")
  @APIResponse(responseCode = "404", description = "There is no such purchase")
  @APIResponse(responseCode = "409", description = "saga_not_stuck")
  public Uni<OperatedSaga> retry(@PathParam("orderId") UUID orderId) {
    return operating.retry(orderId);
  }

  @POST
  @Path("/{orderId}/abort")
  @ResponseStatus(202)
  @Operation(
      operationId = "abortSaga",
      summary = "Give a stuck purchase up",
      description =
          "Undoes in reverse what was done, after the payment too: the access ends, the money goes"
              + " back, units and keys are for sale again. The order ends cancelled with the code"
              + " aborted_by_operator. Where a command of it is a dead letter, that is to be"
              + " settled as well, since the undoing waits behind it.")
  @APIResponse(
      responseCode = "202",
      description = "It is being undone",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = OperatedSaga.class)))
  @APIResponse(responseCode = "404", description = "There is no such purchase")
  @APIResponse(responseCode = "409", description = "saga_not_stuck")
  public Uni<OperatedSaga> abort(@PathParam("orderId") UUID orderId) {
    return operating.abort(orderId);
  }
}
