package io.stallcast.order.cart;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.problem.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's cart. */
@Path("/api/v1/cart")
@Authenticated
@Tag(name = "Cart")
class CartResource {
  private final FillingCart filling;
  private final Caller caller;

  CartResource(FillingCart filling, Caller caller) {
    this.filling = filling;
    this.caller = caller;
  }

  @GET
  @Operation(summary = "Show my cart", description = "With prices as of now.")
  @APIResponse(responseCode = "200", description = "The cart")
  public Uni<CartView> show() {
    return filling.show(caller.id());
  }

  @PUT
  @Operation(summary = "Say all that my cart is to hold")
  @APIResponse(responseCode = "200", description = "The cart")
  @APIResponse(responseCode = "400", description = "validation_failed")
  @APIResponse(responseCode = "422", description = "unknown_product")
  public Uni<CartView> replace(@NotNull @Valid CartContent content) {
    return filling.replace(caller.id(), content);
  }

  @POST
  @Path("/items")
  @Operation(summary = "Put more into my cart")
  @APIResponse(responseCode = "200", description = "The cart")
  @APIResponse(responseCode = "400", description = "validation_failed")
  @APIResponse(
      responseCode = "422",
      description = "unknown_product",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  public Uni<CartView> add(@NotNull @Valid CartItem item) {
    return filling.add(caller.id(), item);
  }

  @DELETE
  @Operation(summary = "Clear my cart")
  @APIResponse(responseCode = "204", description = "It is empty")
  public Uni<Void> clear() {
    return filling.clear(caller.id());
  }
}
