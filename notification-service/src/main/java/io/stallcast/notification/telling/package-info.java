/**
 * Turns what happened into notifications: one consumer for each topic, {@link
 * io.stallcast.notification.telling.Telling} for what they have in common.
 */
package io.stallcast.notification.telling;
