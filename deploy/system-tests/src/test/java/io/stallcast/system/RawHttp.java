package io.stallcast.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** HTTP byte by byte, for requests that no decent client would send. */
final class RawHttp {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_MILLIS = 20_000;
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3})");

  private final URI origin;

  RawHttp(String origin) {
    this.origin = URI.create(origin);
  }

  /**
   * An answer as it came.
   *
   * @param head the status line and the headers
   */
  record Reply(int status, String head, String body) {

    /** The body as JSON; missing where it is none. */
    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        return JSON.missingNode();
      }
    }

    Optional<String> header(String name) {
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  /** Sends the bytes on a connection of their own and reads to the end of the answer. */
  Reply exchange(byte[] request) throws IOException {
    try (var socket = new Socket(origin.getHost(), origin.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket, request);
      return reply(read(socket));
    }
  }

  /** Who refuses a request need not read all of it. */
  private static void send(Socket socket, byte[] request) throws IOException {
    try {
      socket.getOutputStream().write(request);
    } catch (SocketException refused) {
      if (socket.getInputStream().available() == 0) {
        throw refused;
      }
    }
  }

  /** A refused body may not be read to its end: the connection is reset behind the answer. */
  private static byte[] read(Socket socket) throws IOException {
    var all = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(all);
    } catch (SocketException reset) {
      if (all.size() == 0) {
        throw reset;
      }
    }
    return all.toByteArray();
  }

  private static Reply reply(byte[] answer) throws IOException {
    String text = new String(answer, StandardCharsets.UTF_8);
    int end = text.indexOf("\r\n\r\n");
    var status = STATUS.matcher(text);
    if (end < 0 || !status.lookingAt()) {
      throw new IOException("Not an answer: " + text);
    }
    String head = text.substring(0, end);
    String body = text.substring(end + 4);
    boolean chunked = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked");
    return new Reply(Integer.parseInt(status.group(1)), head, chunked ? joined(body) : body);
  }

  private static String joined(String chunks) {
    return chunks.replaceAll("(?:^|\r\n)[0-9a-f]+\r\n", "").stripTrailing();
  }
}
