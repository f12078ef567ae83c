package io.stallcast.streaming.watching;

import static io.stallcast.streaming.Studio.goLive;
import static io.stallcast.streaming.Studio.stream;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.socket.AuthFrame;
import io.stallcast.platform.testing.MalformedFrames;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.SocketTrial;
import io.stallcast.platform.testing.TestTokens;
import io.stallcast.streaming.PaymentPeer;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stream's sockets bear. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(PaymentPeer.class)
class WatchSocketIT {
  private static final String REACTION = "{'type':'react','emoji':'🎉'}";

  private SocketTrial trial;

  @BeforeEach
  void goOnAir() {
    trial =
        new SocketTrial(
            "/ws/streams/" + goLive(UUID.randomUUID(), stream("Knots")),
            () -> TestTokens.of(UUID.randomUUID(), Role.BUYER));
  }

  @Test
  void letsInNobodyWithAWrongTokenOrFromAnotherOrigin() {
    trial.requireAdmission();
  }

  @Test
  void closesOnWhatIsNoFrame() {
    trial.requireCloseCodes();
  }

  @Test
  void answersEveryMalformedFrame() {
    trial.requireErrors(
        MalformedFrames.of(
            WatchSocket.class,
            AuthFrame.class,
            List.of(REACTION, "{'type':'auth','token':'a.b.c'}")),
        socket -> socket.send(REACTION).await("reactions"));
  }
}
