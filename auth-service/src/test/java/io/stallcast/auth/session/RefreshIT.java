package io.stallcast.auth.session;

import static io.stallcast.auth.People.logout;
import static io.stallcast.auth.People.refresh;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.stallcast.auth.People;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RefreshIT {
  private static final int TABS = 20;

  @Inject SessionConfig config;
  @Inject MovingClock clock;
  @Inject SessionPurge purge;
  @Inject Pool pool;

  private String token;

  @BeforeEach
  void signIn() {
    token = People.signIn(People.register()).getString("refreshToken");
  }

  @AfterEach
  void resetClock() {
    clock.setRight();
  }

  @Test
  void exchangesATokenForANewOne() {
    String successor = successorOf(token);
    assertThat(successor).isNotEqualTo(token);
    assertThat(successorOf(successor)).isNotEqualTo(successor);
  }

  @Test
  void givesTabsThatRaceTheSameSuccessor() throws Exception {
    List<Response> answers = atOnce(Collections.nCopies(TABS, () -> refresh(token)));

    assertThat(answers).extracting(Response::statusCode).containsOnly(200);
    assertThat(answers)
        .extracting(answer -> answer.<String>path("refreshToken"))
        .hasSize(TABS)
        .containsOnly(answers.getFirst().<String>path("refreshToken"));
    successorOf(answers.getFirst().path("refreshToken"));
  }

  @Test
  void endsTheSessionWhenATokenComesBackAfterTheGrace() {
    String successor = successorOf(token);
    clock.move(config.grace().plusSeconds(1));

    refused(token);
    refused(successor);
  }

  @Test
  void endsTheSessionWhenATokenComesBackAfterItsSuccessorWasUsed() {
    String successor = successorOf(token);
    String afterNext = successorOf(successor);

    refused(token);
    refused(afterNext);
  }

  @Test
  void leavesOtherSessionsAloneWhenOneEnds() {
    var ada = People.register();
    String phone = People.signIn(ada).getString("refreshToken");
    String laptop = People.signIn(ada).getString("refreshToken");
    successorOf(successorOf(phone));

    refused(phone);
    successorOf(laptop);
  }

  @Test
  void refusesWhatIsNoTokenOfOurs() {
    refused("nobody-has-given-this-out");
    successorOf(token);
  }

  @Test
  void refusesATokenThatWasNotUsedForLong() {
    clock.move(config.idleLifetime());
    refused(token);
  }

  @Test
  void endsTheSessionAtLogOut() {
    String successor = successorOf(token);
    logout(successor).then().statusCode(204);

    refused(successor);
    logout(successor).then().statusCode(204);
    logout("nobody-has-given-this-out").then().statusCode(204);
  }

  @Test
  void endsTheSessionAtLogOutWithAnOldToken() {
    String successor = successorOf(token);
    logout(token).then().statusCode(204);
    refused(successor);
  }

  @RepeatedTest(3)
  void leavesNoTokenAliveWhenLogOutRacesWithRefreshes() throws Exception {
    List<Callable<Response>> race = new ArrayList<>(Collections.nCopies(6, () -> refresh(token)));
    race.add(3, () -> logout(token));

    List<String> successors =
        atOnce(race).stream()
            .filter(answer -> answer.statusCode() == 200)
            .map(answer -> answer.<String>path("refreshToken"))
            .toList();

    refused(token);
    successors.forEach(RefreshIT::refused);
  }

  @Test
  void keepsNoTokenInClear() {
    String successor = successorOf(token);
    assertThat(tokens("hash in ($1, $2)", token, successor)).isZero();
    assertThat(
            tokens(
                "hash in ($1, $2)",
                new RefreshToken(token).hash(),
                new RefreshToken(successor).hash()))
        .isEqualTo(2);
  }

  @Test
  void forgetsSessionsThatHaveBeenOverForLong() {
    logout(token).then().statusCode(204);
    clock.move(config.keepEnded().plus(Duration.ofSeconds(1)));
    String living = People.signIn(People.register()).getString("refreshToken");
    purge.purge().await().indefinitely();

    assertThat(tokens("hash = $1", new RefreshToken(token).hash())).isZero();
    successorOf(living);
  }

  private int tokens(String condition, String... values) {
    return pool.preparedQuery("select 1 from session_token where " + condition)
        .executeAndAwait(Tuple.from(Arrays.asList(values)))
        .rowCount();
  }

  private static String successorOf(String refreshToken) {
    return refresh(refreshToken).then().statusCode(200).extract().path("refreshToken");
  }

  private static void refused(String refreshToken) {
    refresh(refreshToken).then().statusCode(401).body("code", equalTo("refresh_token_refused"));
  }

  private static List<Response> atOnce(List<Callable<Response>> requests) throws Exception {
    try (var tabs = Executors.newFixedThreadPool(requests.size())) {
      return tabs.invokeAll(requests).stream().map(answer -> answer.resultNow()).toList();
    }
  }
}
