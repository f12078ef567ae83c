/**
 * The transactional outbox: what a service tells others commits with the state that caused it.
 *
 * <p><b>Invariants.</b> A message is sent if and only if its unit of work committed; at least once;
 * the messages of one subject in the order of their appending, in however many pods. A delayed
 * message is never early.
 *
 * <p><b>How.</b> {@link io.stallcast.platform.outbox.Outbox} gathers what a unit of work appends
 * and writes it as its last statement; the rows' position comes from a sequence after the
 * aggregates' rows were locked. {@link io.stallcast.platform.outbox.OutboxRelay} goes in rounds: it
 * takes the lanes (a hash of the subject) that something was written to by transaction-scoped
 * advisory locks, sends their rows by position and deletes what the broker has. The committing pod
 * wakes its relay; polling finds what was left and what came due. There is no {@code NOTIFY}: it
 * serialises every commit of the cluster.
 *
 * <p><b>Failure.</b> Broker away: rows stay, the poll tries again. Database away: the poll logs and
 * tries again. Pod killed after sending: rows are sent again, the inbox of the consumers knows
 * them. Pod paused: the database ends its transaction by a timeout, and another takes the lane.
 */
package io.stallcast.platform.outbox;
