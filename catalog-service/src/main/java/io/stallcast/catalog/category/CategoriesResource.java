package io.stallcast.catalog.category;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/api/v1/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Categories")
class CategoriesResource {
  private final Categories categories;

  CategoriesResource(Categories categories) {
    this.categories = categories;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listCategories",
      summary = "List categories",
      description = "By slug; two levels.")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<CategoryView>> list(@BeanParam @Valid PageRequest page) {
    return categories.page(page);
  }

  @POST
  @RolesAllowed(Role.ADMIN)
  @Operation(operationId = "addCategory", summary = "Add a category")
  @APIResponse(
      responseCode = "201",
      description = "The category",
      content = @Content(schema = @Schema(implementation = CategoryView.class)))
  @APIResponse(responseCode = "409", description = "category_exists")
  @APIResponse(responseCode = "422", description = "unknown_category: the parent is no top one")
  public Uni<RestResponse<CategoryView>> add(@NotNull @Valid CategoryView request) {
    return categories
        .add(request)
        .map(added ->
            ResponseBuilder.create(Status.CREATED, added)
                .header("Location", "/api/v1/products?category=" + added.slug())
                .build());
  }
}
