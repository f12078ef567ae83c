package io.stallcast.platform.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;

/**
 * What the framework does not tell of a socket's channel: that there is room to write again, and
 * that a frame breaks the protocol, which it would end without a close code.
 */
final class SocketHandler extends ChannelInboundHandlerAdapter {
  private static final String NAME = "stallcast-socket";
  private static final String OF_THE_FRAMEWORK = "handler";
  private static final String IDLE_TIMEOUT = "idle";

  private final Socket socket;

  private SocketHandler(Socket socket) {
    this.socket = socket;
  }

  static void watch(Socket socket, Channel channel) {
    ChannelPipeline pipeline = channel.pipeline();
    if (pipeline.get(OF_THE_FRAMEWORK) == null) {
      return; // closed meanwhile
    }
    pipeline.addBefore(OF_THE_FRAMEWORK, NAME, new SocketHandler(socket));
    if (pipeline.get(IDLE_TIMEOUT) != null) {
      pipeline.remove(IDLE_TIMEOUT); // pings find out who is gone
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isWritable()) {
      socket.drained();
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  @SuppressWarnings("deprecation") // of handlers for both directions only
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    if (failure instanceof CorruptedWebSocketFrameException corrupt) {
      socket.close(corrupt.closeStatus().code(), corrupt.closeStatus().reasonText());
    } else {
      context.fireExceptionCaught(failure);
    }
  }
}
