package io.stallcast.system.fault;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Records as a broker may deliver them a second time: with the same keys, values and headers, in
 * another order, and with something among them that nobody can read.
 *
 * @param records of one or several topics
 * @param random for the order
 */
public record Redelivery(List<ConsumerRecord<String, String>> records, Random random) {
  /** What no consumer can decode. */
  private static final String POISON = "{\"orderId\": this is no JSON";

  /** Each key's records in their order, the keys mixed at random. */
  public List<ProducerRecord<String, String>> mixedBetweenKeys() {
    List<Deque<ConsumerRecord<String, String>>> keys = new ArrayList<>(byKey().values());
    List<ProducerRecord<String, String>> mixed = new ArrayList<>();
    while (!keys.isEmpty()) {
      int chosen = random.nextInt(keys.size());
      mixed.add(again(keys.get(chosen).removeFirst()));
      if (keys.get(chosen).isEmpty()) {
        keys.remove(chosen);
      }
    }
    return mixed;
  }

  /** In any order: old ones after new ones of their key, too. */
  public List<ProducerRecord<String, String>> shuffled() {
    var mixed = records.stream().map(Redelivery::again).collect(Collectors.toList());
    Collections.shuffle(mixed, random);
    return mixed;
  }

  /**
   * The same with one unreadable record of each type in the middle, under keys of their own.
   *
   * @param mixed one topic's records
   */
  public List<ProducerRecord<String, String>> poisoned(List<ProducerRecord<String, String>> mixed) {
    Map<String, ConsumerRecord<String, String>> types = new LinkedHashMap<>();
    records.forEach(record -> types.putIfAbsent(RecordWatch.type(record), record));
    List<ProducerRecord<String, String>> poisoned = new ArrayList<>(mixed);
    types.values().forEach(model -> poisoned.add(poisoned.size() / 2, poisonLike(model)));
    return poisoned;
  }

  /** Whether a record is the poison as a service published it, with why it cannot be read. */
  public static boolean isPoisonWithReason(ConsumerRecord<String, String> record) {
    Header reason = record.headers().lastHeader("dead-letter-reason");
    return POISON.equals(record.value())
        && reason != null
        && new String(reason.value(), StandardCharsets.UTF_8).startsWith("data of ");
  }

  private Map<String, Deque<ConsumerRecord<String, String>>> byKey() {
    Map<String, Deque<ConsumerRecord<String, String>>> keys = new LinkedHashMap<>();
    records.forEach(
        record -> keys.computeIfAbsent(record.key(), key -> new ArrayDeque<>()).addLast(record));
    return keys;
  }

  private static ProducerRecord<String, String> again(ConsumerRecord<String, String> record) {
    return new ProducerRecord<>(
        record.topic(), null, record.key(), record.value(), record.headers());
  }

  private static ProducerRecord<String, String> poisonLike(ConsumerRecord<String, String> model) {
    String key = UUID.randomUUID().toString();
    var headers = new RecordHeaders(model.headers().toArray());
    headers.remove("ce_id").add("ce_id", bytes(UUID.randomUUID().toString()));
    headers.remove("ce_subject").add("ce_subject", bytes(key));
    return new ProducerRecord<>(model.topic(), null, key, POISON, headers);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
