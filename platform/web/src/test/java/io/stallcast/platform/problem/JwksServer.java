package io.stallcast.platform.problem;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/** Stands in for auth-service: serves the public key of {@link Tokens}. */
public class JwksServer implements QuarkusTestResourceLifecycleManager {
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
      byte[] keys = keys().getBytes(StandardCharsets.UTF_8);
      server.createContext(
          "/.well-known/jwks.json",
          exchange -> {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.start();
      return Map.of("stallcast.auth.url", "http://127.0.0.1:" + server.getAddress().getPort());
    } catch (IOException | JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String keys() throws JoseException {
    JsonWebKey key = PublicJsonWebKey.Factory.newPublicJwk(Tokens.OURS.getPublic());
    key.setKeyId("test");
    key.setAlgorithm("RS256");
    key.setUse("sig");
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  @Override
  public void stop() {
    server.stop(0);
  }
}
