package io.stallcast.notification.telling;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Jobs;
import io.stallcast.notification.Notifications;
import io.stallcast.notification.Occasion.CreatorLive;
import io.stallcast.notification.Recipient;
import io.stallcast.notification.Recipients;
import io.stallcast.notification.telling.CreatorJob.ForgetCreator;
import io.stallcast.notification.telling.CreatorJob.TellFollowers;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.inbox.Consumptions;
import io.stallcast.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;

/**
 * Goes through a creator's followers by their ids. What is done for some of them commits together
 * with the job for the next, so that a crash repeats nothing and leaves nobody out.
 */
@ApplicationScoped
class CreatorJobs {

  private final Follows follows;
  private final Recipients recipients;
  private final Notifications notifications;
  private final Telling telling;
  private final Outbox outbox;
  private final Freshness freshness;
  private final TellingConfig config;

  CreatorJobs(
      Follows follows,
      Recipients recipients,
      Notifications notifications,
      Telling telling,
      Outbox outbox,
      Freshness freshness,
      TellingConfig config) {
    this.follows = follows;
    this.recipients = recipients;
    this.notifications = notifications;
    this.telling = telling;
    this.outbox = outbox;
    this.freshness = freshness;
    this.config = config;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.apart(Jobs.of("creators"), CreatorJob.class, this::apply);
  }

  private Uni<Void> apply(Envelope<CreatorJob> job) {
    return switch (job.data()) {
      case TellFollowers tell ->
          freshness.has(tell.startedAt()) ? tell(tell, job) : Uni.createFrom().voidItem();
      case ForgetCreator forget -> forget(forget, job);
    };
  }

  private Uni<Void> tell(TellFollowers tell, Envelope<CreatorJob> job) {
    return follows
        .of(tell.creatorId(), tell.after(), config.batch())
        .chain(followers -> followers.isEmpty() ? done() : tell(tell, followers, job));
  }

  private Uni<Void> tell(TellFollowers tell, List<UUID> followers, Envelope<CreatorJob> job) {
    return occasion(tell)
        .map(live ->
            followers.stream()
                .map(follower -> new Tidings(tell.eventId(), job, follower, live))
                .toList())
        .chain(telling::tell)
        .chain(() -> followers.size() < config.batch() ? done() : next(tell, followers, job));
  }

  private Uni<CreatorLive> occasion(TellFollowers tell) {
    return recipients
        .get(tell.creatorId())
        .map(creator -> creator.map(Recipient::displayName).orElse(null))
        .map(name -> new CreatorLive(tell.streamId(), tell.creatorId(), name, tell.title()));
  }

  private Uni<Void> next(TellFollowers tell, List<UUID> followers, Envelope<CreatorJob> job) {
    return outbox.append(tell.from(followers.getLast()).now().causedBy(job));
  }

  private Uni<Void> forget(ForgetCreator forget, Envelope<CreatorJob> job) {
    return follows
        .deleteOf(forget.creatorId(), config.batch())
        .chain(following ->
            notifications
                .deleteAbout(forget.creatorId(), config.batch())
                .chain(told ->
                    following + told == 0 ? done() : outbox.append(forget.now().causedBy(job))));
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }
}
