package io.stallcast.auth.account;

import io.smallrye.mutiny.Uni;
import io.stallcast.auth.Account;
import io.stallcast.auth.Accounts;
import io.stallcast.auth.AuthConfig;
import io.stallcast.auth.AuthProblem;
import io.stallcast.platform.event.auth.UserEvent;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** What people do with their own account. */
@ApplicationScoped
class OwnAccount {
  private final Accounts accounts;
  private final UnitOfWork unitOfWork;
  private final Set<String> selfServiceRoles;

  OwnAccount(Accounts accounts, UnitOfWork unitOfWork, AuthConfig config) {
    this.accounts = accounts;
    this.unitOfWork = unitOfWork;
    this.selfServiceRoles = config.selfServiceRoles().orElse(Set.of());
  }

  Uni<Account> show(UUID id) {
    return unitOfWork.read(() -> accounts.get(id));
  }

  /** Changes the profile, or fails with 412 where {@code version} is not the present one. */
  Uni<Account> change(UUID id, ProfileChange change, long version) {
    return change(
        id,
        account ->
            publish(
                account, account.changeProfile(change.displayName(), change.locale(), version)));
  }

  /** Adds a role that the operator leaves to everyone; the next access token carries it. */
  Uni<Account> takeRole(UUID id, String role) {
    if (!selfServiceRoles.contains(role)) {
      return Uni.createFrom().failure(AuthProblem.ROLE_NOT_SELF_SERVICE.exception());
    }
    return change(
        id,
        account ->
            account
                .takeRole(role)
                .map(event -> publish(account, event))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Account> change(UUID id, Function<Account, Uni<Void>> verb) {
    return unitOfWork.commit(() -> accounts.hold(id).call(account -> verb.apply(account)));
  }

  private Uni<Void> publish(Account account, UserEvent event) {
    return accounts.publish(account, event);
  }
}
