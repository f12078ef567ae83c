package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells newcomers to type works as it stands. */
class ReadmeTourIT {
  private static final Pattern TOUR =
      Pattern.compile("<!-- tour:[^\n]*\n```bash\n(.*?)\n```", Pattern.DOTALL);

  @RegisterExtension final Shop shop = new Shop();
  @TempDir Path folder;

  @Test
  void tourEndsWithTheCourseInTheBuyersHands() throws Exception {
    String output = run(tour());

    assertThat(output).contains("\"title\": \"An evening with the course\"");
    assertThat(output).contains("\"status\": \"confirmed\"");
    assertThat(output).containsPattern("\"granted\": ?true");
    assertThat(output).containsPattern("\"available\": ?9");
  }

  private static String tour() throws IOException {
    Matcher tour = TOUR.matcher(Files.readString(RunningStack.repository().resolve("README.md")));
    assertThat(tour.find()).as("the README has a tour").isTrue();
    return tour.group(1);
  }

  /** Ends at the first command that fails, where a reader would. */
  private String run(String commands) throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    var bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands);
    bash.environment().put("STALLCAST", shop.stack().gateway());
    Process process = bash.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    boolean hasEnded = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(output);
    assertThat(hasEnded).as("it ends; it said: %s", said).isTrue();
    assertThat(process.exitValue()).as("its exit code; it said: %s", said).isZero();
    return said;
  }
}
