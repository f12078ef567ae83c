package io.stallcast.testprovider.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.testprovider.Charge;

/**
 * What an idempotency key was used for.
 *
 * @param fingerprint hash of the request; null where the key was closed before it was used
 * @param answer the first answer, which is that of every later request
 */
@RegisterForReflection
public record KeyUse(String fingerprint, Charge answer) {}
