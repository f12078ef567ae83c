package io.stallcast.testprovider.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.mutiny.Uni;
import io.stallcast.testprovider.Charge;
import io.stallcast.testprovider.ProviderConfig;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/**
 * The file of the provider. {@link #change} and {@link #read} do their work off the event loops;
 * everything else is for use within them.
 */
@ApplicationScoped
public class ProviderStore {
  /** Small, since each change rewrites the pages it touches. */
  private static final int PAGE = 2048;

  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(r -> new Thread(r, "store"));
  private final ObjectMapper json;
  private final MVStore file;
  private final MVMap<String, String> charges;
  private final MVMap<String, String> keys;
  private final MVMap<String, String> deliveries;

  ProviderStore(ProviderConfig config, ObjectMapper json) {
    this.json = json;
    this.file = open(config);
    this.charges = file.openMap("charges");
    this.keys = file.openMap("keys");
    this.deliveries = file.openMap("deliveries");
    file.commit();
    // what a killed process has written the system still writes: old pages need not be kept for it
    file.setRetentionTime(0);
    file.setVersionsToKeep(0);
  }

  /** Does all of {@code work} or, where it throws, nothing of it; no two at a time. */
  public <T> Uni<T> change(Supplier<T> work) {
    return Uni.createFrom().item(() -> written(work)).runSubscriptionOn(writer);
  }

  public <T> Uni<T> read(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(writer);
  }

  public static String newId(String prefix) {
    return prefix + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
  }

  public Optional<Charge> charge(String id) {
    return Optional.ofNullable(charges.get(id)).map(text -> decode(text, Charge.class));
  }

  /**
   * Up to {@code limit} charges that were made after the one called {@code after}, oldest first.
   */
  public List<Charge> chargesAfter(String after, int limit) {
    var page = new ArrayList<Charge>(limit);
    var ids = charges.keyIterator(after);
    while (ids.hasNext() && page.size() < limit) {
      var id = ids.next();
      if (!id.equals(after)) {
        charge(id).ifPresent(page::add);
      }
    }
    return page;
  }

  public Optional<KeyUse> use(String key) {
    return Optional.ofNullable(keys.get(key)).map(text -> decode(text, KeyUse.class));
  }

  public void put(Charge charge) {
    charges.put(charge.id(), encode(charge));
  }

  public void put(String key, KeyUse use) {
    keys.put(key, encode(use));
  }

  public void put(Delivery delivery) {
    deliveries.put(delivery.id(), encode(delivery));
  }

  public void remove(Delivery delivery) {
    deliveries.remove(delivery.id());
  }

  /** Up to {@code limit} of the deliveries that are still to be made, oldest first. */
  public List<Delivery> deliveries(int limit) {
    return deliveries.values().stream()
        .limit(limit)
        .map(text -> decode(text, Delivery.class))
        .toList();
  }

  @PreDestroy
  void close() {
    writer.close();
    file.close();
  }

  private <T> T written(Supplier<T> work) {
    try {
      T result = work.get();
      file.commit();
      return result;
    } catch (RuntimeException e) {
      file.rollback();
      throw e;
    }
  }

  private static MVStore open(ProviderConfig config) {
    try {
      var folder = Files.createDirectories(config.data());
      return new MVStore.Builder()
          .fileName(folder.resolve("charges.mv").toString())
          .cacheSize(4)
          .pageSplitSize(PAGE)
          .autoCommitDisabled()
          .open();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String encode(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private <T> T decode(String text, Class<T> type) {
    try {
      return json.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
