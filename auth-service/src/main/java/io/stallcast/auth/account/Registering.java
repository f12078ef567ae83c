package io.stallcast.auth.account;

import io.smallrye.mutiny.Uni;
import io.stallcast.auth.Account;
import io.stallcast.auth.Accounts;
import io.stallcast.auth.Passwords;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Makes an account of a registration. */
@ApplicationScoped
class Registering {
  private final Accounts accounts;
  private final Passwords passwords;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  Registering(Accounts accounts, Passwords passwords, UnitOfWork unitOfWork, Clock clock) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /** The new account, or {@code email_taken}. */
  Uni<Account> register(Registration registration) {
    passwords.requireGood(registration.password(), registration.email());
    return passwords
        .hash(registration.password())
        .map(hash -> newAccount(registration, hash))
        .chain(account -> unitOfWork.commit(() -> accounts.add(account)));
  }

  private Account newAccount(Registration registration, String hash) {
    return Account.register(
        Identifiers.next(),
        registration.email(),
        registration.displayName().strip(),
        hash,
        List.of(),
        clock.instant());
  }
}
