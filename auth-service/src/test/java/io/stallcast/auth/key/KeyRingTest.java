package io.stallcast.auth.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.stallcast.auth.Settings;
import io.stallcast.auth.key.KeyRing.NextKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeyRingTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant TURN = START.plus(Duration.ofDays(30));

  private static SigningKey first;
  private static SigningKey second;

  private final KeyConfig config = Settings.defaults(KeyConfig.class);

  @BeforeAll
  static void makeKeys() {
    first = new KeyForge().make(new NextKey(1, START));
    second = new KeyForge().make(new NextKey(2, TURN));
  }

  @Test
  void signsWithTheNewestKeyWhoseTimeHasCome() {
    var ring = new KeyRing(List.of(second, first));
    assertThat(ring.signing(START)).isEqualTo(first);
    assertThat(ring.signing(TURN.minusMillis(1))).isEqualTo(first);
    assertThat(ring.signing(TURN)).isEqualTo(second);
  }

  @Test
  void signsOnAPodWhoseClockIsBehind() {
    assertThat(new KeyRing(List.of(first)).signing(START.minusSeconds(5))).isEqualTo(first);
  }

  @Test
  void cannotSignWithoutAKey() {
    assertThatIllegalStateException().isThrownBy(() -> KeyRing.EMPTY.signing(START));
  }

  @Test
  void findsAKeyThatOnlyVerifies() {
    assertThat(new KeyRing(List.of(first, second)).withId(first.kid())).contains(first);
    assertThat(new KeyRing(List.of(second)).withId(first.kid())).isEmpty();
  }

  @Test
  void wantsTheFirstKeyAtOnce() {
    assertThat(KeyRing.EMPTY.due(START, config)).contains(new NextKey(1, START));
  }

  @Test
  void wantsTheNextKeyPublishedBeforeItSigns() {
    var ring = new KeyRing(List.of(first));
    Instant due = TURN.minus(config.publishAhead());
    assertThat(ring.due(due.minusMillis(1), config)).isEmpty();
    assertThat(ring.due(due, config)).contains(new NextKey(2, TURN));
  }

  @Test
  void publishesAheadEvenWhenItIsLate() {
    Instant late = TURN.plus(Duration.ofDays(3));
    assertThat(new KeyRing(List.of(first)).due(late, config))
        .contains(new NextKey(2, late.plus(config.publishAhead())));
  }

  @Test
  void wantsANewKeyAtOnceWhereTheNewestCannotBeOpened() {
    var sealed =
        new SigningKey(
            second.number(),
            second.kid(),
            second.publicKey(),
            Optional.empty(),
            second.signsFrom());
    var ring = new KeyRing(List.of(first, sealed));
    assertThat(ring.due(START, config)).contains(new NextKey(3, START));
    assertThat(ring.signing(TURN)).isEqualTo(first);
    assertThat(ring.withId(sealed.kid())).contains(sealed);
  }
}
