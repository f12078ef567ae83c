package io.stallcast.order.cart;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's cart. */
@Path("/api/v1/cart")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Cart")
class CartResource {
  private final FillingCart filling;
  private final Caller caller;

  CartResource(FillingCart filling, Caller caller) {
    this.filling = filling;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readCart",
      summary = "Show my cart",
      description = "With prices as of now.")
  @APIResponse(responseCode = "200", description = "The cart")
  public Uni<CartView> show() {
    return filling.show(caller.id());
  }

  @PUT
  @Operation(operationId = "replaceCart", summary = "Say all that my cart is to hold")
  @APIResponse(responseCode = "200", description = "The cart")
  @APIResponse(responseCode = "400", description = "validation_failed")
  @APIResponse(responseCode = "422", description = "unknown_product")
  public Uni<CartView> replace(@NotNull @Valid CartContent content) {
    return filling.replace(caller.id(), content);
  }

  @POST
  @Path("/items")
  @Operation(operationId = "addToCart", summary = "Put more into my cart")
  @APIResponse(responseCode = "200", description = "The cart")
  @APIResponse(responseCode = "400", description = "validation_failed")
  @APIResponse(responseCode = "422", description = "unknown_product")
  public Uni<CartView> add(@NotNull @Valid CartItem item) {
    return filling.add(caller.id(), item);
  }

  @DELETE
  @Operation(operationId = "clearCart", summary = "Clear my cart")
  @APIResponse(responseCode = "204", description = "It is empty")
  public Uni<Void> clear() {
    return filling.clear(caller.id());
  }
}
