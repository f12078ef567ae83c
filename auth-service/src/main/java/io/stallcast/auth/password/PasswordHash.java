package io.stallcast.auth.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash with everything that is needed to compute it again.
 *
 * @see <a href="https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md">PHC string
 *     format</a>
 */
final class PasswordHash {
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern PHC =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})"
              + "\\$([A-Za-z0-9+/]{11,64})\\$([A-Za-z0-9+/]{16,86})");
  private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getDecoder();

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(Argon2Cost cost, byte[] salt, byte[] hash) {
    this.cost = cost;
    this.salt = salt;
    this.hash = hash;
  }

  /** Computes the hash of a password. Takes long and much memory: not for event loops. */
  static PasswordHash of(String password, RandomGenerator random, Argon2Cost cost) {
    return of(password, bytes(random, SALT_BYTES), cost);
  }

  static PasswordHash of(String password, byte[] salt, Argon2Cost cost) {
    return new PasswordHash(cost, salt, compute(password, salt, cost, HASH_BYTES));
  }

  /** The hash of no password that anyone knows; comparing with it costs as much as with another. */
  static PasswordHash ofNobody(RandomGenerator random, Argon2Cost cost) {
    return new PasswordHash(cost, bytes(random, SALT_BYTES), bytes(random, HASH_BYTES));
  }

  /**
   * Reads a PHC string.
   *
   * @throws IllegalArgumentException if it is not one of Argon2id, version 19
   */
  static PasswordHash parse(String phc) {
    Matcher parts = PHC.matcher(phc);
    if (!parts.matches()) {
      throw new IllegalArgumentException("Not a PHC string of Argon2id");
    }
    return new PasswordHash(
        new Argon2Cost(number(parts, 1), number(parts, 2), number(parts, 3)),
        DECODER.decode(parts.group(4)),
        DECODER.decode(parts.group(5)));
  }

  /** Whether this is the hash of {@code password}; costs as much as making it. */
  boolean matches(String password) {
    return MessageDigest.isEqual(hash, compute(password, salt, cost, hash.length));
  }

  boolean costs(Argon2Cost other) {
    return cost.equals(other);
  }

  /** The PHC string. */
  String phc() {
    return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
        .formatted(
            cost.memoryKib(),
            cost.iterations(),
            cost.parallelism(),
            ENCODER.encodeToString(salt),
            ENCODER.encodeToString(hash));
  }

  private static byte[] compute(String password, byte[] salt, Argon2Cost cost, int length) {
    var generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(cost.memoryKib())
            .withIterations(cost.iterations())
            .withParallelism(cost.parallelism())
            .withSalt(salt)
            .build());
    byte[] hash = new byte[length];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static byte[] bytes(RandomGenerator random, int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
