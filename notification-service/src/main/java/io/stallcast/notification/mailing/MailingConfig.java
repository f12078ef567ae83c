package io.stallcast.notification.mailing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.stallcast.notification.RetryConfig;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;

/** How e-mails are written and sent; the server itself is {@code quarkus.mailer}'s. */
@ConfigMapping(prefix = "stallcast.notification")
public interface MailingConfig {
  /** The origin that links in e-mails lead to: the web UI's. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /** Sending. */
  Mail mail();

  /** How e-mails are sent. */
  interface Mail extends RetryConfig {
    /** The right side of Message-IDs. */
    @WithDefault("stallcast.local")
    @NotBlank
    String domain();
  }
}
