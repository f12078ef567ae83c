package io.stallcast.chat.history;

import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Callers;
import io.stallcast.chat.MessageView;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
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

@Path("/api/v1/chat/rooms/{roomId}/messages")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Chat")
class MessagesResource {
  private final ReadingHistory history;
  private final Callers callers;

  MessagesResource(ReadingHistory history, Callers callers) {
    this.history = history;
    this.callers = callers;
  }

  @GET
  @Operation(
      operationId = "listMessages",
      summary = "Read what was said in a room",
      description = "Newest first. A room has the id of its stream.")
  @APIResponse(responseCode = "200", description = "A page")
  @APIResponse(responseCode = "403", description = "no_access or banned")
  @APIResponse(responseCode = "404", description = "not_found: the room, or the message before")
  public Uni<Page<MessageView>> list(
      UUID roomId, @BeanParam @Valid MessageFilter filter, @BeanParam @Valid PageRequest page) {
    return history.page(roomId, callers.maybe(), filter.before, page);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "readMessage", summary = "Read a message")
  @APIResponse(responseCode = "200", description = "The message")
  @APIResponse(responseCode = "403", description = "no_access or banned")
  @APIResponse(responseCode = "404", description = "not_found: or it is deleted")
  public Uni<MessageView> read(UUID roomId, UUID id) {
    return history.one(roomId, callers.maybe(), id);
  }
}
