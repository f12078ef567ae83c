package io.stallcast.notification;

import io.stallcast.platform.identifier.Identifiers;
import java.util.UUID;

/**
 * An e-mail that waits to be sent.
 *
 * @param notificationId what it tells of
 * @param tries how often it was tried in vain
 * @param recipient null where not known yet
 */
public record Email(
    UUID id, UUID notificationId, Occasion occasion, int tries, Recipient recipient) {

  /** The e-mail of a notification that was just added. */
  public static Email of(NewNotification notification, Recipient recipient) {
    return new Email(Identifiers.next(), notification.id(), notification.occasion(), 0, recipient);
  }
}
