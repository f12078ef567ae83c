package io.stallcast.platform.identity;

import io.stallcast.platform.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where tokens cannot be verified, nobody could sign in; better not to start. */
@Singleton
class IssuerCheck implements StartupCheck {
  private final Optional<String> authUrl;

  IssuerCheck(@ConfigProperty(name = "stallcast.auth.url") Optional<String> authUrl) {
    this.authUrl = authUrl;
  }

  @Override
  public Optional<String> complaint() {
    return authUrl
        .filter(url -> !isHttp(url))
        .map(url ->
            "stallcast.auth.url is '%s': set it to the address of auth-service, such as"
                    .formatted(url)
                + " http://auth-service:8081.");
  }

  private static boolean isHttp(String url) {
    try {
      URI uri = URI.create(url);
      return uri.getHost() != null && uri.getScheme().matches("https?");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
