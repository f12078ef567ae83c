package io.stallcast.auth;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/**
 * Hashes and verifies passwords, away from the event loop. Where more are waiting than the pool
 * takes, the answer is a 503 with {@code Retry-After}.
 */
public interface Passwords {
  /** What a verification found. */
  enum Verdict {
    WRONG,
    RIGHT,
    /** Right, but hashed at another cost than new ones are: hash it again. */
    RIGHT_BUT_DATED
  }

  /**
   * Refuses a password that is too short, too long, or among those that are tried first.
   *
   * @throws io.stallcast.platform.problem.ProblemException 400 that blames {@code password}
   */
  void requireGood(String password, String email);

  /** The PHC string of a new hash, with a salt of its own. */
  Uni<String> hash(String password);

  /**
   * Compares a password with a hash. Without a hash it computes one all the same, at the cost of
   * new ones, and finds {@code WRONG}: how long it takes does not tell whether there is an account.
   */
  Uni<Verdict> verify(String password, Optional<String> hash);
}
