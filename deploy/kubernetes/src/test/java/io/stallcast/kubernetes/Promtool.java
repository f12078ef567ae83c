package io.stallcast.kubernetes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Prometheus' own judge of rules.
 *
 * @param isContent whether it found nothing wrong
 * @param output what it said
 */
record Promtool(boolean isContent, String output) {

  static Promtool in(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Promtool(process.waitFor() == 0, output);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "These tests need promtool, of Debian's package prometheus: .ci/run installs it.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
