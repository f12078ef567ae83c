package io.stallcast.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people chose to be told. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Preferences {
  private static final String SELECT = "from Preference where recipientId = ?1";
  private static final String DELETE = "delete from preference where recipient_id = ?1";
  private static final String UPSERT =
      """
      insert into preference (recipient_id, kind, in_app, email, push)
      select ?1, kind, in_app, email, push
      from jsonb_to_recordset(cast(cast(?2 as text) as jsonb))
           as chosen(kind text, in_app boolean, email boolean, push boolean)
      order by kind
      on conflict (recipient_id, kind) do update
      set in_app = excluded.in_app, email = excluded.email, push = excluded.push
      """;

  /** The channels of every kind, the defaults where nothing was chosen. */
  public Uni<Map<Kind, Channels>> of(UUID recipientId) {
    return Panache.getSession()
        .chain(session ->
            session
                .createSelectionQuery(SELECT, Preference.class)
                .setParameter(1, recipientId)
                .getResultList())
        .map(Preferences::withDefaults);
  }

  /** Replaces what a person chose; a kind left out goes back to its defaults. */
  public Uni<Void> replace(UUID recipientId, Map<Kind, Channels> chosen) {
    return deleteOf(recipientId)
        .chain(Panache::getSession)
        .chain(session -> insert(session, recipientId, rows(chosen)));
  }

  /** Forgets what a person chose. */
  public Uni<Void> deleteOf(UUID recipientId) {
    return Panache.getSession()
        .chain(s -> s.createNativeQuery(DELETE).setParameter(1, recipientId).executeUpdate())
        .replaceWithVoid();
  }

  private static Uni<Void> insert(Mutiny.Session session, UUID recipientId, JsonArray rows) {
    return session
        .createNativeQuery(UPSERT)
        .setParameter(1, recipientId)
        .setParameter(2, rows.encode())
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Map<Kind, Channels> withDefaults(List<Preference> rows) {
    var channels = new EnumMap<Kind, Channels>(Kind.class);
    for (var kind : Kind.values()) {
      channels.put(kind, Channels.DEFAULTS);
    }
    rows.forEach(row -> channels.put(row.kind(), row.channels()));
    return channels;
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
