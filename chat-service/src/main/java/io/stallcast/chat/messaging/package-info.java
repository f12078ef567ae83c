/**
 * {@code /ws/chat/{roomId}}, and the same over HTTP: who is let in, what they say and do, and what
 * they are told.
 *
 * <p><b>Invariants.</b> What lasts is appended to the room's log, and acknowledged when this pod
 * has read it back; nothing is told to one socket that is not told to all, in the same order. Who
 * is banned is cut off by every pod as soon as it has heard, and is not let in again.
 *
 * <p><b>Failure.</b> Broker away: whoever sends is told so with an error, and sends again under the
 * same client id. Database away: rooms at hand go on; no others can be had (1012).
 */
package io.stallcast.chat.messaging;
