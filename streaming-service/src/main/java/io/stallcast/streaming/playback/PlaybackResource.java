package io.stallcast.streaming.playback;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.streaming.Viewer;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.NoCache;

@Path("/api/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Playback")
class PlaybackResource {
  private final Playing playing;
  private final Caller caller;

  PlaybackResource(Playing playing, Caller caller) {
    this.playing = playing;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/playback-token")
  @Operation(
      operationId = "makePlaybackToken",
      summary = "Ask for a token to watch with",
      description =
          "It lives a minute at most, so players ask for the next in time. A free stream needs no"
              + " account.")
  @APIResponse(responseCode = "200", description = "The token")
  @APIResponse(responseCode = "403", description = "no_access: get one of its products")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "503", description = "unavailable: access cannot be told for now")
  @NoCache
  public Uni<PlaybackToken> token(UUID id) {
    return playing.tokenFor(id, viewer());
  }

  @GET
  @Path("/{id}/playback-token")
  @Operation(
      operationId = "checkPlaybackToken",
      summary = "Ask whether a token is still valid",
      description =
          "For players and CDNs, before each playlist and segment; an answer may be kept for two"
              + " seconds.")
  @APIResponse(responseCode = "204", description = "It is")
  @APIResponse(responseCode = "403", description = "no_access: forged, over, or revoked")
  public Uni<Void> check(
      UUID id,
      @Parameter(description = "The token", required = true)
          @HeaderParam("Playback-Token")
          @NotBlank
          @Size(max = 2000)
          String token) {
    return Uni.createFrom().voidItem().invoke(() -> playing.requireValid(id, token));
  }

  private Optional<Viewer> viewer() {
    return caller
        .maybeId()
        .flatMap(id -> caller.token().map(token -> new Viewer(id, "Bearer " + token)));
  }
}
