package io.stallcast.catalog.product;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.stallcast.catalog.ProductView;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.patch.MergePatch;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/api/v1/products")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Products")
class ProductsResource {
  private final CreatingProduct creating;
  private final EditingProduct editing;
  private final PublishingProduct publishing;
  private final RetiringProduct retiring;
  private final ListingProducts listing;
  private final Caller caller;

  ProductsResource(
      CreatingProduct creating,
      EditingProduct editing,
      PublishingProduct publishing,
      RetiringProduct retiring,
      ListingProducts listing,
      Caller caller) {
    this.creating = creating;
    this.editing = editing;
    this.publishing = publishing;
    this.retiring = retiring;
    this.listing = listing;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "createProduct",
      summary = "Make a draft",
      description = "Nobody else sees it until it is published.")
  @APIResponse(
      responseCode = "201",
      description = "The draft; Location names it",
      content = @Content(schema = @Schema(implementation = ProductView.class)))
  @APIResponse(responseCode = "422", description = "unknown_category")
  public Uni<RestResponse<ProductView>> create(@NotNull @Valid CreateProduct request) {
    return creating
        .create(caller.id(), request)
        .map(product ->
            ResponseBuilder.create(Status.CREATED, product)
                .header("Location", "/api/v1/products/" + product.id())
                .header("ETag", ETags.of(product.version()))
                .build());
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listProducts",
      summary = "List products",
      description =
          "Published ones; of your own (?creator= your id) also drafts and archived ones.")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<ProductView>> list(
      @BeanParam @Valid ProductFilter filter, @BeanParam @Valid PageRequest page) {
    return listing.page(filter, caller.maybeId(), page);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(
      operationId = "readProduct",
      summary = "Read a product",
      description = "A draft is there for its creator only; an archived one stays readable.")
  @APIResponse(responseCode = "200", description = "The product, with its ETag")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<RestResponse<ProductView>> read(UUID id) {
    return listing.one(id, caller.maybeId()).map(ProductsResource::tagged);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "changeProduct",
      summary = "Change a product",
      description = "RFC 7396: what is named is replaced, null removes.")
  @RequestBody(content = @Content(schema = @Schema(implementation = ProductChange.class)))
  @APIResponse(responseCode = "200", description = "The product as it is now")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it is archived")
  @APIResponse(responseCode = "412", description = "precondition_failed: changed meanwhile")
  @APIResponse(responseCode = "422", description = "unknown_category")
  @APIResponse(responseCode = "428", description = "precondition_required: send If-Match")
  public Uni<RestResponse<ProductView>> change(
      UUID id,
      @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
          String ifMatch,
      @NotNull JsonNode patch) {
    return editing
        .edit(id, caller.id(), ETags.version(ifMatch), patch)
        .map(ProductsResource::tagged);
  }

  @POST
  @Path("/{id}/publish")
  @RolesAllowed(Role.CREATOR)
  @Operation(operationId = "publishProduct", summary = "Put a draft up for sale")
  @APIResponse(responseCode = "200", description = "The published product")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it is not a draft")
  public Uni<RestResponse<ProductView>> publish(UUID id) {
    return publishing.publish(id, caller.id()).map(ProductsResource::tagged);
  }

  @POST
  @Path("/{id}/archive")
  @RolesAllowed(Role.CREATOR)
  @Operation(operationId = "archiveProduct", summary = "End the sale of a product")
  @APIResponse(responseCode = "200", description = "The archived product")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it is not for sale")
  public Uni<RestResponse<ProductView>> archive(UUID id) {
    return retiring.archive(id, caller.id()).map(ProductsResource::tagged);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "deleteProduct",
      summary = "Delete a product",
      description = "Where somebody bought it, or is about to, it is archived instead.")
  @APIResponse(responseCode = "204", description = "Deleted, or archived")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Void> delete(UUID id) {
    return retiring.delete(id, caller.id());
  }

  private static RestResponse<ProductView> tagged(ProductView product) {
    return ResponseBuilder.ok(product).header("ETag", ETags.of(product.version())).build();
  }
}
