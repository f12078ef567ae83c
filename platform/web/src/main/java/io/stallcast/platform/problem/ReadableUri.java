package io.stallcast.platform.problem;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Whether the escapes of a URI are text: two hex digits each, UTF-8 together, and no NUL. */
final class ReadableUri {
  private ReadableUri() {}

  /** {@code uri} as it was sent: path and query. */
  static boolean isReadable(String uri) {
    if (uri.indexOf('%') < 0) {
      return true;
    }
    try {
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(uri))).toString();
      return text.indexOf('\0') < 0;
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return false;
    }
  }

  private static byte[] bytes(String uri) {
    var bytes = new ByteArrayOutputStream(uri.length());
    for (int i = 0; i < uri.length(); i++) {
      if (uri.charAt(i) == '%') {
        bytes.write(escaped(uri, i));
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(uri.charAt(i)).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static int escaped(String uri, int at) {
    if (at + 2 >= uri.length()) {
      throw new IllegalArgumentException("cut off");
    }
    return HexFormat.fromHexDigits(uri, at + 1, at + 3);
  }
}
