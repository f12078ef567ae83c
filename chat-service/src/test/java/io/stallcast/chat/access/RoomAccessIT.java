package io.stallcast.chat.access;

import static io.stallcast.chat.ChatRoomFixture.MESSAGES;
import static io.stallcast.platform.testing.TestEntitlements.grant;
import static io.stallcast.platform.testing.TestEntitlements.revoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.chat.ChatRoomFixture;
import io.stallcast.platform.identity.Role;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestTokens;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RoomAccessIT {
  private final UUID product = UUID.randomUUID();
  private final UUID other = UUID.randomUUID();
  private final ChatRoomFixture parlour = ChatRoomFixture.open(product, other);
  private final UUID ada = UUID.randomUUID();

  @AfterEach
  void leave() {
    parlour.close();
  }

  @Test
  void isForThoseWhoMayWatch() {
    assertThat(parlour.enter(ada, Role.BUYER).closeCode()).isEqualTo(4403);
    assertThat(parlour.enterAnonymously().closeCode()).isEqualTo(4401);
    parlour.enter(parlour.creator(), Role.CREATOR).await("welcome");
    parlour.enter(UUID.randomUUID(), Role.MODERATOR).await("welcome");
    assertThat(status()).isEqualTo(403);
  }

  @Test
  void endsWithTheEntitlement() {
    grant(ada, product, 1);
    grant(ada, other, 1);
    await().until(() -> status() == 200);
    var socket = parlour.enter(ada, Role.BUYER);
    socket.await("welcome");

    revoke(ada, product, 2);
    await().untilAsserted(() -> assertThat(socket.isOpen()).isTrue());
    revoke(ada, other, 2);

    assertThat(socket.closeCode()).isEqualTo(4403);
    assertThat(parlour.enter(ada, Role.BUYER).closeCode()).isEqualTo(4403);
    grant(ada, other, 3);
    await().until(() -> status() == 200);
  }

  @Test
  void isLookedAtAgainWithANewToken() {
    grant(ada, product, 1, Instant.now().plusSeconds(3));
    await().until(() -> status() == 200);
    var socket = parlour.enter(ada, Role.BUYER);
    socket.await("welcome");
    await().until(() -> status() == 403);
    assertThat(socket.isOpen()).isTrue();

    socket.send("{'type':'auth','token':'%s'}".formatted(TestTokens.of(ada, Role.BUYER)));

    assertThat(socket.closeCode()).isEqualTo(4403);
  }

  private int status() {
    return parlour.as(ada, Role.BUYER).get(MESSAGES, parlour.id()).statusCode();
  }
}
