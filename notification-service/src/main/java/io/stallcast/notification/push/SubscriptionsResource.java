package io.stallcast.notification.push;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response.Status;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The browsers that the caller wants to be pushed to. */
@Path("/api/v1/notifications/push")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ForAccounts
@Tag(name = "Web push")
@APIResponse(responseCode = "401", description = "Not signed in")
class SubscriptionsResource {
  private static final String PATH = "/api/v1/notifications/push/subscriptions/";

  private final OwnSubscriptions subscriptions;
  private final Caller caller;

  SubscriptionsResource(OwnSubscriptions subscriptions, Caller caller) {
    this.subscriptions = subscriptions;
    this.caller = caller;
  }

  @GET
  @Path("/key")
  @Operation(operationId = "readPushKey", summary = "The key that browsers subscribe with")
  @APIResponse(responseCode = "200", description = "The key")
  @APIResponse(responseCode = "404", description = "`push_off`: there is no web push here")
  public PushKeyView key() {
    return subscriptions.key();
  }

  @POST
  @Path("/subscriptions")
  @Operation(
      operationId = "subscribeToPush",
      summary = "Have my notifications pushed to a browser; again is no harm",
      description =
          "The body is what the browser's `PushSubscription` serializes to. What is pushed is"
              + " chosen by kind, in the preferences.")
  @APIResponse(
      responseCode = "201",
      description = "It is subscribed; Location names it",
      content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
  @APIResponse(responseCode = "400", description = "Not an endpoint with the keys of a browser")
  @APIResponse(responseCode = "404", description = "`push_off`: there is no web push here")
  @APIResponse(
      responseCode = "422",
      description = "`unknown_push_service`: nothing is sent to this endpoint")
  public Uni<RestResponse<SubscriptionView>> subscribe(@NotNull @Valid Subscribe request) {
    return subscriptions
        .add(caller.id(), request)
        .map(added ->
            ResponseBuilder.create(Status.CREATED, added)
                .header("Location", PATH + added.id())
                .build());
  }

  @GET
  @Path("/subscriptions")
  @Operation(
      operationId = "listPushSubscriptions",
      summary = "The browsers that I am pushed to, the latest first")
  @APIResponse(responseCode = "200", description = "All of them")
  public Uni<Page<SubscriptionView>> list() {
    return subscriptions.list(caller.id()).map(all -> new Page<>(all, null));
  }

  @DELETE
  @Path("/subscriptions/{id}")
  @Operation(operationId = "endPushSubscription", summary = "Push nothing more to a browser")
  @APIResponse(responseCode = "204", description = "It has ended")
  @APIResponse(responseCode = "404", description = "None of mine has this id")
  public Uni<Void> end(UUID id) {
    return subscriptions.end(id, caller.id());
  }
}
