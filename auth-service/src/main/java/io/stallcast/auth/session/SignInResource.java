package io.stallcast.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;

/** Signing in and out. */
@Path("/api/v1/auth")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Sign-in", description = "Tokens for people")
public class SignInResource {
  private final SigningIn signingIn;
  private final Refreshing refreshing;
  private final SigningOut signingOut;

  SignInResource(SigningIn signingIn, Refreshing refreshing, SigningOut signingOut) {
    this.signingIn = signingIn;
    this.refreshing = refreshing;
    this.signingOut = signingOut;
  }

  @POST
  @Path("/login")
  @Cache(noStore = true)
  @Operation(operationId = "signIn", summary = "Sign in with e-mail address and password")
  @APIResponse(responseCode = "200", description = "Signed in")
  @APIResponse(
      responseCode = "401",
      description = "`bad_credentials`, for unknown accounts as for wrong passwords")
  @APIResponse(
      responseCode = "429",
      description =
          "Too many guesses for this account or from this address; `Retry-After` says how long to"
              + " wait")
  @APIResponse(
      responseCode = "503",
      description = "Too many sign in at this moment; `Retry-After` says when to try again")
  public Uni<Tokens> login(
      @NotNull @Valid Credentials credentials, @Context HttpServerRequest request) {
    return signingIn.signIn(credentials, Device.of(request));
  }

  @POST
  @Path("/refresh")
  @Cache(noStore = true)
  @Operation(
      operationId = "refreshTokens",
      summary = "Exchange a refresh token for new tokens",
      description =
          "Each refresh token is good once. Its direct predecessor is answered with the same"
              + " successor within 10 s of its first use, while the successor is unused; any other"
              + " used token ends the session.")
  @APIResponse(responseCode = "200", description = "A new access token and a new refresh token")
  @APIResponse(responseCode = "401", description = "`refresh_token_refused`: sign in again")
  public Uni<Tokens> refresh(@NotNull @Valid PresentedToken token) {
    return refreshing.refresh(token.toToken());
  }

  @POST
  @Path("/logout")
  @Operation(operationId = "signOut", summary = "End the session of a refresh token")
  @APIResponse(responseCode = "204", description = "It has ended, or there was none")
  public Uni<Void> logout(@NotNull @Valid PresentedToken token) {
    return signingOut.signOut(token.toToken());
  }
}
