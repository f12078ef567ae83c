package io.stallcast.platform.drain;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What a pod has begun, and lets end when it is told to stop. May be used from any thread; none but
 * {@link #drain} waits.
 */
public final class InFlight {
  /** A party for each thing that has begun, and one until nothing more may. */
  private final Phaser parties = new Phaser(1);

  private volatile boolean draining;

  /**
   * Asks whether something may begin.
   *
   * @return true where it may: its end is to be told by {@link #end}, once
   */
  public boolean begin() {
    if (draining) {
      return false;
    }
    parties.register();
    return true;
  }

  /** Something has ended that had begun. */
  public void end() {
    parties.arriveAndDeregister();
  }

  /**
   * Lets nothing more begin, and blocks until all that has begun has ended. To be called once.
   *
   * @param patience how long at most
   * @return false where something is still under way
   * @throws InterruptedException where the thread is told not to wait
   */
  public boolean drain(Duration patience) throws InterruptedException {
    draining = true;
    int phase = parties.arriveAndDeregister();
    try {
      parties.awaitAdvanceInterruptibly(phase, patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    }
  }
}
