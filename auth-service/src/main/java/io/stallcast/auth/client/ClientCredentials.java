package io.stallcast.auth.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Who a service says it is, from a Basic header or from the form.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1">RFC 6749, 2.3.1</a>
 */
record ClientCredentials(String id, String secret) {
  private static final String BASIC = "Basic ";

  /** Empty where neither says so. */
  static Optional<ClientCredentials> of(String authorization, String formId, String formSecret) {
    if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
      return basic(authorization.substring(BASIC.length()).strip());
    }
    return formId == null || formSecret == null
        ? Optional.empty()
        : Optional.of(new ClientCredentials(formId, formSecret));
  }

  private static Optional<ClientCredentials> basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(
              new ClientCredentials(
                  decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1))));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ClientCredentials[" + id + "]";
  }
}
