package io.stallcast.stack;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What the person at the terminal reads. */
final class Console implements Progress {
  private final PrintWriter out;

  Console(PrintWriter out) {
    this.out = out;
  }

  void starting(StackSettings settings) {
    say("Stallcast starts; data and logs in %s", settings.data());
  }

  @Override
  public void ready(String part, Duration took, String address) {
    say("  %-23s ready after %5.1f s   %s", part, seconds(took), address);
  }

  @Override
  public void ended(String part) {
    say("  %-23s ENDED, see logs/%s.log", part, part);
  }

  void loadingDemo() {
    say("  loading the demo's shop ...");
  }

  void demoFailed(String why) {
    say("  The demo's shop is incomplete: %s", why);
  }

  void logIns(List<LogIn> logIns) {
    say("");
    say("Log-ins:");
    logIns.forEach(logIn -> say("  %-10s %-28s %s", logIn.role(), logIn.email(), logIn.password()));
  }

  void ready(Stack stack, StackSettings settings, Duration took) {
    Path data = settings.data().toAbsolutePath();
    say("");
    say("Mails are in %s, logs in %s", data.resolve(Topology.MAIL), data.resolve("logs"));
    settings.without().forEach(name -> say("Left out: %s", devMode(name, settings)));
    say("The shop is open at %s (API: %1$s/swagger-ui)", stack.gateway());
    String memory = Memory.inGib(stack.residentKib());
    say("Ready after %.1f s, %s of memory. Ctrl-C ends it.", seconds(took), memory);
  }

  void stopping() {
    say("");
    say("Stallcast stops ...");
  }

  void stopped() {
    say("All of it has ended.");
  }

  /** The usual ports need no telling: every service assumes them. */
  private static String devMode(String name, StackSettings settings) {
    String command = "./mvnw -Dquick quarkus:dev -am -pl " + name;
    return settings.ports().equals(Topology.ports(settings.replicas()))
        ? command
        : command
            + " -Dsmallrye.config.locations="
            + settings.data().toAbsolutePath().resolve(name + "/config/application.properties");
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }

  @SuppressWarnings(
      "AnnotateFormatMethod") // that annotation would be the one dependency on Error Prone
  private synchronized void say(String format, Object... arguments) {
    out.println(String.format(Locale.ROOT, format, arguments));
    out.flush();
  }
}
