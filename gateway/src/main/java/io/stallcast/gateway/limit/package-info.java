/**
 * Bounds how much one address and one user may ask for (token buckets, counted by each pod on its
 * own). The map of buckets is bounded: one that is not used for long is full again, so forgetting
 * it changes nothing.
 */
package io.stallcast.gateway.limit;
