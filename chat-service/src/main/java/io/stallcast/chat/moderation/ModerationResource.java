package io.stallcast.chat.moderation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Callers;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.Moderating;
import io.stallcast.chat.Participant;
import io.stallcast.chat.RoomAdmission;
import io.stallcast.chat.RoomLog;
import io.stallcast.chat.RoomState;
import io.stallcast.chat.Rules;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/chat/rooms/{roomId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Chat moderation")
@APIResponse(
    responseCode = "403",
    description = "forbidden: the caller does not moderate this room")
@APIResponse(responseCode = "404", description = "not_found")
@APIResponse(responseCode = "409", description = "nothing_to_change: it is so already")
class ModerationResource {
  private final RoomAdmission guests;
  private final Moderating moderating;
  private final Callers callers;

  ModerationResource(RoomAdmission guests, Moderating moderating, Callers callers) {
    this.guests = guests;
    this.moderating = moderating;
    this.callers = callers;
  }

  @GET
  @Path("/moderation")
  @Operation(operationId = "readChatModeration", summary = "Tell how a room is moderated")
  @APIResponse(responseCode = "200", description = "The rules, slow mode, who moderates")
  public Uni<ModerationView> read(UUID roomId) {
    return guests.in(
        roomId,
        Optional.of(callers.account()),
        room -> Uni.createFrom().item(ModerationView.of(room.look(RoomState::moderation))));
  }

  @PUT
  @Path("/rules")
  @Operation(
      operationId = "setChatRules",
      summary = "Set a room's rules",
      description = "Who may write, whether links are wanted, and which words are not.")
  @APIResponse(responseCode = "204", description = "Set")
  public Uni<Void> rule(UUID roomId, @NotNull @Valid Rules rules) {
    return on(roomId, (room, who) -> moderating.rule(room, who, rules));
  }

  @PUT
  @Path("/slow-mode")
  @Operation(operationId = "setSlowMode", summary = "Slow a room down, or not any more")
  @APIResponse(responseCode = "204", description = "Set")
  public Uni<Void> slow(UUID roomId, @NotNull @Valid SlowMode mode) {
    return on(roomId, (room, who) -> moderating.slow(room, who, mode.seconds()));
  }

  @PUT
  @Path("/pinned-message")
  @Operation(operationId = "pinMessage", summary = "Show a message above the others")
  @APIResponse(responseCode = "204", description = "Shown")
  public Uni<Void> pin(UUID roomId, @NotNull @Valid PinMessage pin) {
    return on(roomId, (room, who) -> moderating.pin(room, who, pin.messageId()));
  }

  @DELETE
  @Path("/pinned-message")
  @Operation(operationId = "unpinMessage", summary = "Show no message above the others")
  @APIResponse(responseCode = "204", description = "None is shown")
  public Uni<Void> unpin(UUID roomId) {
    return on(roomId, (room, who) -> moderating.pin(room, who, null));
  }

  @PUT
  @Path("/timeouts/{userId}")
  @Operation(operationId = "timeOutUser", summary = "Forbid somebody to write for some time")
  @APIResponse(responseCode = "204", description = "They read only")
  public Uni<Void> timeOut(UUID roomId, UUID userId, @NotNull @Valid TimeOut timeOut) {
    return on(
        roomId,
        (room, who) -> moderating.timeOut(room, who, userId, timeOut.seconds(), timeOut.reason()));
  }

  @PUT
  @Path("/bans/{userId}")
  @Operation(
      operationId = "banUser",
      summary = "Forbid somebody the room",
      description = "Their sockets are closed.")
  @APIResponse(responseCode = "204", description = "They are out")
  public Uni<Void> ban(UUID roomId, UUID userId, @NotNull @Valid Reason reason) {
    return on(roomId, (room, who) -> moderating.ban(room, who, userId, reason.reason()));
  }

  @DELETE
  @Path("/bans/{userId}")
  @Operation(operationId = "unbanUser", summary = "End a ban, or a time-out")
  @APIResponse(responseCode = "204", description = "They may come and write")
  public Uni<Void> unban(UUID roomId, UUID userId) {
    return on(roomId, (room, who) -> moderating.unban(room, who, userId));
  }

  @PUT
  @Path("/moderators/{userId}")
  @Operation(operationId = "nameModerator", summary = "Have somebody moderate, as the creator")
  @APIResponse(responseCode = "204", description = "They moderate")
  public Uni<Void> name(UUID roomId, UUID userId) {
    return on(roomId, (room, who) -> moderating.name(room, who, userId));
  }

  @DELETE
  @Path("/moderators/{userId}")
  @Operation(operationId = "dismissModerator", summary = "Have somebody moderate no longer")
  @APIResponse(responseCode = "204", description = "They do not")
  public Uni<Void> dismiss(UUID roomId, UUID userId) {
    return on(roomId, (room, who) -> moderating.dismiss(room, who, userId));
  }

  private Uni<Void> on(UUID roomId, BiFunction<LiveRoom, Participant, Uni<RoomLog.Told>> action) {
    var who = callers.account();
    return guests.in(roomId, Optional.of(who), room -> action.apply(room, who)).replaceWithVoid();
  }
}
