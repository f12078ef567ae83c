package io.stallcast.auth.key;

import static io.restassured.RestAssured.get;
import static io.stallcast.auth.People.as;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.stallcast.auth.Claims;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.auth.Settings;
import io.stallcast.auth.key.KeyRing.NextKey;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class KeyRotationIT {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Inject KeyRotation rotation;
  @Inject SigningKeys keys;
  @Inject KeyForge forge;
  @Inject KeyConfig config;
  @Inject MovingClock clock;
  @Inject Pool pool;

  private Person ada;

  @BeforeEach
  void startWithOneKey() {
    pool.query("delete from signing_key").executeAndAwait();
    rotate();
    ada = People.register();
  }

  @AfterEach
  void resetClock() {
    clock.setRight();
  }

  @Test
  void changesKeysWithoutRefusingAnyToken() {
    String old = kid(People.signIn(ada));

    clock.move(config.signingPeriod().minus(config.publishAhead()).plus(MINUTE));
    rotate();
    assertThat(published()).hasSize(2).contains(old);
    String next = published().stream().filter(kid -> !kid.equals(old)).findFirst().orElseThrow();
    assertThat(kid(People.signIn(ada))).isEqualTo(old);

    clock.move(config.publishAhead().minus(MINUTE));
    JsonPath lastOfOld = People.signIn(ada);
    clock.move(MINUTE.multipliedBy(2));
    rotate();
    assertThat(kid(People.signIn(ada))).isEqualTo(next);
    as(lastOfOld).get("/api/v1/auth/me").then().statusCode(200);

    clock.move(config.publishAfter());
    rotate();
    assertThat(published()).containsExactly(next);
  }

  @Test
  void agreesWithOtherPodsOnOneKey() {
    Instant now = clock.instant();
    SigningKey ours = forge.make(new NextKey(2, now));
    SigningKey theirs = forge.make(new NextKey(2, now));

    assertThat(keys.add(theirs, now).await().indefinitely()).isTrue();
    assertThat(keys.add(ours, now).await().indefinitely()).isFalse();
    rotate();

    assertThat(kid(People.signIn(ada))).isEqualTo(theirs.kid());
  }

  @Test
  void replacesAKeyThatItCannotOpenAndStillPublishesIt() {
    Instant now = clock.instant();
    SigningKey foreign = forge.make(new NextKey(2, now));
    var otherSeal = new KeySeal(Settings.secrets("the secret before it was changed by us"));
    new SigningKeys(pool, otherSeal).add(foreign, now).await().indefinitely();

    rotate();

    assertThat(published()).hasSize(3).contains(foreign.kid());
    assertThat(kid(People.signIn(ada))).isEqualTo(published().getLast());
  }

  @Test
  void keepsNoPrivateKeyInClear() {
    var row =
        pool.query("select sealed_private_key from signing_key")
            .executeAndAwait()
            .iterator()
            .next();
    assertThat(row.getBuffer(0).getBytes()).isNotEqualTo(privateKey());
    assertThat(row.getBuffer(0).length()).isEqualTo(privateKey().length + 12 + 16);
  }

  private byte[] privateKey() {
    KeyRing ring = keys.read().await().indefinitely();
    return ring.keys().getFirst().privateKey().orElseThrow().getEncoded();
  }

  private void rotate() {
    rotation.rotate().await().indefinitely();
  }

  private static String kid(JsonPath tokens) {
    return Claims.kid(tokens.getString("accessToken"));
  }

  private static List<String> published() {
    return get("/.well-known/jwks.json").jsonPath().getList("keys.kid");
  }
}
