package io.stallcast.notification;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What people chose to be told. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Preferences {
  private static final String SELECT =
      """
      select recipient_id, kind, in_app, email, push from preference where recipient_id = any($1)
      """;
  private static final String DELETE = "delete from preference where recipient_id = $1";
  private static final String UPSERT =
      """
      insert into preference (recipient_id, kind, in_app, email, push)
      select $1, kind, in_app, email, push
      from jsonb_to_recordset($2) as chosen(kind text, in_app boolean, email boolean, push boolean)
      order by kind
      on conflict (recipient_id, kind) do update
      set in_app = excluded.in_app, email = excluded.email, push = excluded.push
      """;

  /** The channels of every kind, the defaults where nothing was chosen. */
  public Uni<Map<Kind, Channels>> of(UUID recipientId) {
    return of(List.of(recipientId)).map(chosen -> chosen.get(recipientId));
  }

  /** As the other, for each of several. */
  public Uni<Map<UUID, Map<Kind, Channels>>> of(Collection<UUID> recipientIds) {
    return Statements.select(SELECT, (Object) recipientIds.stream().distinct().toArray(UUID[]::new))
        .map(rows -> withDefaults(recipientIds, rows));
  }

  /** Replaces what a person chose; a kind left out goes back to its defaults. */
  public Uni<Void> replace(UUID recipientId, Map<Kind, Channels> chosen) {
    return deleteOf(recipientId)
        .chain(() -> Statements.update(UPSERT, recipientId, rows(chosen)))
        .replaceWithVoid();
  }

  /** Forgets what a person chose. */
  public Uni<Void> deleteOf(UUID recipientId) {
    return Statements.update(DELETE, recipientId).replaceWithVoid();
  }

  private static Map<UUID, Map<Kind, Channels>> withDefaults(
      Collection<UUID> recipientIds, List<Object[]> rows) {
    var chosen = new HashMap<UUID, Map<Kind, Channels>>();
    recipientIds.forEach(id -> chosen.put(id, defaults()));
    for (var row : rows) {
      chosen.get((UUID) row[0]).put(Kind.valueOf((String) row[1]), channels(row));
    }
    return chosen;
  }

  private static Map<Kind, Channels> defaults() {
    var channels = new EnumMap<Kind, Channels>(Kind.class);
    for (var kind : Kind.values()) {
      channels.put(kind, kind.defaults());
    }
    return channels;
  }

  private static Channels channels(Object[] row) {
    return new Channels((Boolean) row[2], (Boolean) row[3], (Boolean) row[4]);
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
        .put("push", channels.push());
  }
}
