package io.stallcast.notification.inapp;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's notifications. */
@Path("/api/v1/notifications")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Notifications")
@APIResponse(responseCode = "401", description = "Not signed in")
class NotificationsResource {
  private final OwnNotifications notifications;
  private final Caller caller;

  NotificationsResource(OwnNotifications notifications, Caller caller) {
    this.notifications = notifications;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "listNotifications", summary = "List my notifications, newest first")
  @APIResponse(responseCode = "200", description = "A page of them")
  @APIResponse(
      responseCode = "400",
      description = "Not a cursor of this list, or a limit out of range")
  public Uni<Page<NotificationView>> list(
      @Parameter(description = "true for the unread ones only") @QueryParam("unread")
          boolean unread,
      @BeanParam @Valid PageRequest page) {
    return notifications.list(caller.id(), unread, page);
  }

  @GET
  @Path("/unread-count")
  @Operation(operationId = "countUnread", summary = "Count my unread notifications")
  @APIResponse(responseCode = "200", description = "The count")
  public Uni<UnreadCount> unreadCount() {
    return notifications.unread(caller.id());
  }

  @POST
  @Path("/{id}/read")
  @Operation(
      operationId = "markRead",
      summary = "Mark one of my notifications as read; again is no harm")
  @APIResponse(responseCode = "204", description = "It is read")
  @APIResponse(responseCode = "404", description = "None of mine has this id")
  public Uni<Void> read(UUID id) {
    return notifications.read(id, caller.id());
  }

  @POST
  @Path("/read-all")
  @Operation(operationId = "markAllRead", summary = "Mark all my notifications as read")
  @APIResponse(responseCode = "204", description = "All are read")
  public Uni<Void> readAll() {
    return notifications.readAll(caller.id());
  }
}
