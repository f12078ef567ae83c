/**
 * The whole of Stallcast, seen from outside: real processes, the public API, a real mail server,
 * and the payment provider's own books.
 *
 * <p>All tests share one {@link io.stallcast.system.RunningStack}. Each opens a {@link
 * io.stallcast.system.Shop} of its own, whose people and products nobody else knows; after the test
 * the {@link io.stallcast.system.Invariants} are checked of all that was ordered in it. What a test
 * hurts it mends again.
 */
package io.stallcast.system;
