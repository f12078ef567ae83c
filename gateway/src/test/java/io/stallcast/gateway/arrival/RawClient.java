package io.stallcast.gateway.arrival;

import io.stallcast.gateway.Edge;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A client that writes what no library would. */
final class RawClient implements AutoCloseable {
  private final Socket socket;

  RawClient() {
    try {
      socket = new Socket("127.0.0.1", Edge.direct().port());
      socket.setSoTimeout(10_000);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes it; false where the server hung up. */
  boolean says(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  /** All that the server says until it hangs up; fails where it does not within ten seconds. */
  String hearsToTheEnd() {
    var heard = new StringWriter();
    try {
      new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1).transferTo(heard);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("Not hung up; heard so far: " + heard, e);
    } catch (IOException reset) {
      heard.append("");
    }
    return heard.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
