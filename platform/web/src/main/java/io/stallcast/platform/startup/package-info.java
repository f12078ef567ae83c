/**
 * Refuses to start where the configuration cannot work. What one setting must be is said by
 * constraints on its {@code @ConfigMapping}; what several must be together, by a {@link
 * io.stallcast.platform.startup.StartupCheck}.
 */
package io.stallcast.platform.startup;
