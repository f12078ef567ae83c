package io.stallcast.load.chat.crowd;

import io.netty.channel.EventLoop;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What is said in all rooms: so many messages in flight, or so many a second. A message's way is
 * counted from when it was due, however late it was sent. All of it is done by the crowd's thread.
 */
final class Talk {
  private static final String TEXT =
      "Does the blue one come with the long strap, and do you ship it before Friday?";

  /** More than are ever in flight. */
  private static final int REMEMBERED = 1 << 20;

  private static final long TICK_MILLIS = 1;

  private final Dialect dialect;
  private final EventLoop loop;
  private final List<Party> parties;
  private final long[] due = new long[REMEMBERED];
  private long said;
  private int mostInFlight;
  private ScheduledFuture<?> pacing;
  private Tally tally = new Tally();

  Talk(Dialect dialect, EventLoop loop, List<Party> parties) {
    this.dialect = dialect;
    this.loop = loop;
    this.parties = parties;
  }

  /** From now on, in each room so many messages are in flight. */
  void flood(int inFlight) {
    onLoop(() -> {
      mostInFlight = inFlight;
      parties.forEach(this::fill);
      return null;
    });
  }

  /** From now on, so many messages a second are said, in one room after the other. */
  void pace(double perSecond) {
    onLoop(() -> {
      mostInFlight = 0;
      pacing = pace(System.nanoTime(), 1e9 / perSecond);
      return null;
    });
  }

  private ScheduledFuture<?> pace(long start, double interval) {
    long first = said;
    return loop.scheduleAtFixedRate(
        () -> {
          double elapsed = System.nanoTime() - start;
          for (long i = said - first; i * interval <= elapsed; i++) {
            say(parties.get((int) (i % parties.size())), start + (long) (i * interval));
          }
        },
        0,
        TICK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Nobody says anything any more; returns whether all has been heard by all. */
  boolean fallSilent() {
    return onLoop(() -> {
      mostInFlight = 0;
      if (pacing != null) {
        pacing.cancel(false);
      }
      return parties.stream().allMatch(party -> party.inFlight() <= 0);
    });
  }

  /** What was counted since this was called last. */
  Tally count() {
    return onLoop(() -> {
      Tally counted = tally;
      counted.end();
      tally = new Tally();
      return counted;
    });
  }

  /** On the crowd's thread. */
  void heard(Party party, long number, long now) {
    tally.heard(now - due[(int) (number % REMEMBERED)]);
    if (party.hears()) {
      fill(party);
    }
  }

  /** On the crowd's thread. */
  void refused(Party party) {
    tally.refused();
    party.isRefused();
    fill(party);
  }

  private void fill(Party party) {
    while (mostInFlight > 0 && party.inFlight() < mostInFlight) {
      say(party, System.nanoTime());
    }
  }

  private void say(Party party, long time) {
    long number = said;
    said++;
    due[(int) (number % REMEMBERED)] = time;
    party.nextSpeaker().say(dialect.message(number, TEXT));
  }

  private <T> T onLoop(Callable<T> action) {
    return loop.submit(action).syncUninterruptibly().getNow();
  }
}
