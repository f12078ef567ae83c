package io.stallcast.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An issuer of tokens, for modules that need neither a database nor a broker. */
public final class TokenInfrastructure implements QuarkusTestResourceLifecycleManager {
  private KeyServer keys;

  @Override
  public Map<String, String> start() {
    keys = KeyServer.start();
    return Map.of("stallcast.auth.url", keys.url());
  }

  @Override
  public void stop() {
    if (keys != null) {
      keys.close();
    }
  }
}
