package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/** What people were answered while something was away. */
final class Answers {
  /** The gateway waits 10 s for a service that has the request. */
  private static final Duration LONGEST = Duration.ofSeconds(13);

  private static final Set<Integer> AWAY = Set.of(503, 504);

  private final Queue<Answer> all = new ConcurrentLinkedQueue<>();

  void note(Answer answer) {
    all.add(answer);
  }

  /** Each is what was wanted, a client's own mistake, or a problem that tells of an absence. */
  void areCivil() {
    assertThat(all).isNotEmpty();
    assertThat(all).filteredOn(answer -> !isCivil(answer)).as("answers, %s", counts()).isEmpty();
    List<Answer> late = all.stream().filter(a -> a.took().compareTo(LONGEST) > 0).toList();
    assertThat(late).extracting(answer -> answer + " took " + answer.took()).isEmpty();
  }

  /** How many there were of each status. */
  Map<Integer, Long> counts() {
    return all.stream()
        .collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
  }

  long count(int status) {
    return counts().getOrDefault(status, 0L);
  }

  private static boolean isCivil(Answer answer) {
    boolean isProblem =
        answer.header("Content-Type").orElse("").startsWith("application/problem+json");
    return answer.status() < 400
        || (isProblem && (answer.status() < 500 || AWAY.contains(answer.status())));
  }
}
