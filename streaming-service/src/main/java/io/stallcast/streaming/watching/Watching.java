package io.stallcast.streaming.watching;

import io.smallrye.mutiny.Uni;
import io.stallcast.platform.entitlement.AccessLost;
import io.stallcast.platform.event.streaming.StreamEvent;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.problem.ProblemType;
import io.stallcast.platform.problem.StandardProblem;
import io.stallcast.platform.socket.CloseCode;
import io.stallcast.platform.socket.Socket;
import io.stallcast.platform.socket.SocketRefusal;
import io.stallcast.platform.transaction.UnitOfWork;
import io.stallcast.streaming.Admission;
import io.stallcast.streaming.Pass;
import io.stallcast.streaming.StreamingProblem;
import io.stallcast.streaming.Streams;
import io.stallcast.streaming.Viewer;
import io.stallcast.streaming.Viewers;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets viewers in, and out again once they may not watch any more. */
@ApplicationScoped
class Watching {
  private static final Logger LOG = Logger.getLogger(Watching.class);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final UnitOfWork unitOfWork;
  private final Streams streams;
  private final Admission admission;
  private final Watchers watchers;
  private final Viewers viewers;
  private final Vertx vertx;
  private final Clock clock;

  Watching(
      UnitOfWork unitOfWork,
      Streams streams,
      Admission admission,
      Watchers watchers,
      Viewers viewers,
      Vertx vertx,
      Clock clock) {
    this.unitOfWork = unitOfWork;
    this.streams = streams;
    this.admission = admission;
    this.watchers = watchers;
    this.viewers = viewers;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** Who may watch, and what. */
  private record Admitted(StreamEvent.Stream stream, Pass pass) {}

  /** Seats whoever may watch; fails with a refusal where that is not so. */
  Uni<Void> begin(Socket socket, UUID streamId) {
    var watched = watchers.follow(streamId);
    return admit(streamId, Seat.viewer(socket))
        .invoke(admitted -> enter(socket, watched, admitted))
        .onFailure()
        .invoke(failure -> letGo(streamId))
        .onFailure(ProblemException.class)
        .transform(failure -> refusal(socket, ((ProblemException) failure).type()))
        .replaceWithVoid();
  }

  void end(Seat seat) {
    if (seat.leave()) {
      watchers.leave(seat);
      viewers.leave(seat.pass().streamId(), seat.key());
      letGo(seat.pass().streamId());
    }
  }

  /** Has whoever lost something show what else entitles them; called by the thread that hears. */
  void losing(@Observes AccessLost loss) {
    watchers.seatsOf(loss.userId()).stream()
        .filter(seat -> loss.productId().equals(seat.pass().productId()))
        .forEach(this::recheck);
  }

  /**
   * Looks anew at whether somebody may watch; who may not, or of whom it cannot be told, is out.
   */
  void recheck(Seat seat) {
    admit(seat.pass().streamId(), seat.viewer())
        .map(Admitted::pass)
        .subscribe()
        .with(pass -> keepOrCutOff(seat, pass), failure -> cutOff(seat, failure));
  }

  private Uni<Admitted> admit(UUID streamId, Optional<Viewer> viewer) {
    return unitOfWork
        .read(() -> streams.get(streamId))
        .chain(stream ->
            admission.admit(stream, viewer).map(pass -> new Admitted(stream.snapshot(), pass)));
  }

  private void enter(Socket socket, Watched watched, Admitted admitted) {
    var pass = admitted.pass();
    watched.learn(admitted.stream());
    viewers.onAir(pass.streamId(), watched.isLive());
    var seat = new Seat(socket, pass, viewers.enter(pass.streamId(), pass.viewerId()));
    socket.attach(seat);
    watchers.enter(watched, seat);
    if (watched.hasOtherAccess(admitted.stream())) {
      recheck(seat);
    } else {
      keepOrCutOff(seat, pass);
    }
    if (!socket.isOpen()) {
      // gone before there was a seat to leave
      end(seat);
    }
  }

  /** What this pod has heard meanwhile is newer than what the pass was made from. */
  private void keepOrCutOff(Seat seat, Pass pass) {
    if (admission.isRevoked(pass)) {
      seat.cutOff();
    } else {
      seat.keep(pass);
      awaitEnd(seat);
    }
  }

  private void awaitEnd(Seat seat) {
    var until = seat.pass().until();
    if (until != null) {
      var left = Duration.between(clock.instant(), until);
      var wait = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
      var timer = vertx.setTimer(Math.max(1, wait.toMillis()), fired -> recheck(seat));
      seat.recheckBy(() -> vertx.cancelTimer(timer));
    }
  }

  private void letGo(UUID streamId) {
    if (watchers.letGo(streamId)) {
      viewers.onAir(streamId, false);
    }
  }

  private static void cutOff(Seat seat, Throwable failure) {
    LOG.debugf("Cut off: %s", failure);
    seat.cutOff();
  }

  private static SocketRefusal refusal(Socket socket, ProblemType problem) {
    if (problem == StandardProblem.NOT_FOUND) {
      return new SocketRefusal(CloseCode.NOT_FOUND);
    }
    if (problem == StreamingProblem.NO_ACCESS) {
      return new SocketRefusal(
          socket.user().isPresent() ? CloseCode.NO_ACCESS : CloseCode.TOKEN_EXPIRED);
    }
    return new SocketRefusal(CloseCode.DRAINING);
  }
}
