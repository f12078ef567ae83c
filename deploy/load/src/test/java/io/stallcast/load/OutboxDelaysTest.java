package io.stallcast.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutboxDelaysTest {
  private final OutboxDelays before = delays(5, 8, 10);
  private final OutboxDelays after = delays(55, 107, 110);

  @Test
  void addsUpWhatServicesTell() {
    TreeMap<Double, Double> sum = new TreeMap<>();

    OutboxDelays.add(line("0.01", "4.0"), sum);
    OutboxDelays.add(line("0.01", "3.0"), sum);
    OutboxDelays.add(line("+Inf", "9.0"), sum);
    OutboxDelays.add("http_server_requests_seconds_bucket{le=\"0.01\"} 7.0", sum);

    assertThat(sum).isEqualTo(Map.of(0.01, 7.0, Double.POSITIVE_INFINITY, 9.0));
  }

  @Test
  void countsWhatCameSince() {
    assertThat(after.since(before).count()).isEqualTo(100);
  }

  @Test
  void namesTheBoundThatHasThePart() {
    assertThat(after.since(before).percentile(0.5)).isEqualTo(10);
    assertThat(after.since(before).percentile(0.99)).isEqualTo(50);
    assertThat(after.since(before).percentile(0.999)).isEqualTo(100);
  }

  private static OutboxDelays delays(double to10, double to50, double to100) {
    return new OutboxDelays(new TreeMap<>(Map.of(0.01, to10, 0.05, to50, 0.1, to100)));
  }

  private static String line(String bound, String count) {
    return "stallcast_outbox_delay_seconds_bucket{application=\"a\",le=\"" + bound + "\"} " + count;
  }
}
