package io.stallcast.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long messages took from their making to the broker's acknowledgement: the histograms {@code
 * stallcast_outbox_delay} of several services, added up.
 *
 * @param upTo how many took at most so many seconds, in total since the services' start
 */
record OutboxDelays(TreeMap<Double, Double> upTo) {
  private static final Pattern BUCKET =
      Pattern.compile("stallcast_outbox_delay_seconds_bucket\\{.*le=\"([^\"]+)\".*?}\\s+(\\S+)");

  /** As the services at these addresses tell it now. */
  static OutboxDelays of(List<String> services) {
    TreeMap<Double, Double> sum = new TreeMap<>();
    services.forEach(service -> metrics(service).lines().forEach(line -> add(line, sum)));
    return new OutboxDelays(sum);
  }

  /** What was added since {@code earlier}. */
  OutboxDelays since(OutboxDelays earlier) {
    TreeMap<Double, Double> difference = new TreeMap<>(upTo);
    difference.replaceAll((bound, count) -> count - earlier.upTo.getOrDefault(bound, 0.0));
    return new OutboxDelays(difference);
  }

  long count() {
    return upTo.isEmpty() ? 0 : Math.round(upTo.lastEntry().getValue());
  }

  /** The bound, in milliseconds, of the first bucket that has this part of all; no guess within. */
  double percentile(double part) {
    return upTo.entrySet().stream()
            .filter(bucket -> bucket.getValue() >= part * count())
            .mapToDouble(Map.Entry::getKey)
            .findFirst()
            .orElse(Double.NaN)
        * 1000;
  }

  static void add(String line, TreeMap<Double, Double> sum) {
    Matcher bucket = BUCKET.matcher(line);
    if (bucket.find()) {
      String bound = bucket.group(1);
      double seconds = bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
      sum.merge(seconds, Double.parseDouble(bucket.group(2)), Double::sum);
    }
  }

  private static String metrics(String service) {
    try (HttpClient http = HttpClient.newBuilder().version(Version.HTTP_1_1).build()) {
      var request =
          HttpRequest.newBuilder(URI.create(service + "/q/metrics"))
              .header("Accept", "text/plain")
              .build();
      return http.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
