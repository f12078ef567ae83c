package io.stallcast.auth.throttle;

import static io.stallcast.auth.People.PASSWORD;
import static io.stallcast.auth.People.login;
import static io.stallcast.auth.People.newAddress;
import static io.stallcast.auth.People.newEmail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class ThrottleIT {
  private static final String WRONG = "not the password";
  private static final Duration LATER_THAN_ANY_TEST = Duration.ofDays(1000);

  @Inject ThrottleConfig config;
  @Inject CountedGuesses guesses;
  @Inject MovingClock clock;
  @Inject Pool pool;

  @AfterEach
  void resetClock() {
    clock.setRight();
  }

  @Test
  void locksAnAccountAfterTooManyGuessesFromAnywhere() {
    Person ada = People.register();
    guessFromEverywhere(ada.email());

    int wait =
        Integer.parseInt(
            login(ada.email(), PASSWORD, newAddress())
                .then()
                .statusCode(429)
                .body("code", equalTo("too_many_requests"))
                .extract()
                .header("Retry-After"));

    assertThat(wait).isBetween(1, (int) config.window().toSeconds());
  }

  @Test
  void treatsAnUnknownAccountTheSame() {
    String nobody = newEmail();
    guessFromEverywhere(nobody);
    login(nobody.toUpperCase(Locale.ROOT), WRONG, newAddress()).then().statusCode(429);
  }

  @Test
  void opensTheAccountAgainAfterTheWindow() {
    Person ada = People.register();
    guessFromEverywhere(ada.email());
    clock.move(config.window());
    People.signIn(ada);
  }

  @Test
  void locksAnAddressThatTriesManyAccounts() {
    String address = newAddress();
    for (int guess = 0; guess < config.perAddress(); guess++) {
      login(newEmail(), WRONG, address).then().statusCode(401);
    }
    Person ada = People.register();

    login(ada.email(), PASSWORD, address).then().statusCode(429);
    login(ada.email(), PASSWORD, newAddress()).then().statusCode(200);
  }

  @Test
  void countsNoSignInThatSucceeds() {
    Person ada = People.register();
    for (int time = 0; time <= config.perAddress(); time++) {
      login(ada.email(), PASSWORD, ada.address()).then().statusCode(200);
    }
  }

  @Test
  void givesBackWhatWasNoGuess() {
    String email = newEmail();
    var full = new ProblemException(StandardProblem.UNAVAILABLE, null);
    for (int time = 0; time <= config.perAccount(); time++) {
      assertThatThrownBy(() ->
              guesses
                  .guard(email, newAddress(), () -> Uni.createFrom().failure(full))
                  .await()
                  .indefinitely())
          .isSameAs(full);
    }
  }

  @Test
  void letsNoMoreGuessesThroughAtOnceThanInARow() throws Exception {
    Person ada = People.register();
    Callable<Integer> guess = () -> login(ada.email(), WRONG, newAddress()).statusCode();
    try (var clients = Executors.newFixedThreadPool(15)) {
      List<Integer> statuses =
          clients.invokeAll(Collections.nCopies(30, guess)).stream()
              .map(answer -> answer.resultNow())
              .toList();
      assertThat(Collections.frequency(statuses, 401)).isEqualTo(config.perAccount());
      assertThat(statuses).containsOnly(401, 429);
    }
  }

  @Test
  void forgetsWindowsThatAreOver() {
    login(newEmail(), WRONG, newAddress()).then().statusCode(401);
    clock.move(LATER_THAN_ANY_TEST);
    guesses.purge().await().indefinitely();
    assertThat(pool.query("select 1 from guess_window").executeAndAwait().rowCount()).isZero();
  }

  private void guessFromEverywhere(String email) {
    for (int guess = 0; guess < config.perAccount(); guess++) {
      login(email, WRONG, newAddress()).then().statusCode(401);
    }
  }
}
