/**
 * Throttles password guessing: fixed windows of guesses per account and per address, counted in the
 * database so that they hold over all pods. It fails closed: without the database nobody signs in
 * anyway.
 *
 * <p>A guess is counted by what was typed in, so known and unknown accounts are alike. The price is
 * that a stranger can keep an account from signing in for a window; sessions that exist go on.
 */
package io.stallcast.auth.throttle;
