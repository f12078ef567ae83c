package io.stallcast.load;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * What a simulation left in its folder.
 *
 * @param page Gatling's page, for people
 * @param figures see {@link #of}
 */
record LoadReport(Path page, Properties figures) {
  static final String FIGURES = "figures.properties";

  /**
   * What was measured of one thing that was done.
   *
   * @param median of those that were done, in milliseconds
   * @param p99 of the same
   */
  record Done(long count, long failed, double median, double p99) {}

  static LoadReport in(Path folder) {
    try (Stream<Path> files = Files.walk(folder, 2);
        Reader reader = Files.newBufferedReader(folder.resolve(FIGURES))) {
      Properties figures = new Properties();
      figures.load(reader);
      return new LoadReport(
          files.filter(f -> f.endsWith("index.html")).findAny().orElseThrow(), figures);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Done of(String what) {
    return new Done(
        (long) figure(what + ".count"),
        (long) figure(what + ".failed"),
        figure(what + ".p50"),
        figure(what + ".p99"));
  }

  private double figure(String name) {
    return Double.parseDouble(figures.getProperty(name, "0"));
  }
}
