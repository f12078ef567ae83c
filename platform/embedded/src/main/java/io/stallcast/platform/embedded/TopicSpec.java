package io.stallcast.platform.embedded;

import java.util.Map;

/**
 * A topic to create.
 *
 * @param configuration the broker's settings for it, such as {@code cleanup.policy}
 */
public record TopicSpec(String name, int partitions, Map<String, String> configuration) {}
