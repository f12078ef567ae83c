package io.stallcast.streaming.broadcast;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.streaming.StreamView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CREATOR)
@Tag(name = "Broadcast")
class BroadcastResource {
  private final Broadcasting broadcasting;
  private final Caller caller;

  BroadcastResource(Broadcasting broadcasting, Caller caller) {
    this.broadcasting = broadcasting;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/start")
  @Operation(
      operationId = "startStream",
      summary = "Go on air",
      description = "A stream that is live already stays so.")
  @APIResponse(responseCode = "200", description = "The live stream")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it has ended")
  public Uni<RestResponse<StreamView>> start(UUID id) {
    return broadcasting.start(id, caller.id()).map(BroadcastResource::tagged);
  }

  @POST
  @Path("/{id}/stop")
  @Operation(
      operationId = "stopStream",
      summary = "Go off air",
      description = "For good; a stream that has ended already stays so.")
  @APIResponse(responseCode = "200", description = "The ended stream")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it has not begun")
  public Uni<RestResponse<StreamView>> stop(UUID id) {
    return broadcasting.stop(id, caller.id()).map(BroadcastResource::tagged);
  }

  @POST
  @Path("/{id}/stream-key")
  @Operation(
      operationId = "rollStreamKey",
      summary = "Make a new stream key",
      description = "The one before is worth nothing from now on; the new one is shown this once.")
  @APIResponse(responseCode = "200", description = "The new key")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it has ended")
  public Uni<FreshKey> rollKey(UUID id) {
    return broadcasting.rollKey(id, caller.id());
  }

  private static RestResponse<StreamView> tagged(StreamView stream) {
    return ResponseBuilder.ok(stream).header("ETag", ETags.of(stream.version())).build();
  }
}
