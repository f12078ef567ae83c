package io.stallcast.platform.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stallcast.platform.testing.TestSocket;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.platform.testing.TokenInfrastructure;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(DrainingIT.OfItsOwn.class)
@WithTestResource(TokenInfrastructure.class)
class DrainingIT {

  /** A pod that is not needed any more. */
  public static class OfItsOwn implements QuarkusTestProfile {}

  @Inject Event<ShutdownDelayInitiatedEvent> told;

  @Test
  void sendsEverybodyElsewhereAtDifferentTimes() {
    List<TestSocket> sockets = Stream.generate(DrainingIT::open).limit(20).toList();

    told.fire(new ShutdownDelayInitiatedEvent());

    assertThat(sockets).allSatisfy(socket -> assertThat(socket.closeCode()).isEqualTo(1012));
    assertThat(sockets.stream().map(s -> s.await("retry").path("afterMs").asLong()).distinct())
        .hasSizeGreaterThan(10);
    assertThat(TestSocket.to("/ws/open").refusal()).isEqualTo(503);
  }

  private static TestSocket open() {
    return TestSocket.to("/ws/open").as(TestTokens.of(UUID.randomUUID(), "buyer")).open();
  }
}
