package io.stallcast.payment.webhook;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.stallcast.payment.ProviderProcess;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(ProviderProcess.class)
class ProviderWebhooksIT {
  private static final String SECRET = "whsec_test_stallcast";

  @Test
  void refusesAForgedOne() throws Exception {
    send("guess", body()).statusCode(401).body("code", equalTo("invalid_signature"));
    given()
        .contentType("application/json")
        .body(body())
        .post("/api/v1/payments/webhooks/provider")
        .then()
        .statusCode(401);
  }

  @Test
  void hearsOneOfAnUnknownPaymentWithoutEffect() throws Exception {
    send(SECRET, body()).statusCode(204);
  }

  @Test
  void refusesOneThatNamesNoPayment() throws Exception {
    send(SECRET, "{\"data\":{}}").statusCode(400).body("code", equalTo("malformed_request"));
  }

  private static String body() {
    return "{\"type\":\"charge.succeeded\",\"data\":{\"idempotency_key\":\"%s\"}}"
        .formatted(Identifiers.next());
  }

  private static ValidatableResponse send(String secret, String body) throws Exception {
    var sentAt = Instant.now().getEpochSecond();
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signed = ("evt_1." + sentAt + "." + body).getBytes(StandardCharsets.UTF_8);
    return given()
        .contentType("application/json")
        .header("webhook-id", "evt_1")
        .header("webhook-timestamp", sentAt)
        .header(
            "webhook-signature", "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed)))
        .body(body)
        .post("/api/v1/payments/webhooks/provider")
        .then();
  }
}
