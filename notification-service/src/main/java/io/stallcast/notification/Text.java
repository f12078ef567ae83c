package io.stallcast.notification;

/** A notification in words. */
public record Text(String title, String body) {}
