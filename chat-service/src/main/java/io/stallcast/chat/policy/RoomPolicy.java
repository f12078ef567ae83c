package io.stallcast.chat.policy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import io.stallcast.chat.Admission;
import io.stallcast.chat.Author;
import io.stallcast.chat.ChatProblem;
import io.stallcast.chat.LiveRoom;
import io.stallcast.chat.MessagePolicy;
import io.stallcast.chat.RoomState;
import io.stallcast.chat.Rules.Writers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Judges by what the room's log says of its rules. */
@ApplicationScoped
class RoomPolicy implements MessagePolicy {
  private final Followers followings;
  private final Admission admission;

  /** Who may write; whoever may not is looked up again. */
  private final Cache<Standing, Boolean> known =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(30)).maximumSize(100_000).build();

  private final Cache<List<String>, WordFilter> filters =
      Caffeine.newBuilder().maximumSize(1000).build();

  RoomPolicy(Followers followings, Admission admission) {
    this.followings = followings;
    this.admission = admission;
  }

  private record Standing(UUID roomId, UUID userId, Writers writers) {}

  @Override
  public Uni<Void> judge(LiveRoom room, Author author, String text) {
    if (author.presides()) {
      return Uni.createFrom().voidItem();
    }
    var rules = room.look(RoomState::rules);
    if (!rules.links() && Links.isIn(text)) {
      return Uni.createFrom().failure(ChatProblem.LINK_REFUSED.because(null));
    }
    if (!rules.words().isEmpty() && filters.get(rules.words(), WordFilter::of).finds(text)) {
      return Uni.createFrom().failure(ChatProblem.WORD_REFUSED.because(null));
    }
    return requireWriter(new Standing(room.id(), author.id(), rules.writers()), room);
  }

  private Uni<Void> requireWriter(Standing standing, LiveRoom room) {
    if (standing.writers() == Writers.EVERYBODY || known.getIfPresent(standing) != null) {
      return Uni.createFrom().voidItem();
    }
    return isWriter(standing, room)
        .invoke(allowed -> {
          if (!allowed) {
            throw refusal(standing.writers());
          }
          known.put(standing, true);
        })
        .replaceWithVoid();
  }

  private Uni<Boolean> isWriter(Standing standing, LiveRoom room) {
    return switch (standing.writers()) {
      case EVERYBODY -> Uni.createFrom().item(true);
      case FOLLOWERS -> followings.follows(standing.userId(), room.room().creatorId());
      case OWNERS ->
          room.room().isFree()
              ? Uni.createFrom().item(false)
              : admission.admits(room.room(), Optional.of(standing.userId()));
    };
  }

  private static RuntimeException refusal(Writers writers) {
    return writers == Writers.FOLLOWERS
        ? ChatProblem.FOLLOWERS_ONLY.because(null)
        : ChatProblem.OWNERS_ONLY.because(null);
  }
}
