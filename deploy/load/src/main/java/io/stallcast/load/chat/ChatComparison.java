package io.stallcast.load.chat;

import io.stallcast.load.Report;
import io.stallcast.load.Shop;
import io.stallcast.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Has the same crowds talk by chat-service and by socket.io, and reports how both did. */
public final class ChatComparison {
  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);
  private static final Duration LONGEST_MEASURED = Duration.ofSeconds(30);
  private static final int ACCOUNTS = 20;

  private final Stack stack;
  private final SocketIo socketIo;
  private final Path results;
  private final Report report;
  private final Duration warmUp;
  private final Duration measured;
  private final Shop shop;
  private final List<String> emails;
  private final String creator;

  /** In a stack that has at least what chat-service needs. */
  public ChatComparison(Stack stack, SocketIo socketIo, Path results, Report report) {
    this.stack = stack;
    this.socketIo = socketIo;
    this.results = results;
    this.report = report;
    this.warmUp = shorter(report.warmUp(), LONGEST_WARM_UP);
    this.measured = shorter(report.measured(), LONGEST_MEASURED);
    this.shop = new Shop(stack.gateway());
    this.emails = IntStream.range(0, ACCOUNTS).mapToObj(i -> shop.register()).toList();
    this.creator = shop.creator();
  }

  /** Runs all of it. */
  public void run() throws IOException, InterruptedException {
    report.say(
        "%nchat: %d s of warm-up, %d s measured; both are asked on their own port",
        warmUp.toSeconds(), measured.toSeconds());
    var chat = new ChatReport(report, "chat-service", socketIo.title());
    // first those who are just there: what they take is seen best where nobody has talked before
    for (Gathering gathering : List.of(Gathering.IDLE, Gathering.HALL, Gathering.PARLOURS)) {
      report.begin("chat, " + gathering.title());
      Path folder = results.resolve(Instant.now().getEpochSecond() + "-" + gathering.name());
      Map<String, String> settings = prepare(gathering, Files.createDirectories(folder));
      Map<String, Measured> ours = measure(new ChatService(stack), settings, folder);
      Map<String, Measured> theirs = measure(startSocketIo(folder), settings, folder);
      chat.compare(gathering, ours, theirs);
    }
  }

  private ChatServer startSocketIo(Path folder) {
    return socketIo.start(
        stack.url("auth-service") + "/.well-known/jwks.json", folder.resolve("socket.io.log"));
  }

  private Map<String, Measured> measure(
      ChatServer server, Map<String, String> settings, Path folder) throws InterruptedException {
    Path log = folder.resolve("crowd-of-" + server.dialect() + ".log");
    try (server;
        var run = CrowdRun.start(server, settings, log)) {
      return run.watch(milestone -> report.say("  %s: %s", server.title(), milestone.text()));
    }
  }

  /** Everybody is logged in anew: tokens do not outlive a quarter of an hour. */
  private Map<String, String> prepare(Gathering gathering, Path folder) throws IOException {
    Stream<String> rooms =
        IntStream.range(0, gathering.rooms()).mapToObj(i -> shop.stream(creator));
    Stream<String> tokens = emails.stream().map(email -> shop.logIn(email).token());
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("rooms", Files.write(folder.resolve("rooms"), rooms.toList()).toString());
    settings.put("tokens", Files.write(folder.resolve("tokens"), tokens.toList()).toString());
    settings.put("people", "" + gathering.people());
    settings.put("warm-up", "" + warmUp.toSeconds());
    settings.put("measured", "" + measured.toSeconds());
    if (!gathering.inFlight().isEmpty()) {
      settings.put(
          "in-flight",
          gathering.inFlight().stream().map(String::valueOf).collect(Collectors.joining(",")));
    }
    return settings;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
