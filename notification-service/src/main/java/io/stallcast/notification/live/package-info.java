/**
 * {@code /ws/notifications}: shows people what they are told, and how much of it is unread, as it
 * changes.
 *
 * <p>What changed is said to every pod, by its id alone ({@code notification.lists}). A pod at
 * which a concerned person has a socket reads from the database what is new and how many are
 * unread: one read at a time for all of them, so that no older count follows a newer one.
 *
 * <p><b>Invariants.</b> The count is the database's, and in the end every socket has been told it.
 * What is new is told once to the sockets that are open then; whoever opens one reads the list
 * beside it.
 *
 * <p><b>Failure.</b> Broker or pod away before it was said: counts are read anew every half minute.
 * Database away: the read is tried again, and the sockets stay.
 */
package io.stallcast.notification.live;
