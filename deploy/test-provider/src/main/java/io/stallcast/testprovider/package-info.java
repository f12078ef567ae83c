/**
 * A payment provider that behaves like a real one, and whose magic cards misbehave on demand: it is
 * a process of its own, keeps its charges through {@code kill -9}, honours idempotency keys and
 * calls back with signed webhooks. Settings: {@link io.stallcast.testprovider.ProviderConfig}.
 *
 * <p>A charge is decided at one instant on one thread, so that for each idempotency key exactly one
 * of "charged", "refused" and "closed" is true for ever, whatever arrives at the same time.
 */
package io.stallcast.testprovider;
