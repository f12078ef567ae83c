package io.stallcast.streaming.reminder;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/v1/streams")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Reminders")
class ReminderResource {
  private final AskingForReminder asking;
  private final Caller caller;

  ReminderResource(AskingForReminder asking, Caller caller) {
    this.asking = asking;
    this.caller = caller;
  }

  @POST
  @Path("/{id}/reminder")
  @Operation(
      operationId = "askForReminder",
      summary = "Be reminded of a stream",
      description = "Some minutes before it begins, or at its beginning where you ask later.")
  @APIResponse(responseCode = "204", description = "You will be")
  @APIResponse(responseCode = "404", description = "not_found")
  @APIResponse(responseCode = "409", description = "illegal_transition: it has begun, or ended")
  public Uni<Void> ask(UUID id) {
    return asking.ask(id, caller.id());
  }

  @DELETE
  @Path("/{id}/reminder")
  @Operation(operationId = "withdrawReminder", summary = "Not be reminded of a stream")
  @APIResponse(responseCode = "204", description = "You will not be")
  @APIResponse(responseCode = "404", description = "not_found")
  public Uni<Void> withdraw(UUID id) {
    return asking.withdraw(id, caller.id());
  }
}
