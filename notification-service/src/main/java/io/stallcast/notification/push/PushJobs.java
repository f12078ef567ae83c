package io.stallcast.notification.push;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Jobs;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Language;
import io.stallcast.notification.push.PushJob.SendPush;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.inbox.Consumptions;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Comes for pushes that were put off, or left by a process that ended, while they are news. */
@ApplicationScoped
class PushJobs {
  private static final String FIND =
      """
      select j.ordinal, n.id, n.kind, n.content, r.locale,
             s.id, s.recipient_id, s.endpoint, s.p256dh, s.auth
      from unnest($1::uuid[], $2::uuid[]) with ordinality as j (notification_id, id, ordinal)
      join notification n on n.id = j.notification_id and n.created_at > $3
      join push_subscription s on s.id = j.id and s.recipient_id = n.recipient_id
      left join recipient r on r.id = n.recipient_id
      """;

  private final PushDispatch dispatch;
  private final PushConfig config;
  private final Clock clock;

  PushJobs(PushDispatch dispatch, PushConfig config, Clock clock) {
    this.dispatch = dispatch;
    this.config = config;
    this.clock = clock;
  }

  void consume(@Observes Consumptions consumptions) {
    consumptions.together(Jobs.of("pushes"), PushJob.class, this::apply);
  }

  private Uni<Void> apply(List<Envelope<PushJob>> jobs) {
    var oldest = clock.instant().minus(config.timeToLive()).atOffset(ZoneOffset.UTC);
    return Statements.select(
            FIND,
            Statements.column(jobs, job -> send(job).notificationId(), UUID[]::new),
            Statements.column(jobs, job -> send(job).subscriptionId(), UUID[]::new),
            oldest)
        .map(rows -> rows.stream().map(row -> push(row, jobs)).toList())
        .chain(dispatch::send);
  }

  private Push push(Object[] row, List<Envelope<PushJob>> jobs) {
    var job = jobs.get(((Long) row[0]).intValue() - 1);
    var locale = (String) row[4];
    return new Push(
        (UUID) row[1],
        Kind.valueOf((String) row[2]).read((JsonObject) row[3]),
        locale == null ? Language.ENGLISH : Language.of(locale),
        Subscriptions.of(row, 5),
        send(job).tries(),
        dispatch.lease(),
        job);
  }

  private static SendPush send(Envelope<PushJob> job) {
    return switch (job.data()) {
      case SendPush send -> send;
    };
  }
}
