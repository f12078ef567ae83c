package io.stallcast.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PostboxTest {
  private final List<Integer> started = new ArrayList<>();
  private final List<UniEmitter<? super Void>> underWay = new ArrayList<>();
  private final Postbox<Integer> postbox = new Postbox<>(this::deliver, 2, 3);

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

  private List<Integer> take(int count) {
    var parcels = IntStream.range(0, count).boxed().toList();
    parcels.forEach(postbox::take);
    return parcels;
  }

  private void finishAll() {
    for (int i = 0; i < underWay.size(); i++) {
      underWay.get(i).complete(null);
    }
  }

  private Uni<Void> deliver(Integer parcel) {
    started.add(parcel);
    return Uni.createFrom().emitter(underWay::add);
  }
}
