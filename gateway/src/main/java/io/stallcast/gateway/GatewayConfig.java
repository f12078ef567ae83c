package io.stallcast.gateway;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Who answers which paths. */
@ConfigMapping(prefix = "stallcast.gateway")
public interface GatewayConfig {

  /** The services behind the edge, by name. */
  Map<String, UpstreamConfig> upstreams();

  /**
   * Paths that services offer one another: not found from outside, nor is anything below them. They
   * win over the paths of an upstream.
   */
  List<String> internalPaths();

  /** How their pods are asked whether they are ready. */
  ProbeConfig probes();

  /**
   * Paths of which each service answers its own part. {@code ?service=} says whose is meant; a list
   * without it is put together of all. They win over the paths of an upstream.
   */
  List<String> sharedPaths();

  /** One service. */
  interface UpstreamConfig {
    /** It answers these paths and all below them; the longest path wins. */
    @NotEmpty
    List<String> paths();

    /**
     * Where its pods are, {@code host:port}, comma-separated; requests go round. {@code
     * quarkus.stork.<name>.*} replaces this by another kind of discovery.
     */
    @NotBlank
    String addresses();

    /** How long a connection may take. */
    @WithDefault("1s")
    Duration connectTimeout();

    /**
     * How long the head of an answer may take, from the end of the request; the body may take
     * longer.
     */
    @WithDefault("10s")
    Duration timeout();

    /**
     * Requests that may wait for their answer at a time; more are refused at once. A burst of
     * buyers may queue for some tenths of a second; a longer queue would outlive its clients.
     */
    @WithDefault("512")
    @Min(1)
    int concurrency();

    /** Connections to each address, including answers that go on for long (downloads, events). */
    @WithDefault("1024")
    @Min(1)
    int connections();

    /** The largest request body. */
    @WithDefault("1M")
    MemorySize maxBody();

    /** Whether paths may be logged; false where they carry secrets. */
    @WithDefault("true")
    boolean logPaths();

    /** Whether it has a part of the shared paths. */
    @WithDefault("true")
    boolean sharing();

    /** Whether it has a part in the API document. */
    @WithDefault("true")
    boolean documented();

    /** When to stop asking a service that fails. */
    BreakerConfig breaker();
  }

  /** When a pod is taken out, and when it is back. */
  interface ProbeConfig {
    /** What is asked for; whatever is no server error will do. */
    @WithDefault("/q/health/ready")
    String path();

    /** How often each pod is asked. */
    @WithDefault("1s")
    Duration interval();

    /** How long an answer may take. */
    @WithDefault("1s")
    Duration timeout();

    /** Answers in a row that may be missing; a refused connection is enough by itself. */
    @WithDefault("3")
    @Min(1)
    int misses();
  }

  /**
   * When a circuit opens, and when it closes again. Only unreachable and unanswered requests fail.
   */
  interface BreakerConfig {
    /** The number of last requests that are looked at. */
    @WithDefault("20")
    @Min(1)
    int window();

    /** The share of them that must have failed for the circuit to open. */
    @WithDefault("0.5")
    @DecimalMin("0.01")
    @DecimalMax("1.0")
    double failureRatio();

    /** How long requests are refused before one is let through on trial. */
    @WithDefault("2s")
    Duration delay();

    /** How many trials must succeed for the circuit to close. */
    @WithDefault("2")
    @Min(1)
    int trials();
  }
}
