package io.stallcast.auth.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;

/** The services that may ask for tokens, by client id. */
@ConfigMapping(prefix = "stallcast.auth.clients")
public interface ClientConfig {
  @WithParentName
  Map<String, Client> all();

  /** One service. */
  interface Client {
    /** At least 16 random characters. */
    String secret();
  }
}
