package io.stallcast.streaming.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.stallcast.streaming.audience.AudienceEvent.Beat;
import io.stallcast.streaming.audience.AudienceEvent.Changed;
import io.stallcast.streaming.audience.AudienceEvent.Gone;
import io.stallcast.streaming.audience.AudienceEvent.Present;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Some pods, whose words reach one another, or not, second by second. */
class TallyTest {
  private static final int MANY = 10_000;

  private final UUID stream = UUID.randomUUID();
  private final Map<Tally, UUID> pods = new HashMap<>();
  private final Map<Tally, Long> counts = new HashMap<>();
  private final List<AudienceEvent> said = new ArrayList<>();
  private final Tally one = pod();
  private final Tally other = pod();
  private long now;

  @Test
  void countsTheViewersOfAllPods() {
    one.enter(stream, 1);
    one.enter(stream, 2);
    other.enter(stream, 3);

    seconds(1);

    assertCounts(3);
  }

  @Test
  void countsAViewerOnceOnHoweverManyPodsAndInHoweverManyTabs() {
    one.enter(stream, 1);
    one.enter(stream, 1);
    one.enter(stream, 1);
    other.enter(stream, 1);
    seconds(1);
    assertCounts(1);

    one.leave(stream, 1);
    one.leave(stream, 1);
    other.leave(stream, 1);
    seconds(1);
    assertCounts(1);

    one.leave(stream, 1);
    seconds(1);
    assertCounts(0);
  }

  @Test
  void saysWhatIsNewAndNothingElse() {
    one.enter(stream, 1);
    one.enter(stream, 2);
    one.leave(stream, 2);

    assertThat(one.beat(now))
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            Changed.class,
            change -> {
              assertThat(change.joined()).containsExactly(1);
              assertThat(change.left()).isEmpty();
            });
    assertThat(one.beat(now)).containsExactly(new Beat(pods.get(one), null));
  }

  @Test
  void doesNotSayThatSomebodyWasAwayForLessThanASecond() {
    one.enter(stream, 1);
    one.beat(now);

    one.leave(stream, 1);
    one.enter(stream, 1);

    assertThat(one.beat(now)).hasSize(1);
  }

  @Test
  void saysWhoIsThereEveryFiveSeconds() {
    one.enter(stream, 1);
    seconds(4);
    said.clear();

    seconds(1);

    assertThat(said)
        .filteredOn(Present.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            Present.class, present -> assertThat(present.viewers()).containsExactly(1));
    assertThat(said).contains(new Beat(pods.get(one), 5L));
  }

  @Test
  void makesGoodWithinFiveSecondsWhatWasNotHeard() {
    one.enter(stream, 1);
    one.enter(stream, 2);
    seconds(1);
    one.leave(stream, 2);
    one.enter(stream, 3);
    one.enter(stream, 4);
    unheard();
    assertThat(counts).containsEntry(other, 2L);

    seconds(5);

    assertCounts(3);
  }

  @Test
  void makesGoodThatAStreamHasNoViewersAnyMore() {
    one.enter(stream, 1);
    seconds(1);
    one.leave(stream, 1);
    unheard();
    assertThat(counts).containsEntry(other, 1L);

    seconds(5);

    assertCounts(0);
  }

  @Test
  void forgetsAPodThatIsSilent() {
    one.enter(stream, 1);
    other.enter(stream, 2);
    seconds(1);

    pods.remove(one);
    seconds(5);
    assertThat(counts).containsEntry(other, 2L);

    seconds(1);
    assertThat(counts).containsEntry(other, 1L);
  }

  @Test
  void knowsAPodThatComesBack() {
    one.enter(stream, 1);
    var id = pods.remove(one);
    seconds(6);

    pods.put(one, id);
    seconds(5);

    assertThat(counts).containsEntry(other, 1L);
  }

  @Test
  void forgetsNobodyWhileItHearsNotEvenItself() {
    one.enter(stream, 1);
    one.enter(stream, 2);
    other.enter(stream, 3);
    seconds(1);

    one.leave(stream, 2);
    for (int i = 0; i < 20; i++) {
      now += Duration.ofSeconds(1).toNanos();
      pods.keySet().forEach(pod -> pod.beat(now));
      recount();
    }
    assertThat(counts).containsEntry(one, 2L).containsEntry(other, 3L);

    seconds(5);
    assertCounts(2);
  }

  @Test
  void forgetsAPodThatStopsAtOnce() {
    one.enter(stream, 1);
    seconds(1);

    other.hear(new Gone(pods.get(one)), now);

    assertThat(other.takeCounts()).containsEntry(stream, 0L);
  }

  @Test
  void countsStreamsApart() {
    var another = UUID.randomUUID();
    one.enter(stream, 1);
    one.enter(another, 1);
    one.enter(another, 2);
    one.beat(now);

    assertThat(one.takeCounts()).containsOnly(Map.entry(stream, 1L), Map.entry(another, 2L));
    assertThat(one.takeCounts()).isEmpty();
    assertThat(one.localStreams()).containsExactlyInAnyOrder(stream, another);
  }

  @Test
  void countsExactlyUpToTenThousand() {
    keys(1, MANY / 2).forEach(key -> one.enter(stream, key));
    keys(1, MANY / 2).forEach(key -> other.enter(stream, key));

    seconds(1);

    assertCounts(MANY / 2);
  }

  @Test
  void isWithinOnePerCentAboveThat() {
    keys(1, 60_000).forEach(key -> one.enter(stream, key));
    keys(2, 30_000).forEach(key -> other.enter(stream, key));
    keys(1, 30_000).forEach(key -> other.enter(stream, key));

    seconds(1);

    assertThat(counts.get(one)).isCloseTo(90_000, within(900L));
    assertThat(counts.get(other)).isEqualTo(counts.get(one));
    assertThat(said).filteredOn(Present.class::isInstance).hasSize(2);
  }

  @Test
  void countsExactlyAgainOnceTheyAreFewer() {
    keys(1, MANY + 1).forEach(key -> one.enter(stream, key));
    seconds(1);

    keys(1, MANY + 1).skip(5).forEach(key -> one.leave(stream, key));
    seconds(1);
    assertCounts(5);

    one.enter(stream, 42);
    seconds(1);
    assertCounts(6);
  }

  @Test
  void hasOneScribe() {
    seconds(1);

    assertThat(List.of(one, other)).filteredOn(Tally::isScribe).hasSize(1);

    pods.remove(one);
    seconds(6);
    assertThat(other.isScribe()).isTrue();
  }

  /** Each pod's beats are heard by the others, and then all look at what they make of it. */
  private void seconds(int count) {
    for (int i = 0; i < count; i++) {
      now += Duration.ofSeconds(1).toNanos();
      List.copyOf(pods.keySet()).forEach(pod -> pod.beat(now).forEach(this::tellAll));
      recount();
    }
  }

  private void unheard() {
    now += Duration.ofSeconds(1).toNanos();
    one.beat(now);
    recount();
  }

  private void tellAll(AudienceEvent event) {
    said.add(event);
    pods.keySet().forEach(pod -> pod.hear(event, now));
  }

  private void recount() {
    pods.keySet()
        .forEach(pod -> {
          var changed = pod.takeCounts();
          if (changed.containsKey(stream)) {
            counts.put(pod, changed.get(stream));
          }
        });
  }

  private void assertCounts(long expected) {
    assertThat(counts).containsOnly(Map.entry(one, expected), Map.entry(other, expected));
  }

  private Tally pod() {
    var id = UUID.randomUUID();
    var pod = new Tally(id, new Config(), now);
    pods.put(pod, id);
    return pod;
  }

  private static LongStream keys(long seed, int count) {
    return new Random(seed).longs(count);
  }

  private record Config() implements AudienceConfig {
    @Override
    public Duration beat() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int beatsOfRound() {
      return 5;
    }

    @Override
    public Duration silence() {
      return Duration.ofSeconds(5);
    }

    @Override
    public int exactUpTo() {
      return MANY;
    }
  }
}
