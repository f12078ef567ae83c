/**
 * What clients are told while something that a service stands on is away: 503 with {@code
 * Retry-After}, 504 where an answer took too long, 409 where another writer was first.
 */
package io.stallcast.platform.availability;
