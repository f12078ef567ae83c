package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Somebody who is signed in. */
record Session(String email, Api api, String refreshToken) {

  static Session logIn(Api anybody, String email, String password) {
    var credentials = Map.of("email", email, "password", password);
    Answer answer = Api.persistently(() -> anybody.post("/api/v1/auth/login", credentials));
    return of(email, anybody, answer.expect(200).json());
  }

  /** The same session with the tokens that follow. */
  Session refreshed() {
    return of(email, api, refresh(refreshToken).expect(200).json());
  }

  Answer refresh(String token) {
    return api.post("/api/v1/auth/refresh", Map.of("refreshToken", token));
  }

  private static Session of(String email, Api api, JsonNode tokens) {
    return new Session(
        email, api.as(tokens.path("accessToken").asText()), tokens.path("refreshToken").asText());
  }
}
