package io.stallcast.testprovider;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;

/** What became of a charge. Only a challenge is not for ever. */
@RegisterForReflection
public enum ChargeStatus {
  /** The cardholder has to confirm it. */
  @JsonProperty("requires_challenge")
  REQUIRES_CHALLENGE,
  /** The money was taken. */
  @JsonProperty("succeeded")
  SUCCEEDED,
  /** The card was refused. */
  @JsonProperty("failed")
  FAILED,
  /** The merchant closed it before the money was taken. */
  @JsonProperty("cancelled")
  CANCELLED
}
