package io.stallcast.auth.following;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import io.stallcast.platform.paging.Page;
import io.stallcast.platform.paging.PageRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Creators, and following them. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Creators", description = "Creators, and following them")
public class CreatorsResource {
  private final ShowingCreators showing;
  private final Following following;
  private final Caller caller;

  CreatorsResource(ShowingCreators showing, Following following, Caller caller) {
    this.showing = showing;
    this.following = following;
    this.caller = caller;
  }

  @GET
  @Path("/creators/{id}")
  @PermitAll
  @Operation(operationId = "readCreator", summary = "Read a creator's public page")
  @APIResponse(responseCode = "200", description = "The creator, and how many follow them")
  @APIResponse(responseCode = "404", description = "No creator has this id")
  public Uni<CreatorView> read(UUID id) {
    return showing.one(id, caller.maybeId().orElse(null));
  }

  @PUT
  @Path("/creators/{id}/follow")
  @ForAccounts
  @Operation(
      operationId = "followCreator",
      summary = "Follow a creator; again is no harm",
      description = "Followers are told when the creator goes live.")
  @APIResponse(responseCode = "204", description = "You follow them")
  @APIResponse(responseCode = "404", description = "No creator has this id")
  @APIResponse(responseCode = "422", description = "`following_oneself`")
  public Uni<Void> follow(UUID id) {
    return following.follow(new Pair(caller.id(), id));
  }

  @DELETE
  @Path("/creators/{id}/follow")
  @ForAccounts
  @Operation(
      operationId = "unfollowCreator",
      summary = "Follow a creator no longer; again is no harm")
  @APIResponse(responseCode = "204", description = "You do not follow them, whoever that is")
  public Uni<Void> unfollow(UUID id) {
    return following.unfollow(new Pair(caller.id(), id));
  }

  @GET
  @Path("/me/following")
  @ForAccounts
  @Operation(operationId = "listFollowed", summary = "List whom I follow, the latest first")
  @APIResponse(responseCode = "200", description = "A page of creators")
  public Uni<Page<FollowedCreator>> followed(@BeanParam @Valid PageRequest page) {
    return showing.followedBy(caller.id(), page);
  }
}
