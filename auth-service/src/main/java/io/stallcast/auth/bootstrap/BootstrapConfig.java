package io.stallcast.auth.bootstrap;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts to make where they are absent, under names that mean nothing else. */
@ConfigMapping(prefix = "stallcast.auth.bootstrap")
public interface BootstrapConfig {
  Map<String, Person> accounts();

  /** One account. */
  interface Person {
    String email();

    /** In clear; only its hash is kept. Not held against the rules for new passwords. */
    String password();

    String displayName();

    /** Beside buyer. */
    Optional<Set<String>> roles();
  }
}
