package io.stallcast.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** What a room may take, and what a pod keeps of it. */
@ConfigMapping(prefix = "stallcast.chat")
public interface ChatConfig {
  /** Messages, edits and reactions of one person in one room, on one pod. */
  Pace perUser();

  /** Of everybody in one room together, on one pod. */
  RoomPace perRoom();

  /** How much of the log a starting pod reads before it is ready; more than history may lag. */
  @WithDefault("10m")
  Duration lookBack();

  /** Frames of each room that a pod has at hand for those who come back. */
  @WithDefault("500")
  @Min(1)
  int framesAtHand();

  /** The most frames that somebody who comes back is told; who missed more gets the newest page. */
  @WithDefault("1000")
  @Min(1)
  int mostMissed();

  /** Messages of the newest page. */
  @WithDefault("50")
  @Min(1)
  int page();

  /** Records that are not written down yet, of all rooms, that a pod has at hand at most. */
  @WithDefault("20000")
  @Min(1)
  int unwritten();

  /** How long somebody waits for a message to be read back. */
  @WithDefault("8s")
  Duration patience();

  /** After which a room that nobody is in is let go of. */
  @WithDefault("2m")
  Duration idle();

  /** What was told is kept for so long, for those who come back. */
  @WithDefault("1d")
  Duration toldFor();

  /** A token bucket. */
  interface Pace {
    /** So many at once. */
    @WithDefault("20")
    @Min(1)
    int burst();

    /** Refilled evenly with so many a second. */
    @WithDefault("5")
    @Min(1)
    int perSecond();
  }

  /** A token bucket for many. */
  interface RoomPace {
    /** So many at once. */
    @WithDefault("1000")
    @Min(1)
    int burst();

    /** Refilled evenly with so many a second. */
    @WithDefault("500")
    @Min(1)
    int perSecond();
  }
}
