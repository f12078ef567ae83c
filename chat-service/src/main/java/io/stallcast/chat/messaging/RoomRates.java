package io.stallcast.chat.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.stallcast.chat.ChatConfig;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/** How much is said in rooms on this pod. Safe for use by several threads. */
@ApplicationScoped
class RoomRates {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Cache<Object, Bucket> buckets =
      Caffeine.newBuilder().expireAfterAccess(Duration.ofMinutes(5)).build();
  private final ChatConfig config;

  RoomRates(ChatConfig config) {
    this.config = config;
  }

  private record UserInRoom(UUID userId, UUID roomId) {}

  /**
   * Counts one more of somebody's.
   *
   * @throws ProblemException 429 where that is too much
   */
  void require(UUID roomId, UUID userId) {
    var user = buckets.get(new UserInRoom(userId, roomId), key -> ofUser());
    if (!user.tryConsume(1)) {
      throw tooMuch("You write too fast.");
    }
    if (!buckets.get(roomId, key -> ofRoom()).tryConsume(1)) {
      throw tooMuch("Too much is written here at once.");
    }
  }

  private Bucket ofUser() {
    return bucket(config.perUser().burst(), config.perUser().perSecond());
  }

  private Bucket ofRoom() {
    return bucket(config.perRoom().burst(), config.perRoom().perSecond());
  }

  private static Bucket bucket(int burst, int perSecond) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, SECOND))
        .build();
  }

  private static ProblemException tooMuch(String detail) {
    return new ProblemException(StandardProblem.TOO_MANY_REQUESTS, detail).withRetryAfter(SECOND);
  }
}
