package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.system.RawHttp.Reply;
import io.stallcast.system.fault.Databases.DeadLetter;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whatever is sent to whatever operation, the answer is one that its document names. */
class MalformedInputIT {
  private static final int AT_LEAST = 2000;
  private static final int MOST = 2500;
  private static final int AT_ONCE = 6;
  private static final Pattern LEAK =
      Pattern.compile(
          "(?i)exception|\\bat"
              + " (io|java|org|com)\\.|io\\.(stallcast|quarkus|vertx)|com\\.fasterxml|org\\.(hibernate|postgresql|jboss)|\\bselect"
              + " .* from\\b|\\binsert into\\b|violates");

  /** Not asked whether its books agree: what turns out to be sound may well order something. */
  private final Shop shop = new Shop();

  private final RawHttp gateway = new RawHttp(shop.stack().gateway());

  @Test
  void everyAnswerIsDocumented() {
    long seed = Long.getLong("malformed.seed", 20_260_101);
    List<Malformed> requests = requests(new Random(seed));
    List<DeadLetter> letters = shop.stack().databases().deadLetters();

    long since = System.nanoTime();
    List<String> wrong =
        Crowd.atMost(AT_ONCE).doing(requests, this::wrong).stream()
            .filter(Objects::nonNull)
            .toList();

    System.out.printf(
        "%d malformed requests, seed %d, took %d s; %d were answered wrongly.%n",
        requests.size(),
        seed,
        Duration.ofNanos(System.nanoTime() - since).toSeconds(),
        wrong.size());
    assertThat(requests).hasSizeGreaterThan(AT_LEAST);
    assertSoftly(all -> {
      all.assertThat(wrong).isEmpty();
      all.assertThat(health()).containsOnly("UP");
      all.assertThat(shop.stack().databases().deadLetters()).isEqualTo(letters);
    });
  }

  private List<Malformed> requests(Random random) {
    var belongings = new Belongings(shop);
    var subjects = new Subjects(shop);
    String product = shop.creator().publishes(course().price(1)).id();
    List<ApiOperation> operations =
        ApiOperation.all().stream()
            .filter(operation -> AuthorizationTable.isAtTheEdge(operation.id()))
            .toList();
    var faults = new MalformedRequests(random);
    List<Malformed> all = new ArrayList<>();
    Crowd.atMost(AT_ONCE)
        .doing(operations, operation -> sound(operation, belongings, subjects, product))
        .forEach(sound -> faults.of(sound).forEach(all::add));
    Collections.shuffle(all, random);
    return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
  }

  private static Malformed sound(
      ApiOperation operation, Belongings belongings, Subjects subjects, String product) {
    var thing = belongings.one(Belongings.kindIn(operation));
    Sample sample = Sample.of(operation, thing.id());
    Map<String, String> headers = new LinkedHashMap<>(sample.headerFields());
    if (operation.isProtected()) {
      String subject = AuthorizationTable.whoIsLetIn(operation.id());
      headers.put("Authorization", "Bearer " + subjects.tokens(subject, thing.owner()).getFirst());
    }
    String body = Sample.body(operation, Map.of("productId", product));
    return Malformed.none(operation, sample.path(), sample.query(), headers, body);
  }

  /** What is wrong with the answer; null for nothing. */
  private String wrong(Malformed request) {
    try {
      Reply reply = gateway.exchange(request.bytes());
      String complaint = complaint(request, reply);
      return complaint == null
          ? null
          : "%s: %s → %d %s".formatted(complaint, request, reply.status(), reply.body());
    } catch (IOException e) {
      return "no answer: " + request + ": " + e;
    }
  }

  private static String complaint(Malformed request, Reply reply) {
    if (reply.status() >= 500) {
      return "fails";
    }
    if (!request.isHttp()) {
      return reply.status() == 400 && reply.body().isEmpty() ? null : "is not a refusal alone";
    }
    if (request.reaches() && !request.operation().documents(reply.status())) {
      return "is not documented";
    }
    return reply.status() >= 400 && !isProblem(reply) ? "is no problem" : null;
  }

  private static boolean isProblem(Reply reply) {
    JsonNode problem = reply.json();
    return reply.header("content-type").orElse("").startsWith("application/problem+json")
        && problem.path("status").asInt() == reply.status()
        && !problem.path("code").asText().isEmpty()
        && !problem.path("detail").asText().isEmpty()
        && !LEAK.matcher(problem.path("detail").asText() + problem.path("violations")).find();
  }

  /** What every pod says of itself. */
  private List<String> health() {
    return RunningStack.services().stream()
        .flatMap(service -> shop.stack().podUrls(service).stream())
        .map(pod -> Api.anonymous(pod).get("/q/health").json().path("status").asText())
        .toList();
  }
}
