package io.stallcast.gateway.forwarding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How requests are handed on, whichever the upstream. */
@ConfigMapping(prefix = "stallcast.gateway.forwarding")
public interface ForwardingConfig {

  /** How long a client may pause while it sends a body. */
  @WithDefault("20s")
  Duration clientPause();

  /** How many bytes of a body a client is to send each second on the whole, after such a pause. */
  @WithDefault("500")
  @Min(1)
  int bodyRate();
}
