package io.stallcast.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushServiceTest {

  @ParameterizedTest
  @CsvSource({
    "https://fcm.googleapis.com, https://fcm.googleapis.com/fcm/send/x, true",
    "https://fcm.googleapis.com, https://FCM.googleapis.com/fcm/send/x, true",
    "https://fcm.googleapis.com, http://fcm.googleapis.com/fcm/send/x, false",
    "https://fcm.googleapis.com, https://fcm.googleapis.com:8443/x, false",
    "https://fcm.googleapis.com, https://fcm.googleapis.com@evil.example/x, false",
    "https://fcm.googleapis.com, https://fcm.googleapis.com.evil.example/x, false",
    "https://*.push.apple.com, https://web.push.apple.com/x, true",
    "https://*.push.apple.com, https://a.b.push.apple.com/x, true",
    "https://*.push.apple.com, https://push.apple.com/x, false",
    "https://*.push.apple.com, https://evilpush.apple.com/x, false",
    "https://*.push.apple.com, http://web.push.apple.com/x, false",
    "https://*.push.apple.com, https://evil.example/https://web.push.apple.com, false",
    "https://*.push.apple.com, https://evil.example:1@web.push.apple.com/x, false",
    "http://localhost:8080, http://localhost:8080/push/x, true",
    "http://localhost:8080, http://localhost:80801/push/x, false"
  })
  void hasTheEndpointsOfItsOriginAlone(String origin, URI endpoint, boolean expected) {
    assertThat(new PushService(origin).has(endpoint)).isEqualTo(expected);
  }
}
