/**
 * Whom the room of a paid stream or of a course is for: whoever has one of its products. Who has
 * one of the creator's subscriptions is known as a subscriber.
 */
package io.stallcast.chat.access;
