package io.stallcast.auth.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.auth.Claims;
import io.stallcast.auth.People;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.auth.UserEvent.UserCreated;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class BootstrapIT {
  private static final String EMAIL = "admin@stallcast.local";

  @Inject Bootstrapping bootstrapping;
  @Inject Pool pool;

  @Test
  void makesTheConfiguredAccountsWithTheirRoles() {
    String token =
        People.login(EMAIL, "an admin of tests", People.newAddress())
            .then()
            .statusCode(200)
            .extract()
            .path("accessToken");
    assertThat(Claims.of(token).getList("groups"))
        .containsExactlyInAnyOrder("admin", "buyer", "moderator");
  }

  @Test
  void announcesThem() {
    var event =
        TopicProbe.on(Topic.USER_EVENTS)
            .await(UserCreated.class, created -> created.data().user().email().equals(EMAIL));
    assertThat(event.data().user().roles()).contains("admin", "moderator");
  }

  @Test
  void makesThemOnceOnHoweverManyPods() throws Exception {
    pool.preparedQuery("delete from account where email = $1").executeAndAwait(Tuple.of(EMAIL));

    Callable<Void> pod = () -> bootstrapping.run().await().indefinitely();
    try (var pods = Executors.newFixedThreadPool(3)) {
      assertThat(pods.invokeAll(List.of(pod, pod, pod)))
          .allMatch(start -> start.state() == Future.State.SUCCESS);
    }

    assertThat(
            pool.preparedQuery("select 1 from account where email = $1")
                .executeAndAwait(Tuple.of(EMAIL))
                .rowCount())
        .isEqualTo(1);
  }
}
