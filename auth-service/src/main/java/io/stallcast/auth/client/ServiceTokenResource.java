package io.stallcast.auth.client;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestForm;

/** Tokens for services; inside only. */
@Path("/api/v1/auth/token")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Services", description = "Tokens for services; not reachable through the gateway")
public class ServiceTokenResource {
  private final GrantingTokens granting;

  ServiceTokenResource(GrantingTokens granting) {
    this.granting = granting;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Cache(noStore = true)
  @NonBlocking
  @Operation(
      extensions = @Extension(name = "x-internal", value = "true", parseValue = true),
      operationId = "issueServiceToken",
      summary = "Get a service's access token",
      description = "OAuth 2.0 client credentials, by HTTP Basic or in the form.")
  @APIResponse(responseCode = "200", description = "A token with the role `service`")
  @APIResponse(responseCode = "400", description = "`unsupported_grant_type`")
  @APIResponse(responseCode = "401", description = "`invalid_client`")
  public ServiceToken token(
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
      @RestForm("grant_type") String grantType,
      @RestForm("client_id") String clientId,
      @RestForm("client_secret") String clientSecret) {
    return granting.grant(grantType, ClientCredentials.of(authorization, clientId, clientSecret));
  }
}
