package io.stallcast.other;

/** Another service's class. */
public record Product(String title) {}
