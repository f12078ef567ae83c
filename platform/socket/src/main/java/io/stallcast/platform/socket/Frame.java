package io.stallcast.platform.socket;

import io.netty.buffer.ByteBuf;
import java.util.List;

/**
 * A text message, encoded as it stands on the wire: header and payload, unmasked as servers send.
 * It is the same for every recipient, so it is made once, kept as long as one likes, and written to
 * many sockets as it is. Immutable.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455#section-5.2">RFC 6455, 5.2</a>
 */
public final class Frame {
  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_PING = 0x89;
  private static final int LONGEST_IN_ONE_BYTE = 125;
  private static final int LONGEST_IN_TWO_BYTES = 0xFFFF;

  static final Frame PING = new Frame(new byte[] {(byte) FINAL_PING, 0});

  private final byte[] bytes;

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A text message of this payload, which is UTF-8. */
  static Frame text(byte[] payload) {
    int header = headerSize(payload.length);
    byte[] bytes = new byte[header + payload.length];
    bytes[0] = (byte) FINAL_TEXT;
    writeLength(bytes, payload.length);
    System.arraycopy(payload, 0, bytes, header, payload.length);
    return new Frame(bytes);
  }

  /** These frames in their order, to be written at once. */
  public static Frame together(List<Frame> frames) {
    byte[] all = new byte[frames.stream().mapToInt(Frame::size).sum()];
    int end = 0;
    for (Frame frame : frames) {
      System.arraycopy(frame.bytes, 0, all, end, frame.size());
      end += frame.size();
    }
    return new Frame(all);
  }

  /** Bytes on the wire. */
  public int size() {
    return bytes.length;
  }

  void writeTo(ByteBuf buffer) {
    buffer.writeBytes(bytes);
  }

  private static int headerSize(int payload) {
    if (payload <= LONGEST_IN_ONE_BYTE) {
      return 2;
    }
    return payload <= LONGEST_IN_TWO_BYTES ? 4 : 10;
  }

  private static void writeLength(byte[] frame, int length) {
    switch (headerSize(length)) {
      case 2 -> frame[1] = (byte) length;
      case 4 -> {
        frame[1] = LONGEST_IN_ONE_BYTE + 1;
        writeBytes(frame, length, 2);
      }
      default -> {
        frame[1] = LONGEST_IN_ONE_BYTE + 2;
        writeBytes(frame, length, 8);
      }
    }
  }

  /** Big-endian, behind the first two bytes. */
  private static void writeBytes(byte[] frame, long length, int width) {
    for (int i = 0; i < width; i++) {
      frame[2 + i] = (byte) (length >>> (8 * (width - 1 - i)));
    }
  }
}
