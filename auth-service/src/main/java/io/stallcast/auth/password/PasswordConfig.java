package io.stallcast.auth.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.OptionalInt;

/** What a hash costs and how many are computed at once. The defaults are OWASP's. */
@ConfigMapping(prefix = "stallcast.auth.passwords")
public interface PasswordConfig {
  /** Memory of one hash in KiB. */
  @WithDefault("19456")
  @Min(8)
  @Max(1_048_576)
  int memoryKib();

  /** Passes over the memory. */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int iterations();

  /** Lanes of one hash; they are computed one after another. */
  @WithDefault("1")
  @Min(1)
  @Max(16)
  int parallelism();

  /** Hashes at once; as many as there are processors where absent. */
  OptionalInt workers();

  /** Hashes that may wait for a worker; the next one is answered 503. */
  @WithDefault("64")
  @Min(1)
  int waiting();

  /** The fewest characters of a new password. */
  @WithDefault("10")
  @Min(8)
  int minLength();

  /** The cost of new hashes. */
  default Argon2Cost cost() {
    return new Argon2Cost(memoryKib(), iterations(), parallelism());
  }
}
