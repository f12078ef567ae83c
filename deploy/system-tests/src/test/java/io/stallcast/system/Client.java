package io.stallcast.system;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stallcast.client.ApiClient;
import io.stallcast.client.ApiException;
import io.stallcast.client.auth.AccountApi;
import io.stallcast.client.auth.SignInApi;
import io.stallcast.client.catalog.InventoryApi;
import io.stallcast.client.catalog.ProductsApi;
import io.stallcast.client.notification.NotificationsApi;
import io.stallcast.client.order.OrdersApi;
import io.stallcast.client.order.PurchaseApi;
import io.stallcast.client.payment.AccessApi;
import io.stallcast.client.payment.LedgerApi;
import io.stallcast.client.payment.PaymentsApi;
import io.stallcast.client.streaming.BroadcastApi;
import io.stallcast.client.streaming.LiveShoppingApi;
import io.stallcast.client.streaming.PlaybackApi;
import io.stallcast.client.streaming.StreamsApi;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.awaitility.Awaitility;

/**
 * The API as the client that is generated from its documents offers it, to one caller. Its
 * connections are everybody's.
 */
final class Client extends ApiClient {
  private static final Set<Integer> LATER = Set.of(429, 502, 503, 504);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
  private static final ObjectMapper JSON = createDefaultObjectMapper();
  private static final HttpClient CONNECTIONS =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  /** A call of the API. */
  interface Call<T> {
    T answer() throws ApiException;
  }

  Client(String origin, String token) {
    super(HttpClient.newBuilder(), JSON, origin);
    setReadTimeout(LONGEST_ANSWER);
    if (token != null) {
      setRequestInterceptor(
          (HttpRequest.Builder request) -> request.header("Authorization", "Bearer " + token));
    }
  }

  @Override
  public HttpClient getHttpClient() {
    return CONNECTIONS;
  }

  /** The answer, which has to be the good one. */
  static <T> T require(Call<T> call) {
    try {
      return call.answer();
    } catch (ApiException e) {
      throw new AssertionError(e.getMessage(), e);
    }
  }

  /** Asks again while the answer is to come later, as every client should. */
  static <T> T persistently(Call<T> call) {
    return Awaitility.await()
        .pollInSameThread()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(250))
        .atMost(Duration.ofMinutes(2))
        .ignoreExceptionsMatching(failure ->
            failure.getCause() instanceof ApiException refused && LATER.contains(refused.getCode()))
        .until(() -> List.of(attempt(call)), answer -> true)
        .getFirst();
  }

  /** All items of a list, page by page. */
  static <P, T> List<T> all(
      Function<String, P> page, Function<P, List<T>> items, Function<P, String> next) {
    List<T> all = new ArrayList<>();
    String cursor = null;
    do {
      P one = page.apply(cursor);
      all.addAll(items.apply(one));
      cursor = next.apply(one);
    } while (cursor != null);
    return all;
  }

  SignInApi signIn() {
    return new SignInApi(this);
  }

  AccountApi account() {
    return new AccountApi(this);
  }

  ProductsApi products() {
    return new ProductsApi(this);
  }

  InventoryApi inventory() {
    return new InventoryApi(this);
  }

  OrdersApi orders() {
    return new OrdersApi(this);
  }

  PurchaseApi purchases() {
    return new PurchaseApi(this);
  }

  PaymentsApi payments() {
    return new PaymentsApi(this);
  }

  AccessApi access() {
    return new AccessApi(this);
  }

  LedgerApi ledger() {
    return new LedgerApi(this);
  }

  StreamsApi streams() {
    return new StreamsApi(this);
  }

  BroadcastApi broadcasts() {
    return new BroadcastApi(this);
  }

  LiveShoppingApi liveShopping() {
    return new LiveShoppingApi(this);
  }

  PlaybackApi playback() {
    return new PlaybackApi(this);
  }

  NotificationsApi notifications() {
    return new NotificationsApi(this);
  }

  private static <T> T attempt(Call<T> call) {
    try {
      return call.answer();
    } catch (ApiException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }
}
