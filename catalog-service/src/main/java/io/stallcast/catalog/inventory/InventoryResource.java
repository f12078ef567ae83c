package io.stallcast.catalog.inventory;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/inventory")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Inventory")
@APIResponse(responseCode = "404", description = "not_found")
class InventoryResource {
  private final ReadingInventory reading;
  private final Restocking restocking;
  private final Caller caller;

  InventoryResource(ReadingInventory reading, Restocking restocking, Caller caller) {
    this.reading = reading;
    this.restocking = restocking;
    this.caller = caller;
  }

  @GET
  @Path("/{productId}")
  @PermitAll
  @Operation(operationId = "readInventory", summary = "Read what is left of a product")
  @APIResponse(responseCode = "200", description = "The stock as of now")
  public Uni<InventoryView> read(UUID productId) {
    return reading.of(productId, caller.maybeId());
  }

  @POST
  @Path("/{productId}/restock")
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "restockProduct",
      summary = "Add units to your product's stock",
      description = "A quantity to a counted stock (below zero takes off), or new licence keys.")
  @APIResponse(responseCode = "200", description = "The stock as of now")
  @APIResponse(responseCode = "400", description = "validation_failed")
  @APIResponse(
      responseCode = "409",
      description = "stock_unlimited, licence_key_exists, or out_of_stock: too many taken off")
  public Uni<InventoryView> restock(UUID productId, @NotNull @Valid Restock request) {
    return restocking.restock(productId, caller.id(), request);
  }
}
