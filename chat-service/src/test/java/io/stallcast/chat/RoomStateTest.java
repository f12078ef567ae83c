package io.stallcast.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.chat.RoomRecord.Banned;
import io.stallcast.chat.RoomRecord.Deleted;
import io.stallcast.chat.RoomRecord.Edited;
import io.stallcast.chat.RoomRecord.ModeratorDismissed;
import io.stallcast.chat.RoomRecord.ModeratorNamed;
import io.stallcast.chat.RoomRecord.Pinned;
import io.stallcast.chat.RoomRecord.Posted;
import io.stallcast.chat.RoomRecord.Reacted;
import io.stallcast.chat.RoomRecord.Slowed;
import io.stallcast.chat.RoomRecord.TimedOut;
import io.stallcast.chat.RoomRecord.Unbanned;
import io.stallcast.chat.RoomState.Moderation;
import io.stallcast.platform.event.Envelope;
import io.stallcast.platform.fanout.Heard;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomStateTest {
  private final RoomState state = fresh();
  private final UUID ada = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();
  private final UUID creator = UUID.randomUUID();
  private Instant now = Instant.parse("2026-03-01T12:00:00Z");
  private long position;

  @Test
  void theFirstOfAClientIdWins() {
    var first = told(post(ada, "1", "Hello"));

    var again = post(ada, "1", "Hello again");

    assertThat(again)
        .isEqualTo(new Outcome.Known(first.message().id(), first.message().position()));
    assertThat(post(bob, "1", "Hello, too")).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void aRepeatedMessageIsKnownWhateverHasHappenedSince() {
    var first = told(post(ada, "1", "Hello"));
    apply(new Slowed(30, creator));

    assertThat(post(ada, "1", "Hello")).isInstanceOf(Outcome.Known.class);

    apply(new Deleted(first.message().id(), ada, null));
    assertThat(post(ada, "1", "Hello")).isInstanceOf(Outcome.Known.class);
  }

  @Test
  void aBanDropsWhatComesAfter() {
    post(bob, "1", "Before");
    apply(new Banned(bob, creator, "rude"));

    assertDropped(post(bob, "2", "After"), ChatProblem.BANNED);
    assertThat(state.isBanned(bob)).isTrue();

    apply(new Unbanned(bob, creator));
    assertThat(post(bob, "3", "Back")).isInstanceOf(Outcome.Told.class);
    assertDropped(apply(new Unbanned(bob, creator)), ChatProblem.NOTHING_TO_CHANGE);
  }

  @Test
  void aTimeOutEnds() {
    apply(new TimedOut(bob, 60, creator, null));

    now = now.plusSeconds(59);
    assertDropped(post(bob, "1", "Early"), ChatProblem.TIMED_OUT);
    now = now.plusSeconds(1);
    assertThat(post(bob, "2", "In time")).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void aTimeOutDoesNotShortenABan() {
    apply(new Banned(bob, creator, null));

    assertDropped(apply(new TimedOut(bob, 1, creator, null)), ChatProblem.NOTHING_TO_CHANGE);
    assertThat(state.isBanned(bob)).isTrue();
  }

  @Test
  void slowModeIsForThoseWithoutBadges() {
    apply(new Slowed(10, creator));
    post(ada, "1", "One");
    apply(posted(creator, "1", "One", Author.CREATOR));

    now = now.plusSeconds(9);
    assertDropped(post(ada, "2", "Two"), ChatProblem.SLOW_MODE);
    assertThat(apply(posted(creator, "2", "Two", Author.CREATOR))).isInstanceOf(Outcome.Told.class);
    now = now.plusSeconds(1);
    assertThat(post(ada, "3", "Three")).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void countsEachPersonsReactionOnce() {
    var id = told(post(ada, "1", "Hello")).message().id();

    assertThat(apply(new Reacted(id, ada, "🎉", false))).isInstanceOf(Outcome.Told.class);
    assertDropped(apply(new Reacted(id, ada, "🎉", false)), ChatProblem.NOTHING_TO_CHANGE);
    apply(new Reacted(id, bob, "🎉", false));
    apply(new Reacted(id, bob, "👍", false));
    var withdrawn = told(apply(new Reacted(id, bob, "🎉", true)));

    assertThat(withdrawn.frame())
        .isEqualTo(new ChatFrame.Reaction(withdrawn.position(), id, Map.of("🎉", 1, "👍", 1)));
    assertDropped(apply(new Reacted(id, bob, "🎉", true)), ChatProblem.NOTHING_TO_CHANGE);
  }

  @Test
  void takesNoEndOfEmojis() {
    var id = told(post(ada, "1", "Hello")).message().id();
    IntStream.range(0, 20).forEach(i -> apply(new Reacted(id, ada, "e" + i, false)));

    assertDropped(apply(new Reacted(id, ada, "e20", false)), ChatProblem.NOTHING_TO_CHANGE);
    assertThat(apply(new Reacted(id, bob, "e0", false))).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void whatIsDeletedIsNotChangedAnyMore() {
    var id = told(post(ada, "1", "Hello")).message().id();
    apply(new Edited(id, ada, "Hello there"));
    assertThat(state.messages().find(id).orElseThrow().text()).isEqualTo("Hello there");
    apply(new Pinned(id, creator));

    apply(new Deleted(id, creator, "rude"));

    assertThat(state.pinned()).isNull();
    assertThat(state.messages().newest(10)).isEmpty();
    assertDropped(apply(new Edited(id, ada, "No")), ChatProblem.NOTHING_TO_CHANGE);
    assertDropped(apply(new Deleted(id, ada, null)), ChatProblem.NOTHING_TO_CHANGE);
    assertDropped(apply(new Reacted(id, bob, "👍", false)), ChatProblem.NOTHING_TO_CHANGE);
    assertDropped(apply(new Pinned(id, creator)), ChatProblem.NOTHING_TO_CHANGE);
  }

  @Test
  void tellsOfWhatIsNotAtHand() {
    var old = UUID.randomUUID();

    assertThat(told(apply(new Edited(old, ada, "Changed"))).message()).isNull();
    assertThat(told(apply(new Deleted(old, ada, null))).message()).isNull();
    assertDropped(apply(new Reacted(old, ada, "👍", false)), ChatProblem.NOTHING_TO_CHANGE);
  }

  @Test
  void hasOldMessagesAtHandAsLongAsTheyAreFew() {
    post(ada, "old", "Hello");
    now = now.plus(MessagesAtHand.MEMORY).plusSeconds(1);
    IntStream.range(1, MessagesAtHand.AT_LEAST).forEach(i -> post(bob, "b" + i, "Hi"));
    assertThat(post(ada, "old", "Hello")).isInstanceOf(Outcome.Known.class);

    post(bob, "one more", "Hi");
    post(bob, "and one", "Hi");

    assertThat(post(ada, "old", "Hello")).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void hasManyMessagesAtHandAsLongAsTheyAreNew() {
    post(ada, "first", "Hello");
    IntStream.range(0, 2 * MessagesAtHand.AT_LEAST).forEach(i -> post(bob, "b" + i, "Hi"));

    assertThat(post(ada, "first", "Hello")).isInstanceOf(Outcome.Known.class);
  }

  @Test
  void hasNoMoreAtHandThanAPodCanBear() {
    post(ada, "first", "Hello");
    IntStream.range(1, MessagesAtHand.AT_MOST).forEach(i -> post(bob, "b" + i, "Hi"));
    assertThat(state.messages().find(ada, "first")).isPresent();

    post(bob, "one more", "Hi");

    assertThat(state.messages().find(ada, "first")).isEmpty();
    assertThat(state.messages().all()).hasSize(MessagesAtHand.AT_MOST);
  }

  @Test
  void knowsWhenSomebodyWroteWhoseMessageIsForgotten() {
    post(ada, "first", "Hello");
    IntStream.range(0, MessagesAtHand.AT_MOST).forEach(i -> post(bob, "b" + i, "Hi"));
    apply(new Slowed(600, creator));

    assertDropped(post(ada, "second", "Hello"), ChatProblem.SLOW_MODE);
    now = now.plus(LastSent.MEMORY);
    assertThat(post(ada, "second", "Hello")).isInstanceOf(Outcome.Told.class);
  }

  @Test
  void knowsWhoKeepsOrder() {
    apply(new ModeratorNamed(ada, creator));
    assertThat(state.isModerator(ada)).isTrue();
    assertDropped(apply(new ModeratorNamed(ada, creator)), ChatProblem.NOTHING_TO_CHANGE);

    apply(new ModeratorDismissed(ada, creator));
    assertThat(state.isModerator(ada)).isFalse();
    assertDropped(apply(new ModeratorDismissed(ada, creator)), ChatProblem.NOTHING_TO_CHANGE);
  }

  @Test
  void goesOnFromWhatWasKept() {
    IntStream.range(0, 3).forEach(i -> post(ada, "a" + i, "Hello " + i));
    apply(new Banned(bob, creator, null));

    var kept =
        RoomState.of(
            state.messages().all(),
            Map.of(ada, now),
            Map.of(bob, Instant.MAX),
            new Moderation(5, null, Rules.NONE, Set.of(ada)));

    assertThat(kept.messages().newest(2))
        .extracting(Message::text)
        .containsExactly("Hello 1", "Hello 2");
    assertThat(kept.messages().find(ada, "a1")).isPresent();
    assertThat(kept.isBanned(bob)).isTrue();
    assertThat(kept.moderation().slowModeSeconds()).isEqualTo(5);
    assertThat(kept.objectionTo(new Author(ada, "Ada", List.of()), now.plusSeconds(4))).isPresent();
    assertThat(kept.objectionTo(new Author(ada, "Ada", List.of()), now.plusSeconds(5))).isEmpty();
    assertThat(kept.isModerator(ada)).isTrue();
  }

  private static RoomState fresh() {
    return RoomState.of(List.of(), Map.of(), Map.of(), Moderation.NONE);
  }

  private static Outcome.Told told(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Told.class);
    return (Outcome.Told) outcome;
  }

  private static void assertDropped(Outcome outcome, ChatProblem reason) {
    assertThat(outcome).isInstanceOf(Outcome.Dropped.class);
    assertThat(((Outcome.Dropped) outcome).reason().type()).isEqualTo(reason);
  }

  private Outcome post(UUID author, String clientId, String text) {
    return apply(posted(author, clientId, text));
  }

  private static Posted posted(UUID author, String clientId, String text, String... badges) {
    return new Posted(clientId, new Author(author, "N", List.of(badges)), text, null, List.of());
  }

  private Outcome apply(RoomRecord record) {
    var event =
        new Envelope<RoomRecord>(
            UUID.randomUUID(), "t", URI.create("/t"), "room", 0, now, null, record);
    return state.apply(new Heard<>(0, position++, now, event));
  }
}
