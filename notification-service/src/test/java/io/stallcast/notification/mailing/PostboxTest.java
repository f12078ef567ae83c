package io.stallcast.notification.mailing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.stallcast.notification.Email;
import io.stallcast.notification.Occasion.Welcome;
import io.stallcast.platform.identifier.Identifiers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostboxTest {
  private final List<Parcel> started = new ArrayList<>();
  private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
  private final Postbox postbox = new Postbox(this::deliver, 2, 3);

  @Test
  void hasAFewUnderWayAndTheRestWaitInOrder() {
    var parcels = take(4);
    assertThat(started).isEqualTo(parcels.subList(0, 2));

    underWay.get(1).complete(null);
    assertThat(started).isEqualTo(parcels.subList(0, 3));

    underWay.get(0).complete(null);
    assertThat(started).isEqualTo(parcels);
  }

  @Test
  void leavesWhatDoesNotFitToItsJob() {
    var parcels = take(7);

    finishAll();

    assertThat(started).isEqualTo(parcels.subList(0, 5));
  }

  @Test
  void goesOnAfterAFailure() {
    var parcels = take(3);

    underWay.get(0).fail(new IllegalStateException("no database"));

    assertThat(started).isEqualTo(parcels);
  }

  private List<Parcel> take(int count) {
    var parcels = IntStream.range(0, count).mapToObj(i -> parcel()).toList();
    parcels.forEach(postbox::take);
    return parcels;
  }

  private void finishAll() {
    for (int i = 0; i < underWay.size(); i++) {
      underWay.get(i).complete(null);
    }
  }

  private Uni<Void> deliver(Parcel parcel) {
    started.add(parcel);
    return Uni.createFrom().emitter(underWay::add);
  }

  private static Parcel parcel() {
    var email = new Email(Identifiers.next(), Identifiers.next(), new Welcome("Ada"), 0, null);
    return new Parcel(email, Instant.MAX, null);
  }
}
