package io.stallcast.auth.key;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.net.URI;
import java.util.List;

/**
 * The issuer's metadata, as far as it applies: people sign in at {@code /api/v1/auth/login}, so
 * there is no authorisation endpoint, and the token endpoint is for services inside.
 *
 * @see <a href="https://openid.net/specs/openid-connect-discovery-1_0.html">OpenID Connect
 *     Discovery</a>
 */
@JsonNaming(SnakeCaseStrategy.class)
record Discovery(
    String issuer,
    URI jwksUri,
    List<String> responseTypesSupported,
    List<String> subjectTypesSupported,
    List<String> idTokenSigningAlgValuesSupported,
    List<String> claimsSupported) {

  static Discovery of(String issuer, URI origin) {
    return new Discovery(
        issuer,
        origin.resolve("/.well-known/jwks.json"),
        List.of("token"),
        List.of("public"),
        List.of("RS256"),
        List.of("iss", "sub", "groups", "name", "sid", "client_id", "iat", "exp", "jti"));
  }
}
