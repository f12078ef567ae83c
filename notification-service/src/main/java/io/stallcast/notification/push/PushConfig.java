package io.stallcast.notification.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.stallcast.notification.RetryConfig;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** How notifications are pushed to browsers. */
@ConfigMapping(prefix = "stallcast.notification.push")
public interface PushConfig extends RetryConfig {

  /** The public VAPID key, base64url: what browsers subscribe with. None: no web push. */
  Optional<String> publicKey();

  /** The private key of the same pair, base64url; the same on all pods. */
  Optional<String> privateKey();

  /** Whom push services turn to. */
  @WithDefault("mailto:postmaster@stallcast.local")
  @Pattern(regexp = "(mailto:|https://).+", message = "must begin with mailto: or https://")
  String contact();

  /** The origins that are pushed to; {@code *.} stands for any host below. */
  @WithDefault(
      "https://fcm.googleapis.com,https://updates.push.services.mozilla.com,"
          + "https://*.push.apple.com,https://*.notify.windows.com")
  Set<String> services();

  /** How long a push service may keep a message for a browser that is not there. */
  @WithDefault("24h")
  Duration timeToLive();

  /** How long an answer of a push service is waited for. */
  @WithDefault("10s")
  Duration patience();

  /** How long a push service that fails is left alone. */
  @WithDefault("15s")
  Duration recovery();

  /** Subscriptions of one person; the oldest makes room. */
  @WithDefault("20")
  @Min(1)
  int perPerson();
}
