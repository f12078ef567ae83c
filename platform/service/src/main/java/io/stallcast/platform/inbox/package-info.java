/**
 * The inbox: what other services tell takes effect exactly once.
 *
 * <p><b>Invariants.</b> An event's id is recorded in the transaction that applies it, so that a
 * redelivery has no effect. Events of one key are applied in their order, keys in parallel. A
 * record leaves the topic only when it was applied, was known, or is a dead letter.
 *
 * <p><b>Failure.</b> A record that is itself at fault becomes a dead letter with its reason, in the
 * table {@code dead_letter} and on {@code <topic>.<service>.dlq}; later records of its key park
 * behind it, until an operator has seen to it ({@link io.stallcast.platform.deadletter}). Whatever
 * else fails (the database, a partner, a version conflict) is tried again without limit, at most
 * five seconds apart, and the service is not ready meanwhile, but alive.
 */
package io.stallcast.platform.inbox;
