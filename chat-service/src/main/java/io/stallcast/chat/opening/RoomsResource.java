package io.stallcast.chat.opening;

import io.smallrye.mutiny.Uni;
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

@Path("/api/v1/chat/rooms")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Chat rooms")
class RoomsResource {
  private final ListingRooms rooms;

  RoomsResource(ListingRooms rooms) {
    this.rooms = rooms;
  }

  @GET
  @Operation(
      operationId = "listChatRooms",
      summary = "List the rooms that are open",
      description = "The newest stream's or course's first.")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<RoomView>> list(
      @BeanParam @Valid RoomFilter filter, @BeanParam @Valid PageRequest page) {
    return rooms.page(filter, page);
  }

  @GET
  @Path("/{roomId}")
  @Operation(operationId = "readChatRoom", summary = "Read a room")
  @APIResponse(responseCode = "200", description = "The room")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<RoomView> read(UUID roomId) {
    return rooms.one(roomId);
  }
}
