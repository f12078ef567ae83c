package io.stallcast.platform.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LifelineTest {

  @Test
  void endsTheProcessOfAJvmThatIsKilled() throws Exception {
    Process sleeper = sleeper();
    Process jvm = jvmHolding(sleeper.pid());

    Signal.KILL.send(jvm.pid());

    assertThat(sleeper.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void letsTheProcessGoWhenItIsClosed() throws Exception {
    Process sleeper = sleeper();
    Lifeline.of(sleeper.pid(), Signal.KILL).close();

    assertThat(sleeper.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
    sleeper.destroyForcibly();
  }

  private static Process sleeper() throws IOException {
    return new ProcessBuilder("sleep", "60").start();
  }

  private static Process jvmHolding(long pid) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classpath = System.getProperty("java.class.path");
    Process jvm =
        new ProcessBuilder(java, "-cp", classpath, Holder.class.getName(), "" + pid).start();
    assertThat(jvm.inputReader().readLine()).isEqualTo("holding");
    return jvm;
  }

  /** The JVM to be killed. */
  static final class Holder {
    public static void main(String[] arguments) throws IOException {
      Lifeline.of(Long.parseLong(arguments[0]), Signal.KILL);
      System.out.println("holding");
      // until it is killed: nobody writes to it
      System.in.read();
    }
  }
}
