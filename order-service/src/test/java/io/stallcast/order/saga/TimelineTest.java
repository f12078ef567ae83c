package io.stallcast.order.saga;

import static io.stallcast.order.OrderFixtures.NOON;
import static io.stallcast.platform.event.order.SagaStep.RESERVE_INVENTORY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.platform.event.order.SagaStep;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final TimelineColumn column = new TimelineColumn();

  @Test
  void hasEveryStepInOrder() {
    assertThat(Timeline.allPending().steps())
        .extracting(StepRecord::name)
        .containsExactly(SagaStep.values());
  }

  @Test
  void survivesTheDatabase() {
    var timeline =
        Timeline.allPending()
            .with(RESERVE_INVENTORY, step -> step.started(NOON))
            .with(RESERVE_INVENTORY, step -> step.ended(StepStatus.FAILED, "out_of_stock", NOON));

    var text = column.convertToDatabaseColumn(timeline);

    assertThat(text).contains("\"reserve_inventory\"", "\"failed\"", "2026-03-01T12:00:00Z");
    assertThat(column.convertToEntityAttribute(text)).isEqualTo(timeline);
  }
}
