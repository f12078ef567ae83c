package io.stallcast.payment.access;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Access")
class AccessResource {
  private final UnitOfWork unitOfWork;
  private final Entitlements entitlements;
  private final Caller caller;

  AccessResource(UnitOfWork unitOfWork, Entitlements entitlements, Caller caller) {
    this.unitOfWork = unitOfWork;
    this.entitlements = entitlements;
    this.caller = caller;
  }

  @GET
  @Path("/access/{productId}")
  @Operation(
      operationId = "readAccess",
      summary = "Ask whether you may use a product",
      description = "A product that does not exist is one that you may not use.")
  @APIResponse(responseCode = "200", description = "Whether, since when and from which order")
  public Uni<AccessView> access(UUID productId) {
    var user = caller.id();
    return unitOfWork
        .read(() -> entitlements.holding(user, productId))
        .map(holding -> AccessView.of(productId, holding));
  }

  @GET
  @Path("/library")
  @Operation(operationId = "listLibrary", summary = "List what you own, newest first")
  @APIResponse(responseCode = "200", description = "A page of products")
  public Uni<Page<OwnedProduct>> library(@BeanParam @Valid PageRequest page) {
    var user = caller.id();
    return unitOfWork
        .read(() -> entitlements.library(user, page))
        .map(rows -> Page.of(rows, page.limit(), OwnedProduct::cursor, OwnedProduct::of));
  }
}
