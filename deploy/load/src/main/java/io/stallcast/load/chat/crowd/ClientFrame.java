package io.stallcast.load.chat.crowd;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.nio.charset.StandardCharsets;

/** Frames as clients send them: masked, in one piece. */
final class ClientFrame {
  private static final int FINAL_TEXT = 0x81;
  private static final int FINAL_PONG = 0x8A;
  private static final int MASKED = 0x80;
  private static final int LONGEST_IN_ONE_BYTE = 125;
  private static final byte[] MASK = {0x37, (byte) 0xFA, 0x21, 0x3D};

  private ClientFrame() {}

  static ByteBuf text(ByteBufAllocator memory, String text) {
    return frame(memory, FINAL_TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  static ByteBuf pong(ByteBufAllocator memory) {
    return frame(memory, FINAL_PONG, new byte[0]);
  }

  private static ByteBuf frame(ByteBufAllocator memory, int first, byte[] payload) {
    ByteBuf frame = memory.directBuffer(payload.length + 8).writeByte(first);
    if (payload.length <= LONGEST_IN_ONE_BYTE) {
      frame.writeByte(MASKED | payload.length);
    } else {
      frame.writeByte(MASKED | (LONGEST_IN_ONE_BYTE + 1)).writeShort(payload.length);
    }
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= MASK[i % MASK.length];
    }
    return frame.writeBytes(MASK).writeBytes(payload);
  }
}
