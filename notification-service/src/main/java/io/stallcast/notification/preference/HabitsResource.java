package io.stallcast.notification.preference;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** When the caller wants to be told. */
@Path("/api/v1/notifications/settings")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Notifications")
@APIResponse(responseCode = "401", description = "Not signed in")
class HabitsResource {
  private final OwnPreferences preferences;
  private final Caller caller;

  HabitsResource(OwnPreferences preferences, Caller caller) {
    this.preferences = preferences;
    this.caller = caller;
  }

  @GET
  @Operation(
      operationId = "readNotificationSettings",
      summary = "My quiet hours, and when my digest comes")
  @APIResponse(responseCode = "200", description = "The defaults where I did not choose")
  public Uni<HabitsView> get() {
    return preferences.habitsOf(caller.id()).map(HabitsView::of);
  }

  @PUT
  @Operation(
      operationId = "replaceNotificationSettings",
      summary = "Choose my quiet hours, and when my digest comes",
      description =
          "In quiet hours e-mails and pushes wait, but for those that follow at once from what I"
              + " did, or that I asked for. A digest that is open keeps its time.")
  @APIResponse(responseCode = "200", description = "What holds from now on")
  @APIResponse(responseCode = "400", description = "Not a time, or no time zone of that name")
  public Uni<HabitsView> replace(@NotNull @Valid HabitsView chosen) {
    return preferences.replace(caller.id(), chosen.toHabits()).map(HabitsView::of);
  }
}
