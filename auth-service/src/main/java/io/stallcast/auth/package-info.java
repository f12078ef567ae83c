/**
 * Who you are: accounts, sessions, tokens, roles, keys, and whom you follow.
 *
 * <p>This package is the language that the features below it share; they do not know one another.
 * {@link io.stallcast.auth.Account} is the aggregate; {@link io.stallcast.auth.Passwords}, {@link
 * io.stallcast.auth.AccessTokens} and {@link io.stallcast.auth.Guesses} are what the features ask
 * of hashing, signing and throttling.
 *
 * <p>Events out, in the transaction of the change: {@link
 * io.stallcast.platform.event.auth.UserEvent} on {@code user.events}, {@link
 * io.stallcast.platform.event.auth.FollowEvent} on {@code follow.events}. Events in: none.
 */
package io.stallcast.auth;
