package io.stallcast.auth;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a token says, unverified. */
public final class Claims {
  private Claims() {}

  public static JsonPath of(String token) {
    return part(token, 1);
  }

  public static String kid(String token) {
    return part(token, 0).getString("kid");
  }

  private static JsonPath part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.")[index]);
    return JsonPath.from(new String(json, StandardCharsets.UTF_8));
  }
}
