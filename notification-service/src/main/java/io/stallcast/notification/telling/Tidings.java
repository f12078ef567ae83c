package io.stallcast.notification.telling;

import io.stallcast.notification.Occasion;
import io.stallcast.platform.event.Envelope;
import java.util.UUID;

/**
 * What someone is to be told.
 *
 * @param event what it follows from
 */
record Tidings(Envelope<?> event, UUID recipientId, Occasion occasion) {}
