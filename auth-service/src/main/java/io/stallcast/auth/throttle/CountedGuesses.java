package io.stallcast.auth.throttle;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.stallcast.auth.AuthProblem;
import io.stallcast.auth.Guesses;
import io.stallcast.auth.throttle.GuessWindows.Window;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Supplier;

/** Guesses counted in windows; the address first, so that a flood of one burdens no account. */
@ApplicationScoped
class CountedGuesses implements Guesses {
  private final GuessWindows windows;
  private final ThrottleConfig config;
  private final Clock clock;

  CountedGuesses(GuessWindows windows, ThrottleConfig config, Clock clock) {
    this.windows = windows;
    this.config = config;
    this.clock = clock;
  }

  @Override
  public <T> Uni<T> guard(String account, String address, Supplier<Uni<T>> attempt) {
    String accounts = subject("account", account.toLowerCase(Locale.ROOT));
    String addresses = subject("address", address);
    return take(addresses, config.perAddress())
        .chain(() ->
            given(
                addresses,
                () -> take(accounts, config.perAccount()).chain(() -> given(accounts, attempt))));
  }

  /** Runs what a guess was taken for; gives it back unless it was a wrong one. */
  private <T> Uni<T> given(String subject, Supplier<Uni<T>> attempt) {
    return Uni.createFrom()
        .deferred(() -> attempt.get())
        .onItemOrFailure()
        .call((item, failure) ->
            counts(failure) ? Uni.createFrom().voidItem() : windows.giveBack(subject));
  }

  private Uni<Void> take(String subject, int most) {
    Instant now = clock.instant();
    return windows
        .take(subject, now, now.minus(config.window()))
        .invoke(window -> requireRoom(window, most, now))
        .replaceWithVoid();
  }

  private void requireRoom(Window window, int most, Instant now) {
    if (window.guesses() > most) {
      Duration wait = Duration.between(now, window.startedAt().plus(config.window()));
      throw new ProblemException(
              StandardProblem.TOO_MANY_REQUESTS, "Too many attempts to sign in; wait a while.")
          .withRetryAfter(wait);
    }
  }

  /** A refused attempt counts too: who goes on at one account uses up the address's guesses. */
  private static boolean counts(Throwable failure) {
    return failure instanceof ProblemException problem
        && (problem.type() == AuthProblem.BAD_CREDENTIALS
            || problem.type() == StandardProblem.TOO_MANY_REQUESTS);
  }

  @Scheduled(every = "10m", delayed = "1m")
  Uni<Void> purge() {
    return windows.purge(clock.instant().minus(config.window())).replaceWithVoid();
  }

  private static String subject(String kind, String name) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((kind + ':' + name).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
