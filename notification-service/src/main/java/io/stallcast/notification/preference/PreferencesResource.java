package io.stallcast.notification.preference;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Channels;
import io.stallcast.notification.Kind;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's preferences: {@code {kind: {in_app, email, push}}}. */
@Path("/api/v1/notifications/preferences")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Notifications")
@APIResponse(responseCode = "401", description = "Not signed in")
class PreferencesResource {
  private final OwnPreferences preferences;
  private final Caller caller;

  PreferencesResource(OwnPreferences preferences, Caller caller) {
    this.preferences = preferences;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "readPreferences", summary = "What I am told of, by kind and channel")
  @APIResponse(
      responseCode = "200",
      description = "Every kind, the defaults where I did not choose")
  public Uni<Map<Kind, Channels>> get() {
    return preferences.of(caller.id());
  }

  @PUT
  @Operation(
      operationId = "replacePreferences",
      summary = "Choose what I am told of; kinds left out go back to their defaults")
  @APIResponse(responseCode = "200", description = "What holds from now on, for every kind")
  @APIResponse(
      responseCode = "400",
      description = "Not a kind of notification, or a channel is missing")
  public Uni<Map<Kind, Channels>> replace(@NotNull Map<String, @NotNull Channels> chosen) {
    return preferences.replace(caller.id(), chosen);
  }
}
