package io.stallcast.notification.inapp;

/** How many notifications are unread. */
record UnreadCount(long count) {}
