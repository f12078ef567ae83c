package io.stallcast.chat.presence;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.chat.presence.PresenceEvent.Here;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AttendanceTest {
  private final Attendance attendance = new Attendance();
  private final UUID pod = UUID.randomUUID();
  private final UUID otherPod = UUID.randomUUID();
  private final Optional<UUID> ada = Optional.of(UUID.randomUUID());
  private final Optional<UUID> bob = Optional.of(UUID.randomUUID());
  private final Optional<UUID> nobody = Optional.empty();

  @Test
  void countsEachPersonOnceAndEachAnonymousSocket() {
    enter(ada);
    enter(ada);
    enter(bob);
    enter(nobody);
    enter(nobody);
    assertThat(attendance.count()).isEqualTo(4);

    attendance.leave(ada);
    attendance.leave(nobody);
    assertThat(attendance.count()).isEqualTo(3);
    attendance.leave(ada);
    assertThat(attendance.count()).isEqualTo(2);
  }

  @Test
  void countsThoseOfOtherPodsUntilTheyAreSilent() {
    enter(ada);
    var same = attendance.here(pod).orElseThrow();
    attendance.hear(new Here(otherPod, same.people(), 2), 100);

    assertThat(attendance.recount(50)).contains(3L);
    assertThat(attendance.recount(50)).isEmpty();
    assertThat(attendance.recount(101)).contains(1L);
  }

  @Test
  void saysOnceThatNobodyIsHere() {
    assertThat(attendance.here(pod)).isEmpty();
    enter(ada);
    attendance.here(pod);
    attendance.leave(ada);
    assertThat(attendance.isOver()).isFalse();

    assertThat(attendance.here(pod)).contains(new Here(pod, Set.of(), 0));

    assertThat(attendance.here(pod)).isEmpty();
    assertThat(attendance.isOver()).isTrue();
  }

  @Test
  void saysOnlyHowManyWhereTheyAreMany() {
    for (int i = 0; i <= Here.MOST_PEOPLE; i++) {
      enter(Optional.of(UUID.randomUUID()));
    }

    assertThat(attendance.here(pod)).contains(new Here(pod, Set.of(), Here.MOST_PEOPLE + 1));
  }

  private void enter(Optional<UUID> user) {
    attendance.enter(null, user);
  }
}
