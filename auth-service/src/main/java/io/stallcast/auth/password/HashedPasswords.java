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
  private static final int SALT_BYTES = 16;

  private final HashingPool pool;
  private final PasswordRules rules;
  private final Argon2Cost cost;
  private final SecureRandom random = new SecureRandom();
  private final PasswordHash nobodys;

  HashedPasswords(HashingPool pool, PasswordRules rules, PasswordConfig config) {
    this.pool = pool;
    this.rules = rules;
    this.cost = config.cost();
    this.nobodys = PasswordHash.of(new String(new char[] {0}), salt(), cost);
  }

  @Override
  public void requireGood(String password, String email) {
    rules.require(normalised(password), email);
  }

  @Override
  public Uni<String> hash(String password) {
    return pool.run(() -> PasswordHash.of(normalised(password), salt(), cost).phc());
  }

  @Override
  public Uni<Verdict> verify(String password, Optional<String> hash) {
    return pool.run(() ->
        hash.map(phc -> compare(normalised(password), PasswordHash.parse(phc)))
            .orElseGet(() -> compareWithNobodys(normalised(password))));
  }

  private Verdict compare(String password, PasswordHash hash) {
    if (!hash.matches(password)) {
      return Verdict.WRONG;
    }
    return hash.costs(cost) ? Verdict.RIGHT : Verdict.RIGHT_BUT_DATED;
  }

  private Verdict compareWithNobodys(String password) {
    compare(password, nobodys);
    return Verdict.WRONG;
  }

  private byte[] salt() {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    return salt;
  }

  private static String normalised(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
