package io.stallcast.auth.session;

import io.smallrye.mutiny.Uni;
import io.stallcast.auth.AccessTokens;
import io.stallcast.auth.Account;
import io.stallcast.auth.Accounts;
import io.stallcast.auth.AuthProblem;
import io.stallcast.auth.Guesses;
import io.stallcast.auth.Passwords;
import io.stallcast.auth.Passwords.Verdict;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;

/** Signs a person in with a password. No database connection is held while it is hashed. */
@ApplicationScoped
class SigningIn {
  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final Guesses guesses;
  private final AccessTokens accessTokens;
  private final UnitOfWork unitOfWork;
  private final SessionConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SigningIn(
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      Guesses guesses,
      AccessTokens accessTokens,
      UnitOfWork unitOfWork,
      SessionConfig config,
      Clock clock) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.guesses = guesses;
    this.accessTokens = accessTokens;
    this.unitOfWork = unitOfWork;
    this.config = config;
    this.clock = clock;
  }

  /** New tokens, or {@code bad_credentials}, the same way for an account that does not exist. */
  Uni<Tokens> signIn(Credentials credentials, Device device) {
    return guesses
        .guard(credentials.email(), device.network(), () -> verified(credentials))
        .chain(account -> openSession(account, device));
  }

  private Uni<Account> verified(Credentials credentials) {
    return unitOfWork
        .read(() -> accounts.withEmail(credentials.email()))
        .chain(found ->
            passwords
                .verify(credentials.password(), found.map(Account::passwordHash))
                .chain(verdict -> accepted(verdict, found, credentials)));
  }

  private Uni<Account> accepted(Verdict verdict, Optional<Account> found, Credentials credentials) {
    return switch (verdict) {
      case WRONG -> Uni.createFrom().failure(AuthProblem.BAD_CREDENTIALS.exception());
      case RIGHT -> Uni.createFrom().item(found.orElseThrow());
      case RIGHT_BUT_DATED -> rehashed(found.orElseThrow(), credentials.password());
    };
  }

  private Uni<Account> rehashed(Account account, String password) {
    return passwords
        .hash(password)
        .chain(hash ->
            unitOfWork.commit(() -> accounts.hold(account.id()).invoke(held -> held.rehash(hash))));
  }

  private Uni<Tokens> openSession(Account account, Device device) {
    RefreshToken token = RefreshToken.first(random);
    Session session =
        Session.start(
            Identifiers.next(), account.id(), device.userAgent(), clock.instant(), config);
    return unitOfWork
        .commit(() -> sessions.add(session, token))
        .map(added -> Tokens.of(accessTokens.issue(account, session.id()), token));
  }
}
