package io.stallcast.notification;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.auth.UserEvent.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** All recipients. Its methods take part in the unit of work or session under way. */
@ApplicationScoped
public class Recipients implements PanacheRepositoryBase<Recipient, UUID> {
  private static final String KNOW =
      """
      insert into recipient (id, sequence, email, display_name, locale)
      values (?1, ?2, ?3, ?4, ?5)
      on conflict (id) do update
      set sequence = excluded.sequence, email = excluded.email,
          display_name = excluded.display_name, locale = excluded.locale
      where recipient.sequence < excluded.sequence and not recipient.erased
      """;
  private static final String ERASE =
      """
      insert into recipient (id, sequence, erased)
      values (?1, ?2, true)
      on conflict (id) do update
      set sequence = excluded.sequence, email = null, display_name = null, locale = null,
          erased = true
      """;

  /** Takes over what an account says, unless something newer is known. */
  public Uni<Void> know(User user, long sequence) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(KNOW)
                .setParameter(1, user.id())
                .setParameter(2, sequence)
                .setParameter(3, user.email())
                .setParameter(4, user.displayName())
                .setParameter(5, user.locale())
                .executeUpdate())
        .replaceWithVoid();
  }

  /** Forgets the person for good; waits for those who {@link #hold} them. */
  public Uni<Void> erase(UUID id, long sequence) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(ERASE)
                .setParameter(1, id)
                .setParameter(2, sequence)
                .executeUpdate())
        .replaceWithVoid();
  }

  /** The recipient, not to be erased before the unit of work ends; empty where not known yet. */
  public Uni<Optional<Recipient>> hold(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_READ).map(Optional::ofNullable);
  }

  /** The recipient, or empty where not known yet. */
  public Uni<Optional<Recipient>> get(UUID id) {
    return findById(id).map(Optional::ofNullable);
  }
}
