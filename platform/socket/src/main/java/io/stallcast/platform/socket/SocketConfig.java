package io.stallcast.platform.socket;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What a socket may take and do, and how it is kept. */
@ConfigMapping(prefix = "stallcast.sockets")
public interface SocketConfig {

  /**
   * Origins whose pages may connect, beside the one that is asked; the gateway has its own list and
   * looks first.
   */
  Optional<Set<String>> origins();

  /** Sockets of one user at a time, on one pod. */
  @WithDefault("20")
  @Min(1)
  int perUser();

  /** Sockets of one address (IPv6: of one /64 network) at a time, on one pod; many may share it. */
  @WithDefault("1000")
  @Min(1)
  int perAddress();

  /** How often each socket is pinged. */
  @WithDefault("20s")
  Duration pingInterval();

  /** After which a socket that nothing came from, not even an answer to a ping, is closed. */
  @WithDefault("50s")
  Duration silence();

  /** What may wait for one socket; more means that its client is too slow. */
  @WithDefault("512K")
  MemorySize queue();

  /** How many frames one socket may send. */
  FrameLimit frames();

  /** Clients that must connect again are spread over so much time. */
  @WithDefault("5s")
  Duration reconnectSpread();

  /** A token bucket; what comes without a token is refused, and what goes on is cut off. */
  interface FrameLimit {
    /** So many at once. */
    @WithDefault("40")
    @Min(1)
    int burst();

    /** Refilled evenly with so many a second. */
    @WithDefault("10")
    @Min(1)
    int perSecond();

    /** Refused frames, less those taken since, at which the socket is closed. */
    @WithDefault("100")
    @Min(1)
    int patience();
  }
}
