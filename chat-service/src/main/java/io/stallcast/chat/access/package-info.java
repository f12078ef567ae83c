/**
 * Whom the room of a paid stream or of a course is for: whoever has one of its products, as {@code
 * access.events} tell in a table, and in every pod's memory of what was revoked lately, which
 * outweighs the table. Who has one of the creator's subscriptions is known as a subscriber.
 */
package io.stallcast.chat.access;
