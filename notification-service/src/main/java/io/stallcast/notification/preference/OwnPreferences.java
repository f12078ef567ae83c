package io.stallcast.notification.preference;

import io.smallrye.mutiny.Uni;
import io.stallcast.notification.Channels;
import io.stallcast.notification.Choices;
import io.stallcast.notification.Habits;
import io.stallcast.notification.Kind;
import io.stallcast.notification.Preferences;
import io.stallcast.platform.problem.Problem;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** Reads and replaces what a person chose. */
@ApplicationScoped
class OwnPreferences {
  private final Preferences preferences;
  private final UnitOfWork unitOfWork;

  OwnPreferences(Preferences preferences, UnitOfWork unitOfWork) {
    this.preferences = preferences;
    this.unitOfWork = unitOfWork;
  }

  Uni<Map<Kind, Channels>> of(UUID recipientId) {
    return unitOfWork.read(() -> preferences.of(recipientId)).map(Choices::channels);
  }

  Uni<Habits> habitsOf(UUID recipientId) {
    return unitOfWork.read(() -> preferences.of(recipientId)).map(Choices::habits);
  }

  Uni<Habits> replace(UUID recipientId, Habits habits) {
    return unitOfWork.commit(() -> preferences.keep(recipientId, habits)).replaceWith(habits);
  }

  /** Fails with a 400 problem that names each key that is not a kind. */
  Uni<Map<Kind, Channels>> replace(UUID recipientId, Map<String, Channels> chosen) {
    requireKinds(chosen);
    var byKind = new EnumMap<Kind, Channels>(Kind.class);
    chosen.forEach((code, channels) -> Kind.of(code).ifPresent(kind -> byKind.put(kind, channels)));
    return unitOfWork
        .commit(
            () -> preferences.replace(recipientId, byKind).chain(() -> preferences.of(recipientId)))
        .map(Choices::channels);
  }

  private static void requireKinds(Map<String, Channels> chosen) {
    var unknown =
        chosen.keySet().stream()
            .filter(code -> Kind.of(code).isEmpty())
            .map(code -> new Problem.Violation(code, "is not a kind of notification"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new ProblemException(
              StandardProblem.VALIDATION_FAILED, "Some of these are not kinds of notification.")
          .withViolations(unknown);
    }
  }
}
