package io.stallcast.auth.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.auth.principal.ParseException;
import io.stallcast.auth.AuthConfig;
import io.stallcast.platform.testing.MovingClock;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two pods that find a key due in the same moment make one, and both know it. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class PodsRotationIT {
  @Inject KeyRotation ownRotation;
  @Inject SigningKeys keys;
  @Inject KeyForge forge;
  @Inject KeyConfig config;
  @Inject AuthConfig auth;
  @Inject MovingClock clock;
  @Inject Pool pool;

  private Pod one;
  private Pod other;

  @BeforeEach
  void startOnAnEmptyTable() {
    forgetAll();
    one = new Pod();
    other = new Pod();
  }

  @AfterEach
  void startAfresh() {
    clock.setRight();
    forgetAll();
    ownRotation.rotate().await().indefinitely();
  }

  @Test
  void makeTheFirstKeyOnce() throws ParseException {
    bothRotate();

    assertThat(numbers()).containsExactly(1);
    requireAgreement();
  }

  @Test
  void makeOneKeyEachTimeThatOneIsDue() throws ParseException {
    bothRotate();
    for (int number = 2; number <= 6; number++) {
      clock.move(config.signingPeriod());
      bothRotate();
      assertThat(numbers()).containsExactly(number - 1, number);

      clock.move(config.publishAhead());
      bothRotate();
      assertThat(numbers()).containsExactly(number - 1, number);
      assertThat(one.keys.ring().signing(clock.instant()).number()).isEqualTo(number);
      requireAgreement();
    }
  }

  private void bothRotate() {
    CompletableFuture.allOf(one.rotates(), other.rotates()).join();
  }

  /** They publish the same, sign with the same, and take each other's tokens. */
  private void requireAgreement() throws ParseException {
    assertThat(one.published()).isNotEmpty().isEqualTo(other.published());
    assertThat(one.keys.ring().signing(clock.instant()).kid())
        .isEqualTo(other.keys.ring().signing(clock.instant()).kid());
    assertThat(one.whose(other.issuesFor("a-client"))).isEqualTo("a-client");
    assertThat(other.whose(one.issuesFor("a-client"))).isEqualTo("a-client");
  }

  private List<Integer> numbers() {
    return keys.read().await().indefinitely().keys().stream().map(SigningKey::number).toList();
  }

  private void forgetAll() {
    pool.query("delete from signing_key").executeAndAwait();
  }

  /** What a pod has of its own: all but the table. */
  private final class Pod {
    private final CurrentKeys keys = new CurrentKeys();
    private final KeyRotation rotation =
        new KeyRotation(PodsRotationIT.this.keys, keys, forge, config, clock);

    CompletableFuture<Void> rotates() {
      CompletionStage<Void> rotating = rotation.rotate().subscribeAsCompletionStage();
      return rotating.toCompletableFuture();
    }

    List<String> published() {
      return keys.ring().keys().stream().map(SigningKey::kid).toList();
    }

    String issuesFor(String client) {
      return new SignedAccessTokens(keys, auth, config, clock).issueForService(client).value();
    }

    /** Fails where the token is none of ours. */
    String whose(String token) throws ParseException {
      return new OwnTokens(keys, auth, clock).parse(token, null).getClaim("client_id");
    }
  }
}
