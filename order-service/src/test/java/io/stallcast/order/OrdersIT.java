package io.stallcast.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TopicProbe;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The event store against a real database. */
@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(CatalogPeer.class)
class OrdersIT {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Inject Orders orders;
  @Inject UnitOfWork unitOfWork;

  @Test
  void readsBackWhatWasAppended() {
    var order = OrderFixtures.placedOrder();
    commit(() -> orders.save(order));
    order.markReserved();
    commit(() -> orders.save(order));

    var read = commit(() -> orders.find(order.id()));

    assertThat(read).usingRecursiveComparison().ignoringFields("changes").isEqualTo(order);
  }

  @Test
  void refusesWhoeverComesSecond() {
    var id = saved(OrderFixtures.placedOrder()).id();
    var one = commit(() -> orders.find(id));
    var other = commit(() -> orders.find(id));
    one.markReserved();
    other.cancel(new OrderFailure("out_of_stock", "Sold out."), OrderFixtures.NOON);

    commit(() -> orders.save(one));

    assertThatThrownBy(() -> commit(() -> orders.save(other)))
        .isInstanceOf(OptimisticLockException.class);
    assertThat(commit(() -> orders.find(id)).version()).isEqualTo(2);
    assertThat(
            TopicProbe.on(Topic.ORDER_EVENTS).seen(OrderEvent.class).stream()
                .filter(event -> event.subject().equals(id.toString()))
                .map(event -> event.sequence())
                .distinct())
        .doesNotContain(3L);
  }

  @Test
  void publishesNothingThatIsRolledBack() {
    var order = OrderFixtures.placedOrder();

    assertThatThrownBy(() ->
            commit(() -> orders.save(order).chain(() -> Uni.createFrom().failure(new Oops()))))
        .isInstanceOf(Oops.class);

    assertThatThrownBy(() -> commit(() -> orders.find(order.id())))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void findsSeveral() {
    var one = saved(OrderFixtures.placedOrder());
    var other = saved(OrderFixtures.freeOrder());

    assertThat(commit(() -> orders.findAll(List.of(one.id(), other.id()))))
        .extracting(Order::id)
        .containsExactlyInAnyOrder(one.id(), other.id());
  }

  private Order saved(Order order) {
    commit(() -> orders.save(order));
    return order;
  }

  private <T> T commit(Supplier<Uni<T>> work) {
    return unitOfWork.commit(work).await().atMost(PATIENCE);
  }

  private static final class Oops extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
