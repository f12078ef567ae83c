package io.stallcast.auth.password;

import io.smallrye.mutiny.Uni;
import io.stallcast.auth.Passwords;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Optional;

/** Passwords as Argon2id hashes; compared in Unicode's NFKC form, as keyboards differ. */
@ApplicationScoped
class HashedPasswords implements Passwords {
  private final HashingPool pool;
  private final PasswordRules rules;
  private final Argon2Cost cost;
  private final SecureRandom random = new SecureRandom();
  private final PasswordHash nobodys;

  HashedPasswords(HashingPool pool, PasswordRules rules, PasswordConfig config) {
    this.pool = pool;
    this.rules = rules;
    this.cost = config.cost();
    this.nobodys = PasswordHash.ofNobody(random, cost);
  }

  @Override
  public void requireGood(String password, String email) {
    rules.require(normalised(password), email);
  }

  @Override
  public Uni<String> hash(String password) {
    return pool.run(() -> PasswordHash.of(normalised(password), random, cost).phc());
  }

  @Override
  public Uni<Verdict> verify(String password, Optional<String> hash) {
    return pool.run(
        () -> compare(normalised(password), hash.map(PasswordHash::parse).orElse(nobodys)));
  }

  private Verdict compare(String password, PasswordHash hash) {
    if (!hash.matches(password)) {
      return Verdict.WRONG;
    }
    return hash.costs(cost) ? Verdict.RIGHT : Verdict.RIGHT_BUT_DATED;
  }

  private static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
