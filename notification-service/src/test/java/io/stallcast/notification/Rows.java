package io.stallcast.notification;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** What the database holds, for what no client can see. */
@ApplicationScoped
public class Rows {
  private static final Duration SOON = Duration.ofSeconds(10);

  private final Pool pool;

  Rows(Pool pool) {
    this.pool = pool;
  }

  public List<String> emailStates(UUID recipientId) {
    return strings(
        """
        select concat_ws(' ', e.status, e.failure)
        from email e join notification n on n.id = e.notification_id
        where n.recipient_id = $1 order by e.id
        """,
        recipientId);
  }

  public UUID emailOf(UUID recipientId) {
    return UUID.fromString(
        strings(
                """
                select e.id::text from email e join notification n on n.id = e.notification_id
                where n.recipient_id = $1
                """,
                recipientId)
            .getFirst());
  }

  public List<String> tries(UUID recipientId) {
    return strings(
        """
        select concat_ws(' ', t.outcome, nullif(t.detail, '')) from email_try t
        join email e on e.id = t.email_id join notification n on n.id = e.notification_id
        where n.recipient_id = $1 order by t.id
        """,
        recipientId);
  }

  /** As after a crash between the server's answer and the commit. */
  public void forgetSending(UUID emailId) {
    run("update email set status = 'QUEUED', ended_at = null where id = $1", emailId);
  }

  /** As the inbox does with old rows. */
  public void purgeInbox(UUID eventId) {
    run("delete from inbox where event_id = $1", eventId);
  }

  /** As another one does whose word is lost. */
  public void markAllRead(UUID recipientId) {
    run("update notification set read_at = now() where recipient_id = $1", recipientId);
  }

  public long timersOf(UUID emailId) {
    return strings("select timer_key::text from outbox where timer_key = $1", "email-" + emailId)
        .size();
  }

  /** Those of the notifications that someone was told, or was to be pushed. */
  public long pushTimersOf(UUID recipientId) {
    return strings(
            """
            select o.timer_key::text from outbox o
            join notification n on o.timer_key like 'push-' || n.id || '-%'
            where n.recipient_id = $1
            """,
            recipientId)
        .size();
  }

  /** Has what waits for the end of quiet hours come now. */
  public void endQuietHours(UUID recipientId) {
    run(
        """
        update outbox o set deliver_at = now() from notification n
        left join email e on e.notification_id = n.id
        where n.recipient_id = $1
          and (o.timer_key = 'email-' || e.id or o.timer_key like 'push-' || n.id || '-%')
        """,
        recipientId);
  }

  /** Has the digest that is open come now. */
  public void endDigest(UUID recipientId) {
    run(
        """
        update outbox o set deliver_at = now() from digest d
        where d.recipient_id = $1 and o.timer_key = 'digest-' || d.id
        """,
        recipientId);
  }

  public Optional<UUID> digestOf(UUID recipientId) {
    return strings("select id::text from digest where recipient_id = $1", recipientId).stream()
        .map(UUID::fromString)
        .findFirst();
  }

  /** The orders that each digest told of, as a text. */
  public List<String> digestsOf(UUID recipientId) {
    return strings(
        """
        select string_agg(entry -> 'content' ->> 'orderId', ' ' order by ordinal)
        from notification n,
             jsonb_array_elements(n.content -> 'entries') with ordinality as e (entry, ordinal)
        where n.recipient_id = $1 and n.kind = 'DIGEST'
        group by n.id order by n.id
        """,
        recipientId);
  }

  public List<String> everythingOf(UUID recipientId) {
    return strings(
        """
        select 'notification' from notification where recipient_id = $1
        union all select 'preference' from preference where recipient_id = $1
        union all select 'push_subscription' from push_subscription where recipient_id = $1
        union all select 'habit' from habit where recipient_id = $1
        union all select 'digest' from digest where recipient_id = $1
        union all select 'follow' from follow where $1 in (follower_id, creator_id)
        union all select concat_ws(' ', 'recipient', email, display_name, locale)
                  from recipient where id = $1
        """,
        recipientId);
  }

  public List<UUID> followersOf(UUID creatorId) {
    return strings(
            "select follower_id::text from follow where creator_id = $1 and active", creatorId)
        .stream()
        .map(UUID::fromString)
        .toList();
  }

  private List<String> strings(String sql, Object parameter) {
    var rows = pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().atMost(SOON);
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getString(0)).toList();
  }

  private void run(String sql, Object parameter) {
    pool.preparedQuery(sql).execute(Tuple.of(parameter)).await().atMost(SOON);
  }
}
