/**
 * Metrics, traces and logs of every process, alike: a metric carries {@code service}, a log line
 * the trace id. Traces are made always and sent only where {@code stallcast.telemetry.endpoint} (or
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT}) names an OTLP collector; {@code
 * stallcast.telemetry.sampling} is the share that is kept, 0 to 1.
 */
package io.stallcast.platform.telemetry;
