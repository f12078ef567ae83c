package io.stallcast.auth.session;

import io.stallcast.auth.AccessToken;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client signs its requests with, and what it gets the next one with.
 *
 * @param expiresIn seconds until the access token expires
 */
record Tokens(
    String accessToken,
    @Schema(examples = "Bearer") String tokenType,
    @Schema(examples = "900") long expiresIn,
    String refreshToken) {

  static Tokens of(AccessToken access, RefreshToken refresh) {
    return new Tokens(access.value(), "Bearer", access.lifetime().toSeconds(), refresh.value());
  }

  @Override
  public String toString() {
    return "Tokens[...]";
  }
}
