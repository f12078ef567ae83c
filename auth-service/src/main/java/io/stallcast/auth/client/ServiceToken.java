package io.stallcast.auth.client;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.stallcast.auth.AccessToken;

/**
 * The answer of the grant, in OAuth's own field names.
 *
 * @param expiresIn seconds
 */
@JsonNaming(SnakeCaseStrategy.class)
record ServiceToken(String accessToken, String tokenType, long expiresIn) {
  static ServiceToken of(AccessToken token) {
    return new ServiceToken(token.value(), "Bearer", token.lifetime().toSeconds());
  }

  @Override
  public String toString() {
    return "ServiceToken[...]";
  }
}
