package io.stallcast.auth.account;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.stallcast.auth.Account;
import io.stallcast.platform.etag.ETags;
import io.stallcast.platform.identity.Caller;
import io.stallcast.platform.identity.ForAccounts;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** One's own account. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Tag(name = "Account", description = "One's own account")
public class AccountResource {
  private static final URI ME = URI.create("/api/v1/auth/me");

  private final Registering registering;
  private final OwnAccount ownAccount;
  private final Caller caller;

  AccountResource(Registering registering, OwnAccount ownAccount, Caller caller) {
    this.registering = registering;
    this.ownAccount = ownAccount;
    this.caller = caller;
  }

  @POST
  @Path("/register")
  @PermitAll
  @SecurityRequirements
  @Operation(operationId = "registerAccount", summary = "Open an account")
  @APIResponse(
      responseCode = "201",
      description = "The account",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @APIResponse(
      responseCode = "400",
      description = "`validation_failed`; also for a password that is too short or too common")
  @APIResponse(responseCode = "409", description = "`email_taken`, whatever its case")
  public Uni<RestResponse<AccountView>> register(@NotNull @Valid Registration registration) {
    return registering
        .register(registration)
        .map(account -> tagged(ResponseBuilder.created(ME), account));
  }

  @GET
  @Path("/me")
  @ForAccounts
  @Operation(operationId = "readAccount", summary = "My account")
  @APIResponse(
      responseCode = "200",
      description = "The account, with an `ETag`",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  public Uni<RestResponse<AccountView>> me() {
    return ownAccount.show(caller.id()).map(AccountResource::ok);
  }

  @PATCH
  @Path("/me")
  @ForAccounts
  @Consumes("application/merge-patch+json")
  @Operation(operationId = "changeProfile", summary = "Change my profile")
  @APIResponse(
      responseCode = "200",
      description = "The account as it is now",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @APIResponse(
      responseCode = "412",
      description = "It was changed since the `ETag` in `If-Match` was read")
  @APIResponse(responseCode = "428", description = "`precondition_required`: send `If-Match`")
  public Uni<RestResponse<AccountView>> change(
      @Parameter(description = "The ETag that was read", required = true)
          @HeaderParam(HttpHeaders.IF_MATCH)
          String ifMatch,
      @NotNull @Valid ProfileChange change) {
    return ownAccount.change(caller.id(), change, ETags.version(ifMatch)).map(AccountResource::ok);
  }

  @POST
  @Path("/me/roles")
  @ForAccounts
  @Operation(
      operationId = "takeRole",
      summary = "Take a role",
      description = "The next access token carries it.")
  @APIResponse(
      responseCode = "200",
      description = "The account with the role",
      content = @Content(schema = @Schema(implementation = AccountView.class)))
  @APIResponse(
      responseCode = "403",
      description = "`role_not_self_service`: it is granted by an administrator here")
  public Uni<RestResponse<AccountView>> takeRole(@NotNull @Valid RoleRequest request) {
    return ownAccount.takeRole(caller.id(), request.role()).map(AccountResource::ok);
  }

  private static RestResponse<AccountView> ok(Account account) {
    return tagged(ResponseBuilder.create(RestResponse.Status.OK), account);
  }

  private static RestResponse<AccountView> tagged(
      ResponseBuilder<AccountView> response, Account account) {
    return response
        .entity(AccountView.of(account))
        .header(HttpHeaders.ETAG, ETags.of(account.version()))
        .build();
  }
}
