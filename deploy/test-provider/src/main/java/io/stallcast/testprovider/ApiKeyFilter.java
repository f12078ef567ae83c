package io.stallcast.testprovider;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Lets nobody but the merchant call the API; challenges are the cardholder's. */
class ApiKeyFilter {
  private final byte[] expected;

  ApiKeyFilter(ProviderConfig config) {
    expected = ("Bearer " + config.apiKey()).getBytes(StandardCharsets.UTF_8);
  }

  @ServerRequestFilter
  public void check(ContainerRequestContext request) {
    if (request.getUriInfo().getPath().startsWith("/v1/") && !knows(request)) {
      throw new ProviderException(401, "invalid_api_key", "The API key is missing or wrong.");
    }
  }

  private boolean knows(ContainerRequestContext request) {
    var sent = request.getHeaderString("Authorization");
    return sent != null && MessageDigest.isEqual(expected, sent.getBytes(StandardCharsets.UTF_8));
  }
}
