package io.stallcast.auth;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent;
import io.stallcast.platform.outbox.Outbox;
import io.stallcast.platform.outbox.OutboxMessage;
import io.stallcast.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** All accounts. Every method belongs into a unit of work. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
  private final Outbox outbox;

  Accounts(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Adds and announces an account.
   *
   * @return fails with {@code email_taken} where the address is another one's in any case: the
   *     database decides, so that it holds for two who ask at once
   */
  public Uni<Account> add(Account account) {
    return persistAndFlush(account)
        .onFailure(ConstraintViolationException.class)
        .transform(duplicate -> AuthProblem.EMAIL_TAKEN.exception())
        .call(() -> publish(account, account.created()));
  }

  /** The account of that address, whatever its case. */
  public Uni<Optional<Account>> withEmail(String email) {
    return find("lower(email) = lower(?1)", email).firstResult().map(Optional::ofNullable);
  }

  /** The account, or a 404. */
  public Uni<Account> get(UUID id) {
    return findById(id).onItem().ifNull().failWith(Accounts::unknown);
  }

  /** The account, held against other changes until the unit of work ends, or a 404. */
  public Uni<Account> hold(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE)
        .onItem()
        .ifNull()
        .failWith(Accounts::unknown);
  }

  /** Announces a change of an account that is held. */
  public Uni<Void> publish(Account account, UserEvent event) {
    return flush()
        .chain(() ->
            outbox.append(
                OutboxMessage.of(Topic.USER_EVENTS, account.id(), account.sequence(), event)));
  }

  private static ProblemException unknown() {
    return ProblemException.notFound("account");
  }
}
