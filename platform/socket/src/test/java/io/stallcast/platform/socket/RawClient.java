package io.stallcast.platform.socket;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client that sends whatever bytes, where proper ones send frames only. */
final class RawClient implements AutoCloseable {
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int PATIENCE_MILLIS = 15_000;

  private final Socket connection;
  private final DataInputStream in;

  private RawClient(Socket connection) throws IOException {
    this.connection = connection;
    this.in = new DataInputStream(connection.getInputStream());
    connection.setSoTimeout(PATIENCE_MILLIS);
  }

  /** A client that has shaken hands. */
  static RawClient at(String path) throws IOException {
    int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    var client = new RawClient(new Socket("localhost", port));
    client.shakeHands(path);
    return client;
  }

  private void shakeHands(String path) throws IOException {
    String request =
        "GET %s HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
    send(request.formatted(path).getBytes(StandardCharsets.US_ASCII));
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      head.append((char) in.readByte());
    }
    if (!head.toString().contains(" 101 ")) {
      throw new IOException(head.toString());
    }
  }

  void send(byte... bytes) throws IOException {
    connection.getOutputStream().write(bytes);
  }

  /** The next text, or how it was closed; frames are short here, and pings are skipped. */
  String answer() throws IOException {
    for (; ; ) {
      int kind = in.readUnsignedByte();
      byte[] payload = in.readNBytes(in.readUnsignedByte());
      if (kind == TEXT) {
        return new String(payload, StandardCharsets.UTF_8);
      }
      if (kind == CLOSE) {
        return "closed with " + ByteBuffer.wrap(payload).getShort();
      }
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
