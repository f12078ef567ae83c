package io.stallcast.platform.inbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.event.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Continues the trace that a record carries: a consumer span around its application. */
@ApplicationScoped
class RecordTracing {
  private static final TextMapGetter<ConsumerRecord<?, ?>> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(ConsumerRecord<?, ?> record) {
          return List.of("traceparent");
        }

        @Override
        public String get(ConsumerRecord<?, ?> record, String key) {
          return record == null ? null : EventCodec.header(record, key);
        }
      };

  private final Tracer tracer;

  RecordTracing(Tracer tracer) {
    this.tracer = tracer;
  }

  /** Runs {@code work} within a span of the record; the work is given the span's context. */
  <T> Uni<T> around(ConsumerRecord<String, String> record, Function<Context, Uni<T>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          var span = start(record);
          return work.apply(Context.root().with(span))
              .onItemOrFailure()
              .invoke((item, failure) -> end(span, failure));
        });
  }

  /**
   * Runs {@code work} within a span of each record. The work is given the first one's context, and
   * the events with their own span's: what one of them causes names it as its cause.
   */
  <T, R> Uni<R> aroundEach(
      List<Received<T>> received, BiFunction<Context, List<Envelope<T>>, Uni<R>> work) {
    return Uni.createFrom()
        .deferred(() -> {
          var spans = received.stream().map(r -> start(r.record())).toList();
          return work.apply(Context.root().with(spans.getFirst()), within(received, spans))
              .onItemOrFailure()
              .invoke((item, failure) -> spans.forEach(span -> end(span, failure)));
        });
  }

  /** Handles an event of several in the trace that it is in, and no other's. */
  @SuppressWarnings("MustBeClosedChecker") // ends with the Vert.x context that it belongs to
  static <T> Uni<?> within(Envelope<T> event, Function<Envelope<T>, Uni<?>> handler) {
    event.trace().makeCurrent();
    return handler.apply(event);
  }

  private static <T> List<Envelope<T>> within(List<Received<T>> received, List<Span> spans) {
    return IntStream.range(0, spans.size())
        .mapToObj(i -> received.get(i).event().within(traceparent(spans.get(i))))
        .toList();
  }

  private static String traceparent(Span span) {
    var carrier = new HashMap<String, String>(2);
    W3CTraceContextPropagator.getInstance()
        .inject(Context.root().with(span), carrier, HashMap::put);
    return carrier.get("traceparent");
  }

  private Span start(ConsumerRecord<String, String> record) {
    var parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), record, HEADERS);
    return tracer
        .spanBuilder(record.topic() + " process")
        .setSpanKind(SpanKind.CONSUMER)
        .setParent(parent)
        .setAttribute("messaging.system", "kafka")
        .setAttribute("messaging.destination.name", record.topic())
        .setAttribute("messaging.kafka.message.key", record.key())
        .setAttribute("messaging.message.type", EventCodec.header(record, "ce_type"))
        .startSpan();
  }

  private static void end(Span span, Throwable failure) {
    if (failure != null) {
      span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
    }
    span.end();
  }
}
