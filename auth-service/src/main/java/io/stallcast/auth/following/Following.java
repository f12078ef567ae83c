package io.stallcast.auth.following;

import io.smallrye.mutiny.Uni;
import io.stallcast.auth.Account;
import io.stallcast.auth.Accounts;
import io.stallcast.auth.AuthProblem;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.FollowEvent;
import io.stallcast.platform.event.auth.FollowEvent.Pair;
import io.stallcast.platform.event.auth.FollowEvent.UserFollowed;
import io.stallcast.platform.event.auth.FollowEvent.UserUnfollowed;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Begins and ends following; again is no harm, and no news. */
@ApplicationScoped
class Following {
  private final Accounts accounts;
  private final Follows follows;
  private final Outbox outbox;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  Following(Accounts accounts, Follows follows, Outbox outbox, UnitOfWork unitOfWork, Clock clock) {
    this.accounts = accounts;
    this.follows = follows;
    this.outbox = outbox;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** Fails with a 404 where there is no such creator, and with a 422 where it is oneself. */
  Uni<Void> follow(Pair pair) {
    if (pair.followerId().equals(pair.creatorId())) {
      return Uni.createFrom().failure(AuthProblem.FOLLOWING_ONESELF.exception());
    }
    var since = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var news = new UserFollowed(pair.followerId(), pair.creatorId(), since);
    return unitOfWork.commit(() ->
        accounts
            .get(pair.creatorId())
            .invoke(Following::requireCreator)
            .chain(() -> follows.begin(pair.followerId(), pair.creatorId(), since))
            .chain(version -> publish(pair, version, news)));
  }

  Uni<Void> unfollow(Pair pair) {
    return unitOfWork.commit(() ->
        follows
            .end(pair.followerId(), pair.creatorId())
            .chain(version -> publish(pair, version, new UserUnfollowed())));
  }

  private Uni<Void> publish(Pair pair, Optional<Long> version, FollowEvent news) {
    return version
        .map(v -> outbox.append(OutboxMessage.of(Topic.FOLLOW_EVENTS, pair.subject(), v, news)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private static void requireCreator(Account account) {
    if (!account.isCreator()) {
      throw ProblemException.notFound("creator");
    }
  }
}
