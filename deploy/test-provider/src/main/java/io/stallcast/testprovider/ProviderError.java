package io.stallcast.testprovider;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** The body of every answer that is an error. */
@RegisterForReflection
public record ProviderError(Details error) {

  /**
   * @param code stable, for programs
   * @param message for people
   */
  @RegisterForReflection
  public record Details(String code, String message) {}

  static ProviderError of(ProviderException failure) {
    return new ProviderError(new Details(failure.code(), failure.getMessage()));
  }
}
