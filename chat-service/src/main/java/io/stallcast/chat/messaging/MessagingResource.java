package io.stallcast.chat.messaging;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Callers;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.MessageView;
import io.stallcast.chat.Presence;
import io.stallcast.chat.RoomAdmission;
import io.stallcast.chat.RoomLog;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.problem.ProblemException;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/v1/chat/rooms/{roomId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Chat")
class MessagingResource {
  private final RoomAdmission guests;
  private final Messaging talking;
  private final Presence company;
  private final Callers callers;

  MessagingResource(RoomAdmission guests, Messaging talking, Presence company, Callers callers) {
    this.guests = guests;
    this.talking = talking;
    this.company = company;
    this.callers = callers;
  }

  @POST
  @Path("/messages")
  @Authenticated
  @ForAccounts
  @Operation(
      operationId = "sendMessage",
      summary = "Say something in a room",
      description =
          "Answered once it is in the room for good. Send it again, as it is, where no answer came.")
  @APIResponse(responseCode = "201", description = "The message, and where it is")
  @APIResponse(responseCode = "403", description = "no_access, banned or timed_out")
  @APIResponse(responseCode = "404", description = "not_found: the room, or what it answers")
  @APIResponse(responseCode = "409", description = "room_closed")
  @APIResponse(responseCode = "429", description = "slow_mode or too_many_requests")
  @APIResponse(responseCode = "503", description = "unavailable: it may be in the room or not")
  public Uni<RestResponse<MessageView>> send(UUID roomId, @NotNull @Valid NewMessage message) {
    var who = callers.account();
    return guests.in(
        roomId,
        Optional.of(who),
        room ->
            talking
                .send(room, who, message.clientId(), message.text(), message.replyTo())
                .map(told -> created(room, told)));
  }

  @DELETE
  @Path("/messages/{id}")
  @Authenticated
  @ForAccounts
  @Operation(
      operationId = "deleteMessage",
      summary = "Delete a message",
      description = "One's own; whoever moderates in the room deletes anybody's.")
  @APIResponse(responseCode = "204", description = "Deleted")
  @APIResponse(responseCode = "403", description = "forbidden: it is somebody else's")
  @APIResponse(responseCode = "404", description = "not_found: the room, or the message")
  @APIResponse(responseCode = "409", description = "nothing_to_change: somebody was faster")
  public Uni<Void> delete(
      UUID roomId,
      UUID id,
      @Parameter(description = "Why, for the log") @QueryParam("reason") @Size(max = 500)
          String reason) {
    var who = callers.account();
    return guests
        .in(roomId, Optional.of(who), room -> talking.delete(room, who, id, reason))
        .replaceWithVoid();
  }

  @GET
  @Path("/presence")
  @PermitAll
  @Operation(operationId = "readPresence", summary = "Tell how many are in a room")
  @APIResponse(responseCode = "200", description = "How many")
  @APIResponse(responseCode = "403", description = "no_access or banned")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<PresenceView> presence(UUID roomId) {
    return guests.in(
        roomId,
        callers.maybe(),
        room -> Uni.createFrom().item(new PresenceView(company.in(room.id()))));
  }

  private static RestResponse<MessageView> created(LiveRoom room, RoomLog.Told told) {
    var message =
        room.look(state -> state.messages().find(told.id()).map(MessageView::of))
            .orElseThrow(() -> ProblemException.notFound("message"));
    var location = "/api/v1/chat/rooms/" + room.id() + "/messages/" + told.id();
    return ResponseBuilder.create(RestResponse.Status.CREATED, message)
        .header("Location", location)
        .build();
  }
}
