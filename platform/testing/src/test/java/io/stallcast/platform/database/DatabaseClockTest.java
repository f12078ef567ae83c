package io.stallcast.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final DatabaseClock clock = new DatabaseClock(NOON, 0);

  @Test
  void countsOnFromItsLastReading() {
    assertThat(clock.at(7 * SECOND)).isEqualTo(NOON.plusSeconds(7));
  }

  @Test
  void isSetWhereTheDatabaseSaysOtherwise() {
    clock.set(NOON.plusSeconds(3600), 10 * SECOND, 12 * SECOND);

    assertThat(clock.at(11 * SECOND)).isEqualTo(NOON.plusSeconds(3600));
    assertThat(clock.at(21 * SECOND)).isEqualTo(NOON.plusSeconds(3610));
  }

  @Test
  void isSetBackToo() {
    clock.set(NOON.minusSeconds(3600), 10 * SECOND, 10 * SECOND);

    assertThat(clock.at(10 * SECOND)).isEqualTo(NOON.minusSeconds(3600));
  }

  @Test
  void doesNotJumpForWhatTheWayMayHaveTaken() {
    clock.set(NOON.plusSeconds(10), 10 * SECOND, 12 * SECOND);

    assertThat(clock.at(12 * SECOND)).isEqualTo(NOON.plusSeconds(12));
  }

  @Test
  void runsByItself() {
    var now = new DatabaseClock(NOON, System.nanoTime());

    assertThat(Duration.between(NOON, now.instant()))
        .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    assertThat(now.getZone()).isEqualTo(ZoneOffset.UTC);
    Clock elsewhere = now.withZone(ZoneId.of("Europe/Berlin"));
    assertThat(elsewhere.getZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(elsewhere.instant()).isAfterOrEqualTo(NOON);
  }
}
