package io.stallcast.notification.mailing;

import java.util.UUID;

/** A try to send a parcel, and what became of it. */
record Try(Parcel parcel, Outcome outcome) {
  UUID emailId() {
    return parcel.email().id();
  }
}
