package io.stallcast.system;

import static java.util.stream.Collectors.toMap;

import io.stallcast.asyncapi.AsyncDocument;
import io.stallcast.platform.event.Topic;
import io.stallcast.stack.JvmPart;
import io.stallcast.stack.Part;
import io.stallcast.stack.Progress;
import io.stallcast.stack.Stack;
import io.stallcast.stack.StackSettings;
import io.stallcast.system.fault.Databases;
import io.stallcast.system.fault.Victim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The stack that all tests share: started by the first of them, ended with this process. Its data
 * and logs stay in {@code target/stack} until the next run.
 */
final class RunningStack {
  private static final String SERVICE = "system-tests";
  static final String SERVICE_SECRET = "a-secret-of-the-system-tests";
  private static final Path DATA = repository().resolve("deploy/system-tests/target/stack");

  /** Where the steps of a purchase are seen. */
  static final List<String> SAGA_TOPICS =
      Stream.of(
              Topic.INVENTORY_COMMANDS,
              Topic.PAYMENT_COMMANDS,
              Topic.ACCESS_COMMANDS,
              Topic.SAGA_REPLIES)
          .map(Topic::topicName)
          .toList();

  private static final List<String> DATABASES =
      List.of("auth", "catalog", "orders", "payment", "streaming", "chat", "notification");

  private final TraceCollector traces = TraceCollector.start();
  private final StackSettings settings = settings(traces.endpoint());
  private final Stack stack;
  private final MailBox mailBox;

  /** Started by the first who asks for it; who asks for something else here starts nothing. */
  private static final class Shared {
    private static final RunningStack STACK = new RunningStack();
  }

  private RunningStack() {
    stack = Stack.start(settings, Progress.SILENT);
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    mailBox = new MailBox(stack);
  }

  static RunningStack get() {
    return Shared.STACK;
  }

  /** The origin that clients know. */
  String gateway() {
    return stack.gateway();
  }

  /** A process, to be hurt. */
  Part part(String name) {
    return stack.part(name);
  }

  /** A process that is a JVM, to be given an environment. */
  JvmPart jvm(String name) {
    return stack.jvm(name);
  }

  /** The names of all services. */
  static List<String> services() {
    return StackSettings.services();
  }

  /** All processes of a service. */
  List<Part> pods(String service) {
    return stack.pods(service);
  }

  /** A service's database, past the service. */
  Database database(String name) {
    return new Database(stack.jdbcUrl(name), name);
  }

  /** Where an application is found past the gateway. */
  String inside(String application) {
    return stack.url(application);
  }

  /** The token of a service that is none of the stack's. */
  String serviceToken() {
    return Api.anonymous(inside("auth-service"))
        .submit(
            "/api/v1/auth/token",
            "grant_type=client_credentials&client_id=%s&client_secret=%s"
                .formatted(SERVICE, SERVICE_SECRET))
        .expect(200)
        .json()
        .path("access_token")
        .asText();
  }

  Stack stack() {
    return stack;
  }

  /** What a purchase cannot do without. */
  List<Victim> victims() {
    return Stream.of(
            "order-service", "payment-service", "catalog-service", "gateway", "broker", "database")
        .map(this::victim)
        .toList();
  }

  /** All that there is. */
  List<Victim> everybody() {
    return Stream.concat(
            services().stream(), Stream.of("gateway", "broker", "database", "test-provider"))
        .map(this::victim)
        .toList();
  }

  private Victim victim(String name) {
    return new Victim(name, stack.pods(name));
  }

  /** {@code host:port}. */
  String broker() {
    return stack.broker();
  }

  /** Where each pod of a service is found past the gateway. */
  List<String> podUrls(String service) {
    return stack.pods(service).stream()
        .map(pod -> "http://localhost:" + settings.ports().get(pod.name()))
        .toList();
  }

  /** Where every process of ours tells of itself. */
  List<String> monitored() {
    return Stream.concat(
            services().stream().flatMap(service -> podUrls(service).stream()),
            Stream.of("http://localhost:" + settings.ports().get("management")))
        .toList();
  }

  Databases databases() {
    return new Databases(DATABASES.stream().collect(toMap(name -> name, stack::jdbcUrl)));
  }

  Provider provider() {
    return new Provider(stack.url("test-provider"));
  }

  MailBox mailBox() {
    return mailBox;
  }

  TraceCollector traces() {
    return traces;
  }

  /** What was promised of sockets or topics. */
  static AsyncDocument document(String name) {
    return AsyncDocument.in(repository().resolve("docs/asyncapi/" + name + ".yaml"));
  }

  /** What each process has logged, those before it under its name included. */
  static Path logs() {
    return DATA.resolve("logs");
  }

  static Path repository() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow();
  }

  private static StackSettings settings(String traceEndpoint) {
    delete(DATA);
    return StackSettings.lasting(repository(), DATA)
        .replicas(twoPodsEach())
        .onFreePorts()
        .with(overrides(traceEndpoint));
  }

  /** What works with one pod only, does not work. */
  private static Map<String, Integer> twoPodsEach() {
    return services().stream().collect(toMap(service -> service, service -> 2));
  }

  /** What differs from the stack that people start: nothing that decides a purchase. */
  private static Map<String, String> overrides(String traceEndpoint) {
    return Map.ofEntries(
        // many people behind one address, and no time to lose on their passwords
        Map.entry("stallcast.gateway.limits.address.requests", "1000000"),
        Map.entry("stallcast.gateway.limits.user.requests", "1000000"),
        Map.entry("stallcast.gateway.limits.sign-in.requests", "1000000"),
        Map.entry("stallcast.auth.passwords.memory-kib", "64"),
        Map.entry("stallcast.auth.passwords.iterations", "1"),
        // shorter waits
        Map.entry("stallcast.auth.sessions.grace", "PT5S"),
        Map.entry("stallcast.payment.challenge.poll", "1s"),
        Map.entry("mp.messaging.connector.smallrye-kafka.session.timeout.ms", "6000"),
        Map.entry("mp.messaging.connector.smallrye-kafka.heartbeat.interval.ms", "1500"),
        // a service that is none of the stack's
        Map.entry("stallcast.auth.clients." + SERVICE + ".secret", SERVICE_SECRET),
        // traces are told to the tests: those that a client wants, and a few others
        Map.entry("stallcast.telemetry.endpoint", traceEndpoint),
        Map.entry("stallcast.telemetry.sampling", "0.01"),
        Map.entry("quarkus.otel.exporter.otlp.protocol", "http/protobuf"),
        Map.entry("quarkus.otel.bsp.schedule.delay", "500ms"));
  }

  private static void delete(Path folder) {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
