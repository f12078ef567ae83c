package io.stallcast.order.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The rebuild of the list of orders, for operators. */
@Path(HistoryRebuildResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
@Tag(name = "Operators")
class HistoryRebuildResource {
  static final String PATH = "/api/v1/admin/projections/order-history";

  private final RebuildingHistory rebuilding;

  HistoryRebuildResource(RebuildingHistory rebuilding) {
    this.rebuilding = rebuilding;
  }

  @POST
  @Path("/rebuild")
  @ResponseStatus(202)
  @ResponseHeader(name = HttpHeaders.LOCATION, value = PATH)
  @Operation(
      operationId = "rebuildOrderHistory",
      summary = "Make the list of orders anew",
      description = "The old one is read meanwhile. Where one is being made, its progress is told.")
  @APIResponse(
      responseCode = "202",
      description = "It is being made; Location tells how far it is",
      content = @Content(schema = @Schema(implementation = RebuildView.class)))
  @APIResponse(responseCode = "403", description = "The caller is no operator")
  public Uni<RebuildView> rebuild() {
    return rebuilding.begin();
  }

  @GET
  @Operation(
      operationId = "readOrderHistoryRebuild",
      summary = "See how far the list of orders is made anew")
  @APIResponse(responseCode = "200", description = "The rebuild under way, or the last one")
  @APIResponse(responseCode = "403", description = "The caller is no operator")
  public Uni<RebuildView> progress() {
    return rebuilding.progress();
  }
}
