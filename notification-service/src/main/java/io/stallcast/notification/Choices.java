package io.stallcast.notification;

import java.util.Map;

/** What a person chose: through which channels to be told of what, and when. */
public record Choices(Map<Kind, Channels> channels, Habits habits) {}
