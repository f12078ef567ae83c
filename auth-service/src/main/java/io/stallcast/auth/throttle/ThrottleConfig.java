package io.stallcast.auth.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How many guesses a window has. */
@ConfigMapping(prefix = "stallcast.auth.throttle")
public interface ThrottleConfig {
  /** How long guesses are counted together; also the longest wait. */
  @WithDefault("PT15M")
  Duration window();

  /** Wrong guesses, and attempts under way, for one account. */
  @WithDefault("10")
  @Min(1)
  int perAccount();

  /** Wrong guesses, and attempts under way, from one address (one network of IPv6). */
  @WithDefault("100")
  @Min(1)
  int perAddress();
}
