package io.stallcast.catalog.reservation;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts wishes for units that were refused: {@code stallcast_stock_rejections_total}, by code. */
@ApplicationScoped
class StockRejections {
  private final MeterRegistry registry;

  StockRejections(MeterRegistry registry) {
    this.registry = registry;
  }

  void count(Refusal refusal) {
    registry.counter("stallcast.stock.rejections", "code", refusal.problem().code()).increment();
  }
}
