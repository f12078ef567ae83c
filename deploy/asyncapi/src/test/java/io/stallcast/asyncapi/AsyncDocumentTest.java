package io.stallcast.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsyncDocumentTest {
  private static final String CHANNEL = "order.events";
  private static final String REFUNDED =
      """
      orderId: 01930000-0000-7000-8000-000000000001
      buyerId: 01930000-0000-7000-8000-000000000002
      amount: {amount: 1999, currency: EUR}
      refundedAt: '2026-01-01T00:00:00Z'
      """;

  private final AsyncDocument document = AsyncDocument.of(Document.catalogue().built());

  @Test
  void takesWhatItNames() throws JsonProcessingException {
    assertThat(objections(REFUNDED)).isEmpty();
    assertThat(document.senders(CHANNEL, "order.refunded")).containsExactly("order-service");
    assertThat(document.has(CHANNEL, "order.lost")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          01930000-0000-7000-8000-000000000001 | 1
          01930000-0000-7000-8000-000000000001 | null
          refundedAt: '2026-01-01T00:00:00Z'   | "{}"
          amount: 1999,                        | amount: 1999, rate: 1,
          currency: EUR                        | currency: Euro
          """)
  void objectsToAnythingElse(String was, String is) throws JsonProcessingException {
    assertThat(objections(REFUNDED.replace(was, is.replace("{}", "")))).hasSize(1);
  }

  private List<String> objections(String data) throws JsonProcessingException {
    return document.objections(CHANNEL, "order.refunded", "payload", AsyncApi.YAML.readTree(data));
  }
}
