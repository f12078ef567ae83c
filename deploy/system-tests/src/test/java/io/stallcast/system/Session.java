package io.stallcast.system;

import io.stallcast.client.auth.Credentials;
import io.stallcast.client.auth.PresentedToken;
import io.stallcast.client.auth.Tokens;
import java.util.Map;

/** Somebody who is signed in. */
record Session(String email, Api api, String refreshToken) {

  static Session logIn(Api anybody, String email, String password) {
    var credentials = new Credentials().email(email).password(password);
    Client client = anybody.client();
    return of(email, anybody, Client.persistently(() -> client.signIn().signIn(credentials)));
  }

  /** The same session with the tokens that follow. */
  Session refreshed() {
    var presented = new PresentedToken().refreshToken(refreshToken);
    return of(email, api, Client.require(() -> api.client().signIn().refreshTokens(presented)));
  }

  Answer refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
  }

  private static Session of(String email, Api api, Tokens tokens) {
    return new Session(email, api.as(tokens.getAccessToken()), tokens.getRefreshToken());
  }
}
