package io.stallcast.notification.mailing;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.Bulkhead;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;

/** The server that takes our mail. It is tried once: what comes after is the job's to say. */
@ApplicationScoped
class MailServer {
  private final ReactiveMailer mailer;
  private final MailingConfig config;

  MailServer(ReactiveMailer mailer, MailingConfig config) {
    this.mailer = mailer;
    this.config = config;
  }

  /**
   * Sends a letter.
   *
   * @return fails with RefusedLetterException where another try is no use; after a timeout the
   *     server may have taken it all the same
   */
  @Timeout(value = 15, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(
      requestVolumeThreshold = 10,
      failureRatio = 0.5,
      delay = 15,
      delayUnit = ChronoUnit.SECONDS,
      skipOn = RefusedLetterException.class)
  @Bulkhead(32)
  Uni<Void> take(Letter letter) {
    return mailer
        .send(letter.toMail(config.mail().domain()))
        .onFailure()
        .transform(RefusedLetterException::orElse);
  }
}
