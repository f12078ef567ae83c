package io.stallcast.auth;

import io.smallrye.mutiny.Uni;
import java.util.function.Supplier;

/** Bounds how often a password may be guessed, per account and per address, over all pods. */
public interface Guesses {
  /**
   * Runs an attempt to sign in. It counts before it runs, so that guesses at once are no way round;
   * one that ends in anything but {@code bad_credentials} is given back.
   *
   * @param account what was typed in as the account; unknown ones count alike
   * @param address where the request came from
   * @return fails with a 429 and {@code Retry-After} without running where a bound is reached
   */
  <T> Uni<T> guard(String account, String address, Supplier<Uni<T>> attempt);
}
