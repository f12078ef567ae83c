package io.stallcast.auth.key;

import io.stallcast.auth.AuthConfig;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What verifiers of our tokens read. */
@Path("/.well-known")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "Keys and metadata for verifiers of access tokens")
public class WellKnownResource {
  private final CurrentKeys keys;
  private final AuthConfig auth;
  private final KeyConfig config;

  WellKnownResource(CurrentKeys keys, AuthConfig auth, KeyConfig config) {
    this.keys = keys;
    this.auth = auth;
    this.config = config;
  }

  @GET
  @Path("/jwks.json")
  @Operation(
      operationId = "readKeys",
      summary = "The keys that verify access tokens",
      description =
          "RFC 7517. Holds the next key before it signs, and past ones while their tokens live.")
  @APIResponse(responseCode = "200", description = "The key set")
  public RestResponse<KeySet> keys() {
    return cached(KeySet.of(keys.ring()));
  }

  @GET
  @Path("/openid-configuration")
  @Operation(
      operationId = "readIssuer",
      summary = "Metadata of the issuer",
      description = "OpenID Connect Discovery 1.0.")
  @APIResponse(responseCode = "200", description = "The metadata")
  public RestResponse<Discovery> discovery() {
    return cached(Discovery.of(auth.issuer(), auth.publicUrl()));
  }

  private <T> RestResponse<T> cached(T body) {
    return RestResponse.ResponseBuilder.ok(body)
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + config.maxAge().toSeconds())
        .build();
  }
}
