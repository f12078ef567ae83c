package io.stallcast.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A running Stallcast. {@link #start} returns when all of it serves; {@link #close} ends all of it,
 * edge first and database last. Its parts may be hurt and started again one by one.
 */
public final class Stack implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final StackSettings settings;
  private final Progress progress;
  private final DataFolder data;
  private final Sites sites;
  private final Map<String, Part> started = Collections.synchronizedMap(new LinkedHashMap<>());

  private List<Balancer> balancers = List.of();
  private MailServer mail;
  private volatile boolean closing;

  private Stack(StackSettings settings, DataFolder data, Progress progress) {
    this.settings = settings;
    this.data = data;
    this.progress = progress;
    this.sites = new Sites(settings.ports(), settings.replicas(), data);
  }

  /**
   * Starts everything and returns when it serves.
   *
   * @throws StackFailure where it cannot; nothing is left running then
   */
  public static Stack start(StackSettings settings, Progress progress) {
    Stack stack = open(settings, progress);
    try {
      stack.check();
      stack.startParts();
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** A stack of which nothing runs yet; it has its data folder to itself. */
  static Stack open(StackSettings settings, Progress progress) {
    return new Stack(settings, DataFolder.open(settings.data()), progress);
  }

  /** Drops what an earlier stack left in the data folder. */
  void reset() {
    data.reset();
  }

  /** Refuses to start where it cannot work out; nothing runs yet. */
  void check() {
    Preflight.check(settings);
  }

  void startParts() {
    mail = MailServer.start(sites.port(Topology.MAIL), sites.folder(Topology.MAIL));
    var parts = new PartFactory(settings, data, sites);
    inParallel(List.of(parts.database(), parts.broker()));
    balancers = parts.balancers();
    inParallel(parts.applications());
  }

  boolean isClosing() {
    return closing;
  }

  /** Where clients find the shop. */
  public String gateway() {
    return url(Topology.GATEWAY);
  }

  /** Where an application is found from inside, past the gateway: any of its pods answers. */
  public String url(String application) {
    return sites.url(application);
  }

  /** {@code host:port} of the broker. */
  public String broker() {
    return sites.address(Topology.BROKER);
  }

  /** The JDBC address of an application's database; user and password are the database's name. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://" + sites.address(Topology.DATABASE) + "/" + database;
  }

  /**
   * A part by its name in {@link Topology}: an application, {@code database} or {@code broker}.
   * {@code order-service} is the first pod, {@code order-service-2} the second one.
   */
  public Part part(String name) {
    return Optional.ofNullable(started.get(name))
        .orElseThrow(() -> new StackFailure(name + " does not run in this stack."));
  }

  /** A part that is a JVM: all but the database are. */
  public JvmPart jvm(String name) {
    if (part(name) instanceof JvmPart jvm) {
      return jvm;
    }
    throw new StackFailure(name + " is no JVM.");
  }

  /** All parts that run as processes, in the order in which they were started. */
  public List<Part> parts() {
    synchronized (started) {
      return List.copyOf(started.values());
    }
  }

  /** The pods of an application, the first one first. */
  public List<Part> pods(String application) {
    return settings.replicas().names(application).map(this::part).toList();
  }

  /** Every mail that was sent so far, oldest first. */
  public List<Mail> mails() {
    return mail.mails();
  }

  /** Where a part's output goes. */
  public Path log(String part) {
    return data.log(part);
  }

  /** A file by which something is remembered as done with this data. */
  Path marker(String name) {
    return data.path().resolve(name + ".done");
  }

  /** The memory that all of it holds, this process included, in KiB. */
  public long residentKib() {
    Stream<ProcessHandle> processes = parts().stream().flatMap(Part::processes);
    return Memory.residentKib(Stream.concat(Stream.of(ProcessHandle.current()), processes));
  }

  /** Ends all of it, in good order. Data stays unless the stack is a temporary one. */
  @Override
  public void close() {
    synchronized (started) {
      if (closing) {
        return;
      }
      closing = true;
    }
    stopApplications();
    stop(Topology.BROKER);
    stop(Topology.DATABASE);
    balancers.forEach(Balancer::close);
    if (mail != null) {
      mail.close();
    }
    if (settings.temporary()) {
      data.delete();
    } else {
      data.close();
    }
  }

  /** As many at once as there are processors, and one: each waits for the others now and then. */
  private void inParallel(List<Part> parts) {
    int atOnce = Runtime.getRuntime().availableProcessors() + 1;
    try (var executor = Executors.newFixedThreadPool(atOnce)) {
      List<Callable<Void>> tasks = parts.stream().map(this::starting).toList();
      for (Future<Void> task : executor.invokeAll(tasks)) {
        task.get();
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.");
    }
  }

  private Callable<Void> starting(Part part) {
    return () -> {
      long since = System.nanoTime();
      launch(part);
      part.awaitReady(PATIENCE);
      Duration took = Duration.ofNanos(System.nanoTime() - since);
      progress.ready(part.name(), took, sites.address(part.name()));
      watch(part);
      return null;
    };
  }

  /** Not while the stack closes: it would miss what starts behind its back. */
  private void launch(Part part) {
    synchronized (started) {
      if (closing) {
        throw new StackFailure("Stopped while it started.");
      }
      started.put(part.name(), part);
    }
    part.start();
  }

  private void watch(Part part) {
    var unused =
        part.process()
            .onExit()
            .thenRun(() -> {
              if (!closing) {
                progress.ended(part.name());
              }
            });
  }

  private void stopApplications() {
    try (var executor = Executors.newCachedThreadPool()) {
      Topology.names()
          .flatMap(settings.replicas()::names)
          .forEach(name -> executor.execute(() -> stop(name)));
    }
  }

  private void stop(String name) {
    Part part = started.get(name);
    if (part != null && part.isRunning()) {
      part.stop();
    }
  }
}
