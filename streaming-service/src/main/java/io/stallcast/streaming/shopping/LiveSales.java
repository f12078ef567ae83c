package io.stallcast.streaming.shopping;

import io.quarkus.runtime.StartupEvent;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.event.catalog.StockEvent;
import io.stallcast.platform.event.catalog.StockEvent.StockChanged;
import io.stallcast.platform.event.catalog.StockEvent.StockRemoved;
import io.stallcast.platform.event.order.OrderEvent;
import io.stallcast.platform.event.order.OrderEvent.OrderConfirmed;
import io.stallcast.platform.fanout.Ears;
import io.stallcast.streaming.Screens;
import io.stallcast.streaming.WatchFrame.Sale;
import io.stallcast.streaming.WatchFrame.Stock;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shows stock and sales to those who watch: what comes within a moment is shown together, so that a
 * rush for a product is not one for the sockets.
 */
@ApplicationScoped
class LiveSales {
  private static final long MOMENT_MILLIS = 250;

  private final Map<UUID, Long> stocks = new ConcurrentHashMap<>();
  private final Map<UUID, Long> sales = new ConcurrentHashMap<>();
  private final Screens screens;
  private final Vertx vertx;

  LiveSales(Screens screens, Vertx vertx) {
    this.screens = screens;
    this.vertx = vertx;
  }

  void listen(@Observes Ears ears) {
    ears.hear(Topic.STOCK_EVENTS, StockEvent.class, Duration.ZERO, event -> hear(event.data()));
    ears.hear(Topic.ORDER_EVENTS, OrderEvent.class, Duration.ZERO, event -> hear(event.data()));
  }

  void start(@Observes StartupEvent started) {
    vertx.setPeriodic(MOMENT_MILLIS, timer -> show());
  }

  private void hear(StockEvent event) {
    switch (event) {
      case StockChanged stock when stock.available() != null ->
          stocks.put(stock.productId(), stock.available());
      case StockChanged unlimited -> {}
      case StockRemoved ignored -> {}
    }
  }

  private void hear(OrderEvent event) {
    if (event instanceof OrderConfirmed confirmed) {
      confirmed
          .lines()
          .forEach(line -> sales.merge(line.productId(), (long) line.quantity(), Long::sum));
    }
  }

  private void show() {
    for (var product : List.copyOf(sales.keySet())) {
      screens.showBeside(product, new Sale(product, sales.remove(product)));
    }
    for (var product : List.copyOf(stocks.keySet())) {
      screens.showBeside(product, new Stock(product, stocks.remove(product)));
    }
  }
}
