package io.stallcast.load.chat.crowd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Plays a crowd that talks, or one that is just there, as system properties say: {@code dialect},
 * {@code port}, {@code rooms} and {@code tokens} (files, one a line), {@code people}, {@code
 * in-flight} (numbers to try for each room, comma-separated; nobody talks where it is absent),
 * {@code warm-up} and {@code measured} (seconds).
 */
public final class CrowdProcess {
  private static final Duration WARM_UP = seconds("warm-up");
  private static final Duration MEASURED = seconds("measured");
  private static final Duration TRIAL = Duration.ofSeconds(5);
  private static final Duration BREATH = Duration.ofSeconds(2);

  /** Until nothing comes any more of what was there before. */
  private static final Duration REST = Duration.ofSeconds(5);

  private static final int LOOKS = 50;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final int FIRST_PEOPLE = 200;

  /** Of the most: no more than what two runs of the same differ by. */
  private static final double AS_GOOD = 0.95;

  private final Crowd crowd;
  private final int people = Integer.getInteger("people");

  private CrowdProcess(Crowd crowd) {
    this.crowd = crowd;
  }

  /** Ends with 1 where a socket ends before its time. */
  public static void main(String[] arguments) throws Exception {
    var server = new InetSocketAddress("127.0.0.1", Integer.getInteger("port"));
    var dialect = Dialect.of(System.getProperty("dialect"));
    String inFlight = System.getProperty("in-flight");
    try (var crowd = new Crowd(server, dialect, lines("rooms"), lines("tokens"))) {
      var process = new CrowdProcess(crowd);
      if (inFlight == null) {
        process.beThere();
      } else {
        process.talk(Arrays.stream(inFlight.split(",")).map(Integer::valueOf).toList());
      }
    }
  }

  private void talk(List<Integer> trials) throws InterruptedException {
    enter(people);
    crowd.talk().flood(trials.getFirst());
    crowd.stay(WARM_UP);
    int most = saturating(trials);
    crowd.talk().flood(most);
    crowd.stay(BREATH);
    Tally saturation = measure("saturation", Map.of("inFlight", (double) most));
    fallSilent();
    crowd.talk().pace(saturation.perSecond() / crowd.peopleInARoom() / 2);
    crowd.stay(REST);
    measure("half", Map.of());
  }

  /** More in flight than it takes would only wait longer. */
  private int saturating(List<Integer> trials) throws InterruptedException {
    Map<Integer, Double> found = new LinkedHashMap<>();
    for (int inFlight : trials) {
      found.put(inFlight, attempt(inFlight));
    }
    double enough = Collections.max(found.values()) * AS_GOOD;
    return found.entrySet().stream()
        .filter(trial -> trial.getValue() >= enough)
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  private double attempt(int inFlight) throws InterruptedException {
    crowd.talk().flood(inFlight);
    crowd.stay(BREATH);
    crowd.talk().count();
    crowd.stay(TRIAL);
    double perSecond = crowd.talk().count().perSecond();
    tell(Milestone.TRIED, Map.of("inFlight", (double) inFlight, "perSecond", perSecond));
    return perSecond;
  }

  private Tally measure(String what, Map<String, Double> how) throws InterruptedException {
    tell(Milestone.BEGIN + what, Map.of());
    crowd.talk().count();
    crowd.stay(MEASURED);
    Tally counted = crowd.talk().count();
    Map<String, Double> values = new LinkedHashMap<>(how);
    values.putAll(counted.values());
    tell(Milestone.END + what, values);
    return counted;
  }

  private void fallSilent() throws InterruptedException {
    for (int i = 0; i < LOOKS && !crowd.talk().fallSilent(); i++) {
      crowd.stay(LOOK);
    }
    crowd.stay(REST);
  }

  /** Once to see what they take, and once more, now that all is warm, how fast they come. */
  private void beThere() throws InterruptedException {
    enter(FIRST_PEOPLE);
    leave();
    tell(Milestone.BEGIN + "idle", Map.of());
    crowd.stay(BREATH);
    double first = enter(people);
    crowd.stay(WARM_UP);
    tell(Milestone.END + "idle", Map.of("people", (double) people, "seconds", first));
    leave();
    tell(Milestone.BEGIN + "arrival", Map.of());
    double second = crowd.enter(people);
    tell(Milestone.END + "arrival", Map.of("people", (double) people, "seconds", second));
    leave();
  }

  private void leave() throws InterruptedException {
    crowd.stay(BREATH);
    crowd.leave();
    crowd.stay(REST);
  }

  private double enter(int number) throws InterruptedException {
    double seconds = crowd.enter(number);
    tell(Milestone.ENTERED, Map.of("people", (double) number, "seconds", seconds));
    return seconds;
  }

  private static void tell(String name, Map<String, Double> values) {
    System.out.println(new Milestone(name, values).line());
  }

  private static Duration seconds(String setting) {
    return Duration.ofSeconds(Long.getLong(setting));
  }

  private static List<String> lines(String setting) throws IOException {
    return Files.readAllLines(Path.of(System.getProperty(setting)));
  }
}
