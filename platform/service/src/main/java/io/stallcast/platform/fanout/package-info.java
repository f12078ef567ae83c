/**
 * Fan-out: what every pod of a service has to hear, and what its pods tell one another.
 *
 * <p>The inbox shares a topic's events among the pods, each of which is applied by one of them.
 * Here each pod reads all of a topic, and belongs to no group: what it keeps in memory (a
 * revocation, a count, who watches) is its own, and is gone with it.
 *
 * <p><b>Invariants.</b> A pod hears the events of a key in their order, at least once, from a
 * moment before it was ready on: how long before, who listens says. Nothing is remembered and
 * nothing is retried: an ear that fails has heard. What must happen once belongs to the inbox.
 *
 * <p><b>Logs.</b> A topic may be a service's own log: nothing is kept before it is appended there,
 * and every pod, and whoever writes it down, makes the same of it. Its events are heard with their
 * positions, which are worth something within an epoch.
 *
 * <p><b>Failure.</b> Broker away: nothing is heard, what is said is lost, and hearing goes on from
 * where it stopped. A record that cannot be understood is left out; the inbox makes a dead letter
 * of it where it matters.
 */
package io.stallcast.platform.fanout;
