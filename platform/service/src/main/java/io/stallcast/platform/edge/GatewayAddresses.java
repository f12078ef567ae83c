package io.stallcast.platform.edge;

import io.stallcast.platform.startup.StartupCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start where the gateway is trusted by anything but networks: a host name, and an IPv6
 * address without its prefix length, is looked up in DNS at every request.
 */
@Singleton
class GatewayAddresses implements StartupCheck {
  private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]+/\\d{1,3}");

  private final Optional<List<String>> trusted;

  GatewayAddresses(
      @ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> trusted) {
    this.trusted = trusted;
  }

  @Override
  public Optional<String> complaint() {
    return trusted.orElseGet(List::of).stream()
        .filter(address -> !NETWORK.matcher(address.strip()).matches())
        .findFirst()
        .map(address ->
            "stallcast.gateway.addresses takes networks such as 10.0.0.0/8, not \""
                + address
                + "\".");
  }
}
