package io.stallcast.catalog.search;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/search")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
@PermitAll
class SearchResource {
  private final SearchingProducts searching;

  SearchResource(SearchingProducts searching) {
    this.searching = searching;
  }

  @GET
  @Operation(
      operationId = "searchProducts",
      summary = "Search published products",
      description = "Best first, with facets over all hits.")
  @APIResponse(responseCode = "200", description = "A page of hits")
  @APIResponse(responseCode = "400", description = "validation_failed")
  public Uni<SearchPage> search(
      @BeanParam @Valid SearchRequest request, @BeanParam @Valid PageRequest page) {
    return searching.search(request, page);
  }

  @GET
  @Path("/suggestions")
  @Operation(
      operationId = "suggestTitles",
      summary = "Complete what is being typed",
      description = "Up to ten titles.")
  @APIResponse(responseCode = "200", description = "Titles, the likeliest first")
  public Uni<Page<String>> suggestions(@QueryParam("q") @NotBlank @Size(max = 100) String typed) {
    return searching.suggestions(typed).map(titles -> new Page<>(titles, null));
  }
}
