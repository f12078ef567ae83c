package io.stallcast.notification;

import static java.util.stream.Collectors.toMap;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.database.Statements;
import io.stallcast.platform.event.auth.UserEvent.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** All recipients. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Recipients {
  private static final String KNOW =
      """
      insert into recipient (id, sequence, email, display_name, locale)
      values ($1, $2, $3, $4, $5)
      on conflict (id) do update
      set sequence = excluded.sequence, email = excluded.email,
          display_name = excluded.display_name, locale = excluded.locale
      where recipient.sequence < excluded.sequence and not recipient.erased
      """;
  private static final String ERASE =
      """
      insert into recipient (id, sequence, erased)
      values ($1, $2, true)
      on conflict (id) do update
      set sequence = excluded.sequence, email = null, display_name = null, locale = null,
          erased = true
      """;
  private static final String FIND =
      "select " + Recipient.COLUMNS + " from recipient r where r.id = any($1)";
  private static final String HOLD = FIND + " order by r.id for share";

  /** Takes over what an account says, unless something newer is known. */
  public Uni<Void> know(User user, long sequence) {
    return Statements.update(
            KNOW, user.id(), sequence, user.email(), user.displayName(), user.locale())
        .replaceWithVoid();
  }

  /** Forgets the person for good; waits for those who {@link #hold} them. */
  public Uni<Void> erase(UUID id, long sequence) {
    return Statements.update(ERASE, id, sequence).replaceWithVoid();
  }

  /** Those of them who are known, not to be erased before the unit of work ends. */
  public Uni<Map<UUID, Recipient>> hold(Collection<UUID> ids) {
    return select(HOLD, ids);
  }

  /** The recipient, or empty where not known yet. */
  public Uni<Optional<Recipient>> get(UUID id) {
    return select(FIND, List.of(id)).map(found -> Optional.ofNullable(found.get(id)));
  }

  private static Uni<Map<UUID, Recipient>> select(String sql, Collection<UUID> ids) {
    return Statements.select(sql, (Object) ids.stream().distinct().toArray(UUID[]::new))
        .map(rows ->
            rows.stream()
                .map(row -> Recipient.of(row, 0))
                .collect(toMap(Recipient::id, Function.identity())));
  }
}
