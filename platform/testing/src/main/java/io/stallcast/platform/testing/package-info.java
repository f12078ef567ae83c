/**
 * The test support of every service: one real PostgreSQL and one real broker for a module's tests,
 * signed tokens, probes over topics, events as other services send them, and the rules of the
 * architecture.
 */
package io.stallcast.platform.testing;
