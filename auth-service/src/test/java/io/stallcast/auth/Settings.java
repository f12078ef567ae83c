package io.stallcast.auth;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Settings for tests that run without Quarkus. */
public final class Settings {
  private Settings() {}

  public static <T> T defaults(Class<T> mapping) {
    return with(mapping, Map.of());
  }

  public static <T> T with(Class<T> mapping, Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(mapping)
        .withSources(new PropertiesConfigSource(values, "test", 100))
        .build()
        .getConfigMapping(mapping);
  }

  public static Secrets secrets(String encryptionKey) {
    return new Secrets(
        with(AuthConfig.class, Map.of("stallcast.auth.encryption-key", encryptionKey)));
  }
}
