/**
 * Whom the room of a paid stream or of a course is for: whoever has one of its products, as {@code
 * access.events} tell in a table, and in every pod's memory of what was revoked lately, which
 * outweighs the table.
 */
package io.stallcast.chat.access;
