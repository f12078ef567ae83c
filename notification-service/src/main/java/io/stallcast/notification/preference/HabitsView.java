package io.stallcast.notification.preference;

import io.stallcast.notification.Habits;
import io.stallcast.notification.Habits.Quiet;
import io.stallcast.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * When I want to be told.
 *
 * @param timeZone of all times here, an IANA name
 * @param quietHours when e-mails and pushes wait; null for never
 * @param digestAt when what is collected is mailed
 */
@Schema(name = "NotificationSettings")
record HabitsView(
    @NotNull @Size(max = 60) @Schema(examples = "Europe/Berlin") String timeZone,
    @Valid @Schema(nullable = true) QuietHours quietHours,
    @NotNull @Pattern(regexp = TIME) @Schema(examples = "08:00") String digestAt) {

  private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

  /**
   * Hours of every day.
   *
   * @param from included
   * @param to not included; before {@code from} where midnight is between
   */
  @Schema(name = "QuietHours")
  record QuietHours(
      @NotNull @Pattern(regexp = TIME) @Schema(examples = "22:00") String from,
      @NotNull @Pattern(regexp = TIME) @Schema(examples = "07:00") String to) {

    private static QuietHours of(Quiet quiet) {
      return new QuietHours(quiet.from().toString(), quiet.to().toString());
    }

    private Quiet toQuiet() {
      if (from.equals(to)) {
        throw ProblemException.invalid("quietHours", "must have an end");
      }
      return new Quiet(LocalTime.parse(from), LocalTime.parse(to));
    }
  }

  static HabitsView of(Habits habits) {
    return new HabitsView(
        habits.zone().getId(),
        habits.quiet().map(QuietHours::of).orElse(null),
        habits.digestAt().toString());
  }

  /** Fails with a 400 problem where they make no sense. */
  Habits toHabits() {
    return new Habits(
        zone(),
        Optional.ofNullable(quietHours).map(QuietHours::toQuiet),
        LocalTime.parse(digestAt));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(timeZone);
    } catch (DateTimeException e) {
      throw ProblemException.invalid("timeZone", "is not the name of a time zone");
    }
  }
}
