package io.stallcast.auth.session;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Where one is signed in. */
@Path("/api/v1/auth/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Sessions", description = "Where one is signed in")
public class SessionsResource {
  private final ListingSessions listing;
  private final SigningOut signingOut;
  private final Caller caller;
  private final JsonWebToken token;

  SessionsResource(
      ListingSessions listing, SigningOut signingOut, Caller caller, JsonWebToken token) {
    this.listing = listing;
    this.signingOut = signingOut;
    this.caller = caller;
    this.token = token;
  }

  @GET
  @Operation(operationId = "listSessions", summary = "My sessions, the newest first")
  @APIResponse(responseCode = "200", description = "A page of them")
  public Uni<Page<SessionView>> list(@BeanParam @Valid PageRequest page) {
    return listing.list(caller.id(), token.getClaim("sid"), page);
  }

  @DELETE
  @Operation(
      operationId = "endSessions",
      summary = "Sign out everywhere",
      description = "This session too.")
  @APIResponse(responseCode = "204", description = "All have ended")
  public Uni<Void> revokeAll() {
    return signingOut.revokeAll(caller.id());
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "endSession", summary = "Sign out one session")
  @APIResponse(responseCode = "204", description = "It has ended")
  @APIResponse(
      responseCode = "404",
      description = "There is no such session, or it is somebody else's")
  public Uni<Void> revoke(@RestPath UUID id) {
    return signingOut.revoke(id, caller.id());
  }
}
