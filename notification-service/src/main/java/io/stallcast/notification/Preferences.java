package io.stallcast.notification;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Habits.Quiet;
import io.stallcast.platform.database.Statements;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What people chose to be told. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Preferences {
  private static final String SELECT =
      """
      select recipient_id, kind, in_app, email, push, digest,
             time_zone, quiet_from, quiet_to, digest_at
      from (select * from preference where recipient_id = any($1)) as p
      full join (select * from habit where recipient_id = any($1)) as h using (recipient_id)
      """;
  private static final String DELETE = "delete from preference where recipient_id = $1";
  private static final String UPSERT =
      """
      insert into preference (recipient_id, kind, in_app, email, push, digest)
      select $1, kind, in_app, email, push, digest
      from jsonb_to_recordset($2) as chosen(
        kind text, in_app boolean, email boolean, push boolean, digest boolean)
      order by kind
      on conflict (recipient_id, kind) do update
      set in_app = excluded.in_app, email = excluded.email, push = excluded.push,
          digest = excluded.digest
      """;

  private static final String KEEP =
      """
      insert into habit (recipient_id, time_zone, quiet_from, quiet_to, digest_at)
      values ($1, $2, $3, $4, $5)
      on conflict (recipient_id) do update
      set time_zone = excluded.time_zone, quiet_from = excluded.quiet_from,
          quiet_to = excluded.quiet_to, digest_at = excluded.digest_at
      """;
  private static final String DELETE_HABITS = "delete from habit where recipient_id = $1";

  /** What someone chose, with the defaults where that was nothing. */
  public Uni<Choices> of(UUID recipientId) {
    return of(List.of(recipientId)).map(chosen -> chosen.get(recipientId));
  }

  /** As the other, for each of several. */
  public Uni<Map<UUID, Choices>> of(Collection<UUID> recipientIds) {
    return Statements.select(SELECT, (Object) recipientIds.stream().distinct().toArray(UUID[]::new))
        .map(rows -> withDefaults(recipientIds, rows));
  }

  /** Replaces what a person chose; a kind left out goes back to its defaults. */
  public Uni<Void> replace(UUID recipientId, Map<Kind, Channels> chosen) {
    return Statements.update(DELETE, recipientId)
        .chain(() -> Statements.update(UPSERT, recipientId, rows(chosen)))
        .replaceWithVoid();
  }

  /** Replaces when a person wants to be told. */
  public Uni<Void> keep(UUID recipientId, Habits habits) {
    var quiet = habits.quiet();
    return Statements.update(
            KEEP,
            recipientId,
            habits.zone().getId(),
            quiet.map(Quiet::from).orElse(null),
            quiet.map(Quiet::to).orElse(null),
            habits.digestAt())
        .replaceWithVoid();
  }

  /** Forgets what a person chose. */
  public Uni<Void> deleteOf(UUID recipientId) {
    return Statements.update(DELETE, recipientId)
        .chain(() -> Statements.update(DELETE_HABITS, recipientId))
        .replaceWithVoid();
  }

  private static Map<UUID, Choices> withDefaults(
      Collection<UUID> recipientIds, List<Object[]> rows) {
    var byPerson = rows.stream().collect(groupingBy(row -> (UUID) row[0]));
    return recipientIds.stream()
        .distinct()
        .collect(toMap(id -> id, id -> choices(byPerson.getOrDefault(id, List.of()))));
  }

  private static Choices choices(List<Object[]> rows) {
    var channels = defaults();
    rows.stream()
        .filter(row -> row[1] != null)
        .forEach(row -> channels.put(Kind.valueOf((String) row[1]), channels(row)));
    var habits = rows.stream().filter(row -> row[6] != null).findFirst();
    return new Choices(channels, habits.map(Preferences::habits).orElse(Habits.DEFAULTS));
  }

  private static Habits habits(Object[] row) {
    var from = Optional.ofNullable((LocalTime) row[7]);
    return new Habits(
        ZoneId.of((String) row[6]),
        from.map(begin -> new Quiet(begin, (LocalTime) row[8])),
        (LocalTime) row[9]);
  }

  private static Map<Kind, Channels> defaults() {
    var channels = new EnumMap<Kind, Channels>(Kind.class);
    Arrays.stream(Kind.values())
        .filter(Kind::isChosen)
        .forEach(kind -> channels.put(kind, kind.defaults()));
    return channels;
  }

  private static Channels channels(Object[] row) {
    return new Channels((Boolean) row[2], (Boolean) row[3], (Boolean) row[4], (Boolean) row[5]);
  }

  private static JsonArray rows(Map<Kind, Channels> chosen) {
    var rows = new JsonArray();
    chosen.forEach((kind, channels) -> rows.add(row(kind, channels)));
    return rows;
  }

  private static JsonObject row(Kind kind, Channels channels) {
    return new JsonObject()
        .put("kind", kind.name())
        .put("in_app", channels.inApp())
        .put("email", channels.email())
        .put("push", channels.push())
        .put("digest", channels.digest());
  }
}
