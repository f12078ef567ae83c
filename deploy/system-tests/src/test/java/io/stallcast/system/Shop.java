package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.stallcast.client.auth.Registration;
import io.stallcast.client.auth.RoleRequest;
import io.stallcast.stack.LogIn;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test's own corner of the running stack. It remembers what was published and ordered in it, and
 * when a test has passed, checks that all of it agrees.
 */
final class Shop implements AfterEachCallback {
  static final String PASSWORD = "amber-kettle-on-a-hill";
  private static final int AT_ONCE = 8;

  /** One of each service. */
  private static final List<String> PAGES =
      List.of(
          "/api/v1/auth/me",
          "/api/v1/products",
          "/api/v1/orders",
          "/api/v1/library",
          "/api/v1/streams",
          "/api/v1/chat/rooms",
          "/api/v1/notifications");

  private final RunningStack stack = RunningStack.get();
  private final Queue<Product> products = new ConcurrentLinkedQueue<>();
  private final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();

  RunningStack stack() {
    return stack;
  }

  /** Somebody without a name. */
  Api anybody() {
    return Api.anonymous(stack.gateway());
  }

  Creator creator() {
    Session session = register("creator");
    var role = new RoleRequest().role("creator");
    Client.require(() -> session.api().client().account().takeRole(role));
    return new Creator(this, session.refreshed());
  }

  Buyer buyer() {
    return new Buyer(this, register("buyer"));
  }

  List<Buyer> buyers(int count) {
    return Crowd.atMost(AT_ONCE).doing(IntStream.range(0, count).boxed().toList(), i -> buyer());
  }

  /** The operator that every stack has. */
  Session admin() {
    return Session.logIn(anybody(), LogIn.ADMIN.email(), LogIn.ADMIN.password());
  }

  /** Another session of somebody of this shop. */
  Session logIn(String email) {
    return Session.logIn(anybody(), email, PASSWORD);
  }

  List<Product> products() {
    return List.copyOf(products);
  }

  List<Purchase> purchases() {
    return List.copyOf(purchases);
  }

  void remember(Product product) {
    products.add(product);
  }

  void remember(Purchase purchase) {
    purchases.add(purchase);
  }

  /** Waits until every service answers through the gateway again. */
  void awaitServing() {
    Api api = admin().api();
    await()
        .atMost(Duration.ofSeconds(60))
        .during(Duration.ofSeconds(1))
        .ignoreException(UncheckedIOException.class)
        .until(() -> PAGES.stream().allMatch(page -> api.get(page).status() == 200));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    List<String> undocumented = SpokenFrames.undocumented();
    if (test.getExecutionException().isEmpty()) {
      assertThat(undocumented).as("frames that no document has").isEmpty();
      new Invariants(this).check();
    }
  }

  private Session register(String name) {
    String email = name + "-" + UUID.randomUUID() + "@example.org";
    var account = new Registration().email(email).password(PASSWORD).displayName("A " + name);
    Client client = anybody().client();
    Client.persistently(() -> client.account().registerAccount(account));
    return Session.logIn(anybody(), email, PASSWORD);
  }
}
