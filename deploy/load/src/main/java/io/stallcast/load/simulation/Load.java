package io.stallcast.load.simulation;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.group;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** What all simulations share: who is asked, when it counts, and from which addresses. */
abstract class Load extends Simulation {
  /** Buyers, one a line: {@code token,refreshToken,email,password}. */
  static final String BUYERS = System.getProperty("buyers");

  /** Ids of products, one a line: {@code product}. */
  static final String PRODUCTS = System.getProperty("products");

  /** Users a second that arrive; 0 where {@link #CONCURRENT} users are there all the time. */
  static final double RATE = Double.parseDouble(System.getProperty("rate", "0"));

  static final int CONCURRENT = Integer.getInteger("concurrent", 1);

  /** The time in which the load rises. */
  static final Duration RAMP = Duration.ofSeconds(10);

  private static final Instant FROM = Instant.parse(System.getProperty("measured.from"));
  private static final Instant TO = Instant.parse(System.getProperty("measured.to"));
  private static final String BEGUN = "begun";

  private final Figures figures = new Figures();

  @Override
  public void after() {
    figures.write(Path.of(System.getProperty("figures")));
  }

  /** Measures what is done under this name; what begins in the warm-up is only shown by Gatling. */
  ChainBuilder measured(String what, ChainBuilder done) {
    return group(session -> isWarmUp(Instant.now()) ? "warm-up" : what)
        .on(
            exec(session -> session.markAsSucceeded().set(BEGUN, Instant.now())),
            done,
            exec(session -> record(what, session)));
  }

  private Session record(String what, Session session) {
    Instant begun = session.get(BEGUN);
    if (isWarmUp(begun) || !begun.isBefore(TO)) {
      return session;
    }
    if (session.isFailed()) {
      figures.failed(what);
    } else {
      figures.done(what, Duration.between(begun, Instant.now()));
    }
    return session;
  }

  private static boolean isWarmUp(Instant time) {
    return time.isBefore(FROM);
  }

  /** From the end of the ramp to the end of what is measured. */
  static Duration atFullLoad() {
    return Duration.between(Instant.now(), TO).minus(RAMP).plusSeconds(2);
  }

  /** Through the gateway, from many addresses of this machine. */
  static HttpProtocolBuilder gateway() {
    List<String> addresses = IntStream.rangeClosed(1, 16).mapToObj(i -> "127.0.7." + i).toList();
    return http.baseUrl(System.getProperty("gateway"))
        .localAddresses(addresses)
        .shareConnections()
        .acceptHeader("application/json")
        .contentTypeHeader("application/json");
  }
}
