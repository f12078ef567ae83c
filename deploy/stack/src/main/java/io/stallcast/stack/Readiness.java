package io.stallcast.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** How a process says that it serves. */
@FunctionalInterface
interface Readiness {
  HttpClient CLIENT = HttpClient.newHttpClient();

  boolean isReached(long pid);

  /** By its readiness probe. */
  static Readiness probe(String url) {
    var request =
        HttpRequest.newBuilder(URI.create(url + "/q/health/ready"))
            .timeout(Duration.ofSeconds(2))
            .build();
    return pid -> answers(request);
  }

  /** By its process id, written to a file. */
  static Readiness file(Path file) {
    return pid -> {
      try {
        return Files.exists(file) && Files.readString(file).equals("" + pid);
      } catch (IOException e) {
        return false;
      }
    };
  }

  private static boolean answers(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("Interrupted.");
    }
  }
}
