/**
 * A real PostgreSQL and a real Kafka broker without containers, for tests and for the local stack.
 *
 * <p>Both listen on the loopback address only and trust whoever connects. Neither outlives the JVM
 * that started it, however that JVM ends: the broker runs inside it, and the database hangs on a
 * {@link io.stallcast.platform.embedded.Lifeline}.
 */
package io.stallcast.platform.embedded;
