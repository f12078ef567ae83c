package io.stallcast.streaming.planning;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import io.stallcast.platform.patch.MergePatch;
import io.stallcast.streaming.StreamDetails;
import io.stallcast.streaming.StreamView;
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

@Path("/api/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Streams")
class StreamsResource {
  private final SchedulingStream scheduling;
  private final ChangingStream changing;
  private final CancellingStream cancelling;
  private final ListingStreams listing;
  private final Caller caller;

  StreamsResource(
      SchedulingStream scheduling,
      ChangingStream changing,
      CancellingStream cancelling,
      ListingStreams listing,
      Caller caller) {
    this.scheduling = scheduling;
    this.changing = changing;
    this.cancelling = cancelling;
    this.listing = listing;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "scheduleStream",
      summary = "Announce a stream",
      description = "Everybody sees it from now on. The key in the answer is not shown again.")
  @APIResponse(
      responseCode = "201",
      description = "The stream with its key; Location names it",
      content = @Content(schema = @Schema(implementation = StreamView.class)))
  public Uni<RestResponse<StreamView>> schedule(@NotNull @Valid StreamDetails request) {
    return scheduling
        .schedule(caller.id(), request)
        .map(stream ->
            ResponseBuilder.create(Status.CREATED, stream)
                .header("Location", "/api/v1/streams/" + stream.id())
                .header("ETag", ETags.of(stream.version()))
                .build());
  }

  @GET
  @PermitAll
  @Operation(operationId = "listStreams", summary = "List streams")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<StreamView>> list(
      @BeanParam @Valid StreamFilter filter, @BeanParam @Valid PageRequest page) {
    return listing.page(filter, page);
  }

  @GET
  @Path("/{id}")
  @PermitAll
  @Operation(operationId = "readStream", summary = "Read a stream")
  @APIResponse(responseCode = "200", description = "The stream, with its ETag")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<RestResponse<StreamView>> read(UUID id) {
    return listing.one(id).map(StreamsResource::tagged);
  }

  @PATCH
  @Path("/{id}")
  @Consumes(MergePatch.MEDIA_TYPE)
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "changeStream",
      summary = "Change a stream",
      description =
          "RFC 7396: what is named is replaced, null removes. Time and access change only before it"
              + " is live.")
  @RequestBody(content = @Content(schema = @Schema(implementation = StreamChange.class)))
  @APIResponse(responseCode = "200", description = "The stream as it is now")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(
      responseCode = "409",
      description = "illegal_transition: its time and access are settled")
  @APIResponse(responseCode = "412", description = "precondition_failed: changed meanwhile")
  @APIResponse(responseCode = "428", description = "precondition_required: send If-Match")
  public Uni<RestResponse<StreamView>> change(
      UUID id,
      @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
          String ifMatch,
      @NotNull JsonNode patch) {
    return changing
        .change(id, caller.id(), ETags.version(ifMatch), patch)
        .map(StreamsResource::tagged);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Role.CREATOR)
  @Operation(
      operationId = "cancelStream",
      summary = "Call a stream off",
      description = "Only before it is live; it is gone then.")
  @APIResponse(responseCode = "204", description = "Called off")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it is live, or has ended")
  public Uni<Void> cancel(UUID id) {
    return cancelling.cancel(id, caller.id());
  }

  private static RestResponse<StreamView> tagged(StreamView stream) {
    return ResponseBuilder.ok(stream).header("ETag", ETags.of(stream.version())).build();
  }
}
