package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.notification.Habits.Quiet;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HabitsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // over midnight
    "22:00, 07:00, 2026-01-10T21:00:00Z, 2026-01-11T06:00:00Z",
    "22:00, 07:00, 2026-01-11T05:59:59Z, 2026-01-11T06:00:00Z",
    "22:00, 07:00, 2026-01-10T20:59:59Z, ",
    "22:00, 07:00, 2026-01-11T06:00:00Z, ",
    // within a day
    "13:00, 15:00, 2026-01-10T12:00:00Z, 2026-01-10T14:00:00Z",
    "13:00, 15:00, 2026-01-10T11:59:59Z, ",
    "13:00, 15:00, 2026-01-10T14:00:00Z, ",
    // the night in which clocks are put forward, at two o'clock
    "22:00, 02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z"
  })
  void areQuietUntilTheirEnd(LocalTime from, LocalTime to, Instant now, Instant end) {
    var habits = new Habits(BERLIN, Optional.of(new Quiet(from, to)), LocalTime.NOON);

    assertThat(habits.quietUntil(now)).isEqualTo(Optional.ofNullable(end));
  }

  @Test
  void areNeverQuietWhereThatIsNotChosen() {
    assertThat(Habits.DEFAULTS.quietUntil(Instant.EPOCH)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-10T06:59:59Z, 2026-01-10T07:00:00Z",
    "2026-01-10T07:00:00Z, 2026-01-11T07:00:00Z",
    "2026-01-10T23:30:00Z, 2026-01-11T07:00:00Z",
    // a day of 23 hours
    "2026-03-28T08:00:00Z, 2026-03-29T06:00:00Z"
  })
  void haveADigestOnceADay(Instant now, Instant due) {
    var habits = new Habits(BERLIN, Optional.empty(), LocalTime.of(8, 0));

    assertThat(habits.nextDigest(now)).isEqualTo(due);
  }
}
