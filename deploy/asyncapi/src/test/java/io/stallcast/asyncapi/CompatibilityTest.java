package io.stallcast.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityTest {
  private static final String EVENT =
      """
      channels:
        order.events:
          messages:
            order.paid:
              description: It is paid
              payload:
                type: object
                properties: {orderId: {type: string}, state: {enum: [new, paid]}}
                required: [orderId]
      """;
  private static final String FRAME = EVENT.replace("order.paid", "client.send");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          It is paid                 | It is paid for, and cannot be cancelled
          orderId: {type: string}    | orderId: {type: string}, note: {type: string}
          [new, paid]                | [new, paid, gone]
          [orderId]                  | [orderId, state]
          """)
  void readersTakeMore(String was, String is) throws JsonProcessingException {
    assertThat(Compatibility.broken(read(EVENT), read(EVENT.replace(was, is)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          order.paid              | order.settled
          orderId: {type: string} | id: {type: string}
          {type: string}          | {type: integer}
          {type: string}          | {type: [string, 'null']}
          [new, paid]             | [new]
          [orderId]               | []
          """)
  void readersMissWhatIsGone(String was, String is) throws JsonProcessingException {
    assertThat(Compatibility.broken(read(EVENT), read(EVENT.replace(was, is)))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = "[orderId] | [] | 0\n[orderId] | [orderId, state] | 1")
  void clientsMayBeAskedForLessOnly(String was, String is, int broken)
      throws JsonProcessingException {
    assertThat(Compatibility.broken(read(FRAME), read(FRAME.replace(was, is)))).hasSize(broken);
  }

  private static JsonNode read(String document) throws JsonProcessingException {
    return AsyncApi.YAML.readTree(document);
  }
}
