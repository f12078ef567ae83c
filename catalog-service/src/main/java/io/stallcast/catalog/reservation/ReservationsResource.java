package io.stallcast.catalog.reservation;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reservations", description = "For other services; not reachable from outside")
@RolesAllowed(Role.SERVICE)
class ReservationsResource {
  private final Reserving reserving;

  ReservationsResource(Reserving reserving) {
    this.reserving = reserving;
  }

  @POST
  @Path("/reserve")
  @Operation(
      extensions = @Extension(name = "x-internal", value = "true", parseValue = true),
      operationId = "reserveUnits",
      summary = "Hold units for an order",
      description =
          "All or none, once for an order: asked again, the answer is the same. What is not"
              + " released is released by the clock.")
  @APIResponse(responseCode = "200", description = "The units are held")
  @APIResponse(responseCode = "409", description = "out_of_stock or product_unavailable")
  public Uni<ReservationView> reserve(@NotNull @Valid ReserveUnits request) {
    return reserving.reserve(request);
  }

  @POST
  @Path("/release")
  @Operation(
      extensions = @Extension(name = "x-internal", value = "true", parseValue = true),
      operationId = "releaseUnits",
      summary = "Give an order's units back",
      description = "A release that comes before its reservation refuses it for good.")
  @APIResponse(responseCode = "200", description = "Nothing is held any more")
  @APIResponse(responseCode = "409", description = "reserved_by_saga")
  public Uni<ReservationView> release(@NotNull @Valid ReleaseUnits request) {
    return reserving.release(request.orderId());
  }
}
