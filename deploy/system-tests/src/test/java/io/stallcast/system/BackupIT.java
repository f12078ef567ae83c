package io.stallcast.system;

import static io.stallcast.system.Listing.course;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stallcast.stack.Part;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every database is backed up, lost and brought back by the scripts that are there for it. Services
 * stand still meanwhile: their connections are gone when they go on.
 */
class BackupIT {
  private static final String REBUILD = "/api/v1/admin/projections/order-history";

  @RegisterExtension final Shop shop = new Shop();

  @TempDir Path folder;

  @Test
  void whatIsLostIsBroughtBack() throws IOException, InterruptedException {
    Product product = shop.creator().publishes(course().stock(10));
    Buyer buyer = shop.buyer();
    List<Purchase> purchases =
        Stream.of("tok_visa", "tok_visa", "tok_declined")
            .map(card -> buyer.buys(product, card))
            .toList();
    purchases.forEach(Purchase::end);
    purchases.getFirst().asks("refund").expect(202);
    purchases.getFirst().becomes("refunded");
    new Invariants(shop).check();
    List<Part> pods =
        RunningStack.services().stream().flatMap(name -> shop.stack().pods(name).stream()).toList();

    pods.forEach(Part::pause);
    try {
      Map<String, String> before = shop.stack().databases().content();
      run("backup");
      shop.stack().databases().drop();
      run("restore");
      assertThat(shop.stack().databases().content()).isEqualTo(before);
    } finally {
      pods.forEach(Part::resume);
    }

    shop.awaitServing();
    Object history = history(buyer);
    rebuildHistory();
    assertThat(history(buyer)).isEqualTo(history);
    assertThat(buyer.buys(product, "tok_visa").end()).isEqualTo("confirmed");
  }

  private Object history(Buyer buyer) {
    return buyer.api().list("/api/v1/orders?limit=100");
  }

  private void rebuildHistory() {
    Api operator = shop.admin().api();
    operator.post(REBUILD + "/rebuild", Map.of()).expect(202);
    Invariants.eventually(() -> {
      JsonNode rebuild = operator.get(REBUILD).expect(200).json();
      assertThat(rebuild.path("state").asText()).isEqualTo("idle");
      assertThat(rebuild.path("done").asLong()).isPositive();
    });
  }

  private void run(String script) throws IOException, InterruptedException {
    URI database = URI.create(shop.stack().databases().urls().get("orders").substring(5));
    var command =
        new ProcessBuilder(
            RunningStack.repository().resolve("deploy/backup/" + script).toString(),
            folder.resolve("backup").toString());
    command
        .environment()
        .putAll(
            Map.of(
                "PGHOST",
                database.getHost(),
                "PGPORT",
                "" + database.getPort(),
                "PGUSER",
                "postgres"));
    Process process = command.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
