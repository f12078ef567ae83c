package io.stallcast.notification.mailing;

import io.stallcast.notification.Email;
import io.stallcast.platform.event.Envelope;
import java.time.Instant;

/**
 * An e-mail on its way.
 *
 * @param until when a job comes for it: from then on this parcel is not to be sent
 * @param cause the event or job that led to it
 */
record Parcel(Email email, Instant until, Envelope<?> cause) {

  /** For logs, without the address. */
  @Override
  public String toString() {
    return "email " + email.id();
  }
}
