/**
 * Reminders: viewers say which streams they want to be reminded of, and each is told once for every
 * time that the stream is set to begin at. Telling them is notification-service's.
 */
package io.stallcast.streaming.reminder;
