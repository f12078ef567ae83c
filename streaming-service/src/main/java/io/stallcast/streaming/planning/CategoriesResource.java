package io.stallcast.streaming.planning;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/streams/categories")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Streams")
class CategoriesResource {
  private final ListingCategories listing;

  CategoriesResource(ListingCategories listing) {
    this.listing = listing;
  }

  @GET
  @PermitAll
  @Operation(
      operationId = "listStreamCategories",
      summary = "List the categories of streams",
      description = "Those in which something is on, or will be; by slug.")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<CategoryView>> list(@BeanParam @Valid PageRequest page) {
    return listing.page(page);
  }
}
