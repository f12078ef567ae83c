package io.stallcast.notification.inapp;

import io.stallcast.notification.Kind;
import io.stallcast.notification.Notification;
import io.stallcast.notification.Text;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notification as its recipient sees it.
 *
 * @param title one line, in the recipient's language
 * @param body a sentence or two
 * @param link the page of the web UI to look at next, from the root
 * @param readAt when it was first read; null where it was not
 */
@Schema(name = "Notification")
record NotificationView(
    UUID id,
    Kind kind,
    String title,
    String body,
    @Schema(examples = "/orders/01980f3e-7c00-7000-8000-000000000000") String link,
    boolean read,
    @Schema(nullable = true) Instant readAt,
    Instant createdAt) {

  static NotificationView of(Notification notification, Text text) {
    var occasion = notification.occasion();
    return new NotificationView(
        notification.id(),
        occasion.kind(),
        text.title(),
        text.body(),
        occasion.path(),
        notification.readAt().isPresent(),
        notification.readAt().orElse(null),
        notification.createdAt());
  }
}
