package io.stallcast.streaming;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stallcast.platform.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a stream's creator may change.
 *
 * @param description plain text or Markdown; empty where absent
 * @param category a slug; null where it is in none
 * @param pictureUrl null where it has none
 * @param scheduledFor when it is to begin; null where that is open
 * @param access free where absent
 */
@RegisterForReflection
public record StreamDetails(
    @NotBlank @Size(max = 200) String title,
    @Size(max = 20_000) String description,
    @Size(max = 60) @Pattern(regexp = CATEGORY, message = CATEGORY_MESSAGE) String category,
    @Size(max = 2000) @Pattern(regexp = URL, message = URL_MESSAGE) String pictureUrl,
    Instant scheduledFor,
    @Valid AccessTerms access) {
  private static final Duration LATENESS = Duration.ofMinutes(1);
  private static final Duration FORESIGHT = Duration.ofDays(2 * 365);

  public static final String CATEGORY = "[a-z0-9]+(-[a-z0-9]+)*";
  public static final String CATEGORY_MESSAGE =
      "must be lower-case letters, digits and single hyphens";
  public static final String URL = "https?://[^\\s/?#]+[^\\s]*";
  public static final String URL_MESSAGE = "must be an http or https address";

  public StreamDetails {
    description = description == null ? "" : description;
    scheduledFor = scheduledFor == null ? null : scheduledFor.truncatedTo(ChronoUnit.MICROS);
    access = access == null ? AccessTerms.FREE : access;
  }

  /**
   * The time is one that a calendar can hold: not over, but for what the request took, and not so
   * far away that nobody means it.
   *
   * @throws ProblemException 400 where it is not
   */
  public void requireTimely(Instant now) {
    if (scheduledFor != null
        && (scheduledFor.isBefore(now.minus(LATENESS))
            || scheduledFor.isAfter(now.plus(FORESIGHT)))) {
      throw ProblemException.invalid("scheduledFor", "must be within the next two years");
    }
  }
}
