/**
 * Rooms: what is said beside a stream, or in a course, in one order for all. This package is the
 * language, and the rooms as a pod has them at hand; the features below it use it and not one
 * another.
 *
 * <p><b>The log.</b> Everything that lasts in a room (messages, edits, deletions, reactions, pins,
 * bans, slow mode) is a record of one partition of {@code chat.messages}, and nowhere before. Every
 * pod reads all of it and folds it to the same {@link io.stallcast.chat.RoomState}: the first
 * record of an author's client id wins, and who is banned is not heard any more. Whoever appends is
 * answered when the record is read back. PostgreSQL is asked for a room once, when it is first
 * needed, and not on the way of a message.
 *
 * <p><b>What is kept.</b> A consumer group folds the same records once more and writes down what
 * they have come to, with how far it has come, in one transaction. A room that a pod needs is read
 * from there, and goes on by the records that the pod has heard since.
 *
 * <p><b>Recovery.</b> A place is a position, the record's offset, and an epoch, the topic's
 * identity and number of partitions. Who comes back with a place is told exactly what came since,
 * from memory or from what was kept joined to memory; where the two do not meet, the newest page,
 * and that it is not all.
 *
 * <p>Owns the rooms and all that is in them. Publishes {@code chat.messages}, {@code chat.events}
 * and, among its pods, {@code chat.presence}; consumes {@code chat.messages}, {@code
 * streaming.events}, {@code product.events}, {@code access.events} and {@code follow.events}. Every
 * pod hears all of them but the last.
 *
 * <p>{@link io.stallcast.chat.Admission}, {@link io.stallcast.chat.MessagePolicy}, {@link
 * io.stallcast.chat.Presence} and {@link io.stallcast.chat.RoomNews} are how the features meet.
 */
package io.stallcast.chat;
