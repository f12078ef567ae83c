package io.stallcast.streaming.shopping;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.streaming.StreamView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CREATOR)
@Tag(name = "Live shopping")
class PinnedProductResource {
  private final PinningProduct pinning;
  private final Caller caller;

  PinnedProductResource(PinningProduct pinning, Caller caller) {
    this.pinning = pinning;
    this.caller = caller;
  }

  @PUT
  @Path("/{id}/pinned-product")
  @Operation(
      operationId = "pinProduct",
      summary = "Show a product beside the stream",
      description = "In place of the one before.")
  @APIResponse(responseCode = "200", description = "The stream with its product")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: the stream has ended")
  public Uni<RestResponse<StreamView>> pin(UUID id, @NotNull @Valid PinProduct request) {
    return pinning
        .pin(id, caller.id(), request.productId())
        .map(stream ->
            ResponseBuilder.ok(stream).header("ETag", ETags.of(stream.version())).build());
  }

  @DELETE
  @Path("/{id}/pinned-product")
  @Operation(operationId = "unpinProduct", summary = "Show no product beside the stream")
  @APIResponse(responseCode = "204", description = "None is shown")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: the stream has ended")
  public Uni<Void> unpin(UUID id) {
    return pinning.unpin(id, caller.id());
  }
}
