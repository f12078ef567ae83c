package io.stallcast.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.auth.Settings;
import io.stallcast.auth.session.Session.End;
import io.stallcast.auth.session.Session.Refresh;
import io.stallcast.platform.identifier.Identifiers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final SessionConfig config = Settings.defaults(SessionConfig.class);
  private final Session session =
      Session.start(Identifiers.next(), Identifiers.next(), "browser", START, config);

  @Test
  void rotatesTheNewestToken() {
    assertThat(refresh(0, START)).isEqualTo(Refresh.ROTATED);
    assertThat(refresh(1, START)).isEqualTo(Refresh.ROTATED);
    assertThat(session.generation()).isEqualTo(2);
  }

  @Test
  void repeatsTheSuccessorToATabThatRaces() {
    refresh(0, START);
    assertThat(refresh(0, START.plus(config.grace()))).isEqualTo(Refresh.REPEATED);
    assertThat(session.generation()).isEqualTo(1);
  }

  @Test
  void endsAtTheReuseOfATokenAfterTheGrace() {
    refresh(0, START);
    assertThat(refresh(0, START.plus(config.grace()).plusMillis(1))).isEqualTo(Refresh.REUSED);
    assertThat(session.endReason()).isEqualTo(End.REUSED);
    assertThat(refresh(1, START.plusSeconds(11))).isEqualTo(Refresh.OVER);
  }

  @Test
  void endsAtTheReuseOfATokenWhoseSuccessorWasUsed() {
    refresh(0, START);
    refresh(1, START.plusSeconds(1));
    assertThat(refresh(0, START.plusSeconds(2))).isEqualTo(Refresh.REUSED);
  }

  @Test
  void doesNotStretchTheGraceByRepeating() {
    refresh(0, START);
    refresh(0, START.plusSeconds(9));
    assertThat(refresh(0, START.plusSeconds(11))).isEqualTo(Refresh.REUSED);
  }

  @Test
  void expiresWhenItIsNotUsed() {
    assertThat(refresh(0, START.plus(config.idleLifetime()))).isEqualTo(Refresh.OVER);
    assertThat(session.endReason()).isNull();
  }

  @Test
  void livesOnWhileItIsUsedButNotForEver() {
    Instant now = START;
    for (int generation = 0; now.isBefore(START.plus(config.lifetime())); generation++) {
      assertThat(refresh(generation, now)).isEqualTo(Refresh.ROTATED);
      now = now.plus(Duration.ofDays(20));
    }
    assertThat(refresh(session.generation(), now)).isEqualTo(Refresh.OVER);
  }

  @Test
  void keepsItsFirstEnd() {
    session.end(End.LOGGED_OUT, START);
    session.end(End.REVOKED, START.plusSeconds(1));
    assertThat(session.endReason()).isEqualTo(End.LOGGED_OUT);
    assertThat(refresh(0, START)).isEqualTo(Refresh.OVER);
  }

  private Refresh refresh(int generation, Instant now) {
    return session.refresh(generation, now, config);
  }
}
