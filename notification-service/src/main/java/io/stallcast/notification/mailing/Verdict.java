package io.stallcast.notification.mailing;

import io.stallcast.notification.mailing.Emails.Status;
import java.time.Instant;
import java.util.UUID;

/**
 * What comes of a try.
 *
 * @param tries how often the e-mail was tried in vain
 * @param next when it is tried again; null where it has come to its end
 */
record Verdict(Try made, Status status, int tries, Instant next) {
  static Verdict end(Try made, Status status) {
    return new Verdict(made, status, made.parcel().email().tries(), null);
  }

  UUID emailId() {
    return made.emailId();
  }

  Outcome outcome() {
    return made.outcome();
  }

  Outcome.Result result() {
    return outcome().result();
  }
}
