package io.stallcast.platform.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundInvoker;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.stallcast.platform.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * One client's socket. Every method may be called from any thread; what is sent arrives in the
 * order of the calls of one thread. A socket belongs to one event loop, on which all its callbacks
 * run.
 *
 * <p>What the client does not take waits: first some in the channel, then, up to {@link
 * SocketConfig#queue()}, here. Who lets more wait is closed with {@link CloseCode#SLOW_CONSUMER}.
 */
public final class Socket {
  private static final Logger LOG = Logger.getLogger(Socket.class);
  private static final TypedKey<Socket> KEY = new TypedKey<>("io.stallcast.socket");
  private static final WriteBufferWaterMark IN_THE_CHANNEL =
      new WriteBufferWaterMark(32 * 1024, 64 * 1024);

  /** For the client to answer a close frame; a slow one may never come to read it. */
  private static final Duration LEAVE_TAKING = Duration.ofSeconds(3);

  private final Sockets sockets;
  private final WebSocketConnection connection;
  private final Arrival arrival;
  private final Channel channel;

  /** Where whole frames go in: what encodes frames has nothing to do for them. */
  private final ChannelOutboundInvoker wire;

  private volatile SocketUser user;
  private volatile String renewedToken;
  private volatile boolean closing;
  private volatile boolean opened;
  private volatile Object attachment;

  // all below is used by the event loop alone, and made when it is first needed
  private FrameAllowance allowance;
  private Queue<ByteBuf> waiting;
  private int waitingBytes;
  private long lastHeard = System.nanoTime();
  private long nextPing;
  private String closedBy;

  Socket(Sockets sockets, WebSocketConnection connection, Arrival arrival, Duration firstPing) {
    this.sockets = sockets;
    this.connection = connection;
    this.arrival = arrival;
    this.channel = arrival.channel();
    this.user = arrival.user();
    this.nextPing = lastHeard + firstPing.toNanos();
    channel.config().setWriteBufferWaterMark(IN_THE_CHANNEL);
    connection.userData().put(KEY, this);
    SocketHandler.watch(this, channel);
    var encoder = channel.pipeline().context(WebSocket13FrameEncoder.class);
    this.wire = encoder == null ? channel : encoder;
  }

  static Socket of(WebSocketConnection connection) {
    return connection.userData().get(KEY);
  }

  /** Whose it is; empty where it is anonymous. */
  public Optional<SocketUser> user() {
    return Optional.ofNullable(user);
  }

  /** A parameter of the endpoint's path; null where it has no such. */
  public String pathParam(String name) {
    return connection.pathParam(name);
  }

  /** A parameter of the address that was asked for; null where it has no such. */
  public String query(String name) {
    String query = connection.handshakeRequest().query();
    List<String> values =
        query == null ? null : new QueryStringDecoder(query, false).parameters().get(name);
    return values == null ? null : values.getFirst();
  }

  /**
   * The credentials that the client has shown last, {@code Bearer} and the token, to ask another
   * service in its name; null where there were none.
   */
  public String authorization() {
    String shown = renewedToken;
    return shown == null
        ? connection.handshakeRequest().header("Authorization")
        : "Bearer " + shown;
  }

  /** Whether it can still be sent to. */
  public boolean isOpen() {
    return !closing && channel.isActive();
  }

  /** What the endpoint knows of this socket. */
  public void attach(Object known) {
    attachment = known;
  }

  /** What was attached last; null where nothing was. */
  public <T> T attachment(Class<T> type) {
    return type.cast(attachment);
  }

  /** Encodes and sends. */
  public void send(ServerFrame frame) {
    send(sockets.codec().encode(frame));
  }

  /** Sends; does nothing where the socket is closed. */
  public void send(Frame frame) {
    onLoop(() -> {
      write(frame);
      sockets.metrics().sent(1);
    });
  }

  /**
   * Answers a frame that was not carried out.
   *
   * @param ref which one, as {@link ClientFrame#ref()} says; may be null
   */
  public void refuse(ProblemException problem, String ref) {
    send(new ServerFrame.Failure(problem.type().code(), problem.getMessage(), ref));
  }

  /** Closes, where it is open; with a retry frame before, where the code asks to connect again. */
  public void close(CloseCode code) {
    if (code == CloseCode.DRAINING || code == CloseCode.OVER_LIMIT) {
      send(ServerFrame.Retry.after(sockets.pause().next()));
    }
    onLoop(() -> close(code.number(), code.reason()));
  }

  void opening() {
    opened = true;
  }

  /** Whether its endpoint was told of it. */
  boolean wasOpened() {
    return opened;
  }

  EventLoop loop() {
    return channel.eventLoop();
  }

  Arrival arrival() {
    return arrival;
  }

  void renew(SocketUser renewed, String token) {
    user = renewed;
    renewedToken = token;
  }

  FrameAllowance.Verdict judgeFrame() {
    heard();
    if (allowance == null) {
      allowance = new FrameAllowance(sockets.config().frames());
    }
    return allowance.judge();
  }

  void heard() {
    lastHeard = System.nanoTime();
  }

  boolean isSilent(long now, Duration silence) {
    return now - lastHeard > silence.toNanos();
  }

  /** Pings, if it is time to. */
  void beat(long now, Duration interval) {
    if (now - nextPing >= 0) {
      nextPing = now + interval.toNanos();
      write(Frame.PING);
    }
  }

  private void write(Frame frame) {
    ByteBuf bytes = allocate(frame.size());
    frame.writeTo(bytes);
    write(bytes);
  }

  /** Memory that the channel writes without a copy. */
  ByteBuf allocate(int size) {
    return channel.alloc().directBuffer(size);
  }

  /** Writes bytes of whole frames, and takes them over. On the event loop only. */
  void write(ByteBuf bytes) {
    if (!isOpen()) {
      bytes.release();
    } else if (waitingBytes == 0 && channel.isWritable()) {
      wire.writeAndFlush(bytes, channel.voidPromise());
    } else {
      enqueue(bytes);
    }
  }

  private void enqueue(ByteBuf bytes) {
    if (waiting == null) {
      waiting = new ArrayDeque<>();
    }
    waiting.add(bytes);
    waitingBytes += bytes.readableBytes();
    if (waitingBytes > sockets.config().queue().asLongValue()) {
      dropQueue();
      close(CloseCode.SLOW_CONSUMER);
    }
  }

  /** The client took some: what waits goes on. */
  void drained() {
    boolean written = false;
    while (waitingBytes > 0 && channel.isWritable()) {
      ByteBuf next = waiting.remove();
      waitingBytes -= next.readableBytes();
      wire.write(next, channel.voidPromise());
      written = true;
    }
    if (written) {
      channel.flush();
    }
  }

  /** Closes with a code that may be of the protocol itself. On the event loop only. */
  void close(int code, String reason) {
    if (closing || connection.isClosed()) {
      return;
    }
    closing = true;
    closedBy = Integer.toString(code);
    connection
        .close(new CloseReason(code, reason))
        .subscribe()
        .with(sent -> {}, gone -> LOG.debugf("Close frame not sent: %s", gone));
    channel
        .eventLoop()
        .schedule(() -> channel.close(), LEAVE_TAKING.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Who ended it: the code that it was closed with, or the client. */
  String closedBy() {
    return closedBy == null ? "client" : closedBy;
  }

  /** Lets go of everything; the last that happens. */
  void ended() {
    closing = true;
    onLoop(this::dropQueue);
  }

  private void dropQueue() {
    if (waiting != null) {
      waiting.forEach(ByteBuf::release);
      waiting = null;
      waitingBytes = 0;
    }
  }

  private void onLoop(Runnable action) {
    EventLoop loop = channel.eventLoop();
    if (loop.inEventLoop()) {
      action.run();
    } else {
      loop.execute(action);
    }
  }
}
