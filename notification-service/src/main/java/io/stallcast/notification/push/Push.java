package io.stallcast.notification.push;

import io.stallcast.notification.Language;
import io.stallcast.notification.Occasion;
import io.stallcast.notification.push.PushJob.SendPush;
import io.stallcast.platform.event.Envelope;
import java.time.Instant;
import java.util.UUID;

/**
 * A notification on its way to a browser.
 *
 * @param tries how often it was tried in vain
 * @param until when a job comes for it: from then on this one is not to be sent
 * @param cause the event or job that led to it
 */
record Push(
    UUID notificationId,
    Occasion occasion,
    Language language,
    Subscription subscription,
    int tries,
    Instant until,
    Envelope<?> cause) {

  /** For logs, without what it says. */
  @Override
  public String toString() {
    return "push of " + notificationId + " to " + subscription;
  }

  SendPush job(int triesInVain) {
    return new SendPush(notificationId, subscription.id(), triesInVain);
  }
}
