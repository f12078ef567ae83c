/**
 * The first and the last of a request: its id, where it comes from, its line in the access log, and
 * the headers that protect browsers whatever the answer is.
 *
 * <p>What clients say about where they come from ({@code X-Forwarded-*}) is believed only of
 * proxies that the configuration names.
 */
package io.stallcast.gateway.arrival;
