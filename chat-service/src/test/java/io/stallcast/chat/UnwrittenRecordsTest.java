package io.stallcast.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.chat.RoomRecord.Slowed;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.fanout.Heard;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UnwrittenRecordsTest {
  private static final int PARTITION = 3;

  private final UnwrittenRecords unwritten = new UnwrittenRecords(partition -> 10, 3);

  @Test
  void goesOnFromWhereHearingBegan() {
    assertThat(unwritten.goesOnFrom(PARTITION, 9)).isTrue();
    assertThat(unwritten.goesOnFrom(PARTITION, 8)).isFalse();
  }

  @Test
  void hasARoomsRecordsInTheirOrder() {
    add(10, "a");
    add(11, "b");
    add(12, "a");

    assertThat(positions("a", 9)).containsExactly(10L, 12L);
    assertThat(positions("a", 10)).containsExactly(12L);
    assertThat(positions("b", 11)).isEmpty();
  }

  @Test
  void letsGoOfWhatIsWritten() {
    add(10, "a");
    add(12, "a");

    unwritten.trim(Map.of(PARTITION, 11L, 1, 100L));

    assertThat(positions("a", 9)).containsExactly(12L);
    assertThat(unwritten.goesOnFrom(PARTITION, 11)).isTrue();
    assertThat(unwritten.goesOnFrom(PARTITION, 9)).isFalse();
    unwritten.trim(Map.of(PARTITION, 12L));
    assertThat(unwritten.isEmpty()).isTrue();
  }

  @Test
  void doesNotGrowWithoutEnd() {
    for (long position = 10; position < 15; position++) {
      add(position, "a");
    }

    assertThat(positions("a", 9)).containsExactly(12L, 13L, 14L);
    assertThat(unwritten.goesOnFrom(PARTITION, 10)).isFalse();
    assertThat(unwritten.goesOnFrom(PARTITION, 11)).isTrue();
  }

  @Test
  void keepsOnceWhatIsHeardTwice() {
    add(10, "a");
    add(11, "a");
    add(10, "a");
    add(11, "a");

    assertThat(positions("a", 9)).containsExactly(10L, 11L);
  }

  @Test
  void letsGoOfWhereMostIs() {
    add(10, "a");
    add(11, "a");
    add(PARTITION + 1, 10, "b");
    add(PARTITION + 1, 11, "b");

    assertThat(positions("a", 9)).containsExactly(11L);
    assertThat(unwritten.between(PARTITION + 1, 9, 20)).hasSize(2);
  }

  @Test
  void hasAllOfAPartitionBetweenTwoPositions() {
    add(10, "a");
    add(11, "b");
    add(13, "a");

    assertThat(unwritten.between(PARTITION, 10, 12))
        .extracting(Heard::position)
        .containsExactly(11L);
    assertThat(unwritten.between(PARTITION, 9, 13)).hasSize(3);
    assertThat(unwritten.between(PARTITION + 1, 9, 13)).isEmpty();
  }

  private void add(long position, String room) {
    add(PARTITION, position, room);
  }

  private void add(int partition, long position, String room) {
    var event =
        new Envelope<RoomRecord>(
            UUID.randomUUID(),
            "t",
            URI.create("/t"),
            room,
            0,
            Instant.EPOCH,
            null,
            new Slowed(1, UUID.randomUUID()));
    unwritten.add(new Heard<>(partition, position, Instant.EPOCH, event));
  }

  private List<Long> positions(String room, long behind) {
    return unwritten.of(room, PARTITION, behind).stream().map(Heard::position).toList();
  }
}
