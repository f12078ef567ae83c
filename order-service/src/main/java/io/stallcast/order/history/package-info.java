/**
 * Orders as they are read: one by one from the event store, as of now or any time before, and as a
 * list from a projection that may lag.
 *
 * <p><b>Invariants.</b> A row of the projection is what the order's events fold to, and is replaced
 * only by that of a later version. An event is in the store before it is published; so a rebuild,
 * which reads the store while the feed writes to both tables, misses nothing.
 *
 * <p><b>Rebuild.</b> It goes batch by batch, each batch a job that commits with its progress and
 * the next job, so that it goes on after a crash, in any pod. The last one swaps the tables.
 */
package io.stallcast.order.history;
