package io.stallcast.platform.socket;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How many more frames one socket may send. Used by its event loop. */
final class FrameAllowance {
  private final Bucket bucket;
  private final int patience;
  private int refused;

  FrameAllowance(SocketConfig.FrameLimit limit) {
    Bandwidth bandwidth =
        Bandwidth.builder()
            .capacity(limit.burst())
            .refillGreedy(limit.perSecond(), Duration.ofSeconds(1))
            .build();
    this.bucket =
        Bucket.builder()
            .addLimit(bandwidth)
            .withCustomTimePrecision(TimeMeter.SYSTEM_NANOTIME)
            .build();
    this.patience = limit.patience();
  }

  /** What is to be done with a frame. */
  enum Verdict {
    TAKE,
    REFUSE,
    CUT_OFF
  }

  /** Of one more frame. Those that are refused grow over by as many as are taken. */
  Verdict judge() {
    if (bucket.tryConsume(1)) {
      refused = Math.max(0, refused - 1);
      return Verdict.TAKE;
    }
    refused++;
    return refused > patience ? Verdict.CUT_OFF : Verdict.REFUSE;
  }
}
