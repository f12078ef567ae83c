package io.stallcast.notification.mailing;

import io.opentelemetry.context.Context;
import java.time.Instant;

/**
 * A letter on its way.
 *
 * @param tries how often it was tried in vain
 * @param until when another job comes for it: from then on this parcel is not to be sent
 * @param trace what led to it
 */
record Parcel(Letter letter, int tries, Instant until, Context trace) {}
