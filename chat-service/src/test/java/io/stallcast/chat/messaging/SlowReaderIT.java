package io.stallcast.chat.messaging;

import static io.stallcast.chat.ChatRoomFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestSocket;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A busy room, one of whose readers takes nothing any more. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class SlowReaderIT {
  private static final int ROUNDS = 100;
  private static final int A_ROUND = 12;

  /** 6 KB of UTF-8: all rounds together are far more than the network and the pod hold back. */
  private static final String LONGEST_TEXT = "繩".repeat(SaidFrame.LONGEST_TEXT);

  /** Many times what it takes on a machine with nothing else to do, and on a busy one enough. */
  private static final Duration FLAT = Duration.ofSeconds(1);

  @Inject MeterRegistry meters;

  private final ChatRoomFixture room = ChatRoomFixture.open();

  @AfterEach
  void leave() {
    room.close();
  }

  @Test
  void isCutOffAndKeepsNobodyWaiting() {
    double cutOffBefore = cutOff();
    enter().stopReading();
    var others = Stream.generate(this::enter).limit(3).toList();

    var waits = IntStream.range(0, ROUNDS).mapToObj(round -> time(round, others)).sorted().toList();

    assertThat(waits.get(ROUNDS * 99 / 100 - 1)).as("p99 of %s", waits).isLessThan(FLAT);
    await().until(() -> cutOff() == cutOffBefore + 1);
    assertThat(others).allMatch(TestSocket::isOpen);
    var all = texts(others.getFirst());
    assertThat(all).hasSize(ROUNDS * (A_ROUND + 1));
    assertThat(others).allSatisfy(other -> assertThat(texts(other)).isEqualTo(all));
  }

  /** How long it takes until all have read the last message of a round. */
  private Duration time(int round, List<TestSocket> others) {
    IntStream.range(0, A_ROUND).forEach(i -> room.sayElsewhere(round + "." + i, LONGEST_TEXT));
    var last = "round " + round;
    var begun = System.nanoTime();
    room.sayElsewhere(last, last);
    others.forEach(other ->
        other.await(frame -> frame.path("text").asText().equals(last), "the end of " + last));
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private TestSocket enter() {
    var socket = room.enter(UUID.randomUUID(), Role.BUYER);
    socket.await("welcome");
    return socket;
  }

  private double cutOff() {
    return meters.counter("stallcast.sockets.closed", "code", "4408").count();
  }
}
