package io.stallcast.platform.startup;

import java.util.Optional;

/**
 * One thing that must hold before the process may serve. Every bean of this type is asked once,
 * before anything else starts; a complaint ends the process with exit code 1.
 */
@FunctionalInterface
public interface StartupCheck {

  /**
   * A sentence that says what is wrong and which setting to change; empty if all is well. Must
   * neither block nor throw, and must not hold a secret's value.
   */
  Optional<String> complaint();
}
