package io.stallcast.gateway.document;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The document of all services, for people's tools and for the Swagger UI. */
@Path("/openapi{suffix:(\\.json)?}")
@Produces(MediaType.APPLICATION_JSON)
class ApiDocumentResource {
  private final ApiDocuments documents;

  ApiDocumentResource(ApiDocuments documents) {
    this.documents = documents;
  }

  @GET
  @Operation(hidden = true)
  public Uni<String> document() {
    return Uni.createFrom()
        .completionStage(() -> documents.latest().toCompletionStage())
        .map(document -> document.content().encode());
  }
}
