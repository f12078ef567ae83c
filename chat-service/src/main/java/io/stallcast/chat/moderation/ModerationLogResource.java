package io.stallcast.chat.moderation;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Callers;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/chat/rooms/{roomId}")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Chat moderation")
@APIResponse(responseCode = "403", description = "forbidden, no_access or banned")
@APIResponse(responseCode = "404", description = "not_found")
class ModerationLogResource {
  private final ModerationLog looking;
  private final Callers callers;

  ModerationLogResource(ModerationLog looking, Callers callers) {
    this.looking = looking;
    this.callers = callers;
  }

  @GET
  @Path("/moderation-log")
  @Operation(
      operationId = "listModerationActions",
      summary = "List what moderators did, and why",
      description = "The newest first.")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<ModerationActionView>> actions(UUID roomId, @BeanParam @Valid PageRequest page) {
    return looking.actions(roomId, callers.account(), page);
  }

  @POST
  @Path("/messages/{id}/reports")
  @Operation(
      operationId = "reportMessage",
      summary = "Have a message looked at",
      description = "Once for each who reports it.")
  @APIResponse(responseCode = "204", description = "It is in the queue")
  public Uni<Void> report(UUID roomId, UUID id, @NotNull @Valid Report report) {
    return looking.report(roomId, callers.account(), id, report.reason());
  }

  @GET
  @Path("/reports")
  @Operation(
      operationId = "listChatReports",
      summary = "List what was reported",
      description = "What nobody has seen to, the oldest first.")
  @APIResponse(responseCode = "200", description = "A page")
  public Uni<Page<ReportView>> reports(UUID roomId, @BeanParam @Valid PageRequest page) {
    return looking.reports(roomId, callers.account(), page);
  }

  @POST
  @Path("/reports/{id}/resolve")
  @Operation(operationId = "resolveChatReport", summary = "Note that a report was seen to")
  @APIResponse(responseCode = "204", description = "It is no longer in the queue")
  public Uni<Void> resolve(UUID roomId, UUID id) {
    return looking.resolve(roomId, callers.account(), id);
  }
}
