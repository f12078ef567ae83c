package io.stallcast.notification.telling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.notification.Broadcast;
import io.stallcast.notification.Person;
import io.stallcast.notification.Rows;
import io.stallcast.notification.TestMailServer;
import io.stallcast.notification.TestPushService;
import io.stallcast.notification.telling.CreatorJob.TellFollowers;
import io.stallcast.platform.event.Topic;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.stallcast.platform.testing.TestEvents;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
@WithTestResource(TestMailServer.class)
@WithTestResource(TestPushService.class)
class StreamsIT {
  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Rows rows;

  private final Person creator = Person.known("en");
  private final Broadcast broadcast = Broadcast.by(creator);

  @Test
  void tellsEachFollowerOnceInTheApp() {
    var followers = followers(8);
    var event = broadcast.begin();
    followers.forEach(follower -> awaitTold(follower, 1));

    broadcast.begin(Instant.now(), event);
    rows.purgeInbox(event);
    broadcast.begin(Instant.now(), event);
    Broadcast.by(creator).begin();

    followers.forEach(follower -> awaitTold(follower, 2));
    followers.forEach(follower -> assertThat(rows.emailStates(follower.id())).isEmpty());
    assertThat(creator.kinds()).isEmpty();
  }

  @Test
  void goesOnWhereItStoppedAndTellsNobodyTwice() {
    var followers = followers(5);
    var event = Identifiers.next();
    var ids = followers.stream().map(Person::id).sorted().toList();

    send(new TellFollowers(event, creator.id(), UUID.randomUUID(), "Art", now(), ids.get(1)));
    awaitTold(followers.getLast(), 1);
    assertThat(followers.getFirst().kinds()).isEmpty();
    send(new TellFollowers(event, creator.id(), UUID.randomUUID(), "Art", now(), Follows.NOBODY));

    awaitTold(followers.getFirst(), 1);
    broadcast.begin();
    followers.forEach(follower -> awaitTold(follower, 2));
  }

  @Test
  void tellsNobodyWhoFollowsNoMore() {
    var faithful = follower();
    var former = follower();
    var fickle = follower();
    broadcast.unfollowedBy(former, 2).unfollowedBy(fickle, 2).followedBy(fickle, 3);
    broadcast.followedBy(former, 1);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(rows.followersOf(creator.id()))
                .containsExactlyInAnyOrder(faithful.id(), fickle.id()));

    broadcast.begin();

    awaitTold(faithful, 1);
    awaitTold(fickle, 1);
    assertThat(former.kinds()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Ada is live: An evening <live> | Go to the stream",
        "de | Ada ist live: An evening <live> | Zum Stream"
      })
  void mailsToThoseWhoChoseSo(String locale, String title, String action) {
    var follower = Person.known(locale);
    follower.choose("{\"creator_live\": {\"in_app\": true, \"email\": true, \"push\": false}}");
    follow(follower);

    broadcast.begin();

    awaitMail(follower, title, action);
    assertThat(follower.list("").getString("items[0].title")).isEqualTo(title);
    assertThat(follower.list("").getString("items[0].link"))
        .isEqualTo("/streams/" + broadcast.streamId());
  }

  @Test
  void tellsOfACreatorWhoseNameIsNotKnown() {
    var follower = Person.known("en");
    var unknown = Broadcast.by(Person.speaking("en")).followedBy(follower);
    await()
        .atMost(SOON)
        .until(() -> rows.followersOf(unknown.creatorId()).equals(List.of(follower.id())));

    unknown.begin();

    awaitTold(follower, 1);
    assertThat(follower.list("").getString("items[0].title"))
        .isEqualTo("Live now: An evening <live>");
  }

  @Test
  void tellsNothingOfWhatIsLongPast() {
    var follower = follower();
    broadcast.begin(now().minus(Duration.ofHours(2)), Identifiers.next());
    broadcast.remind(follower, now().minus(Duration.ofHours(2)));

    broadcast.begin();
    broadcast.remind(follower, now().plus(Duration.ofMinutes(10)));

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(follower.kinds())
                .containsExactlyInAnyOrder("creator_live", "stream_reminder"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | Soon live: An evening <live> | it begins on January 2, 2100",
        "de | Bald live: An evening <live> | Es beginnt am 2. Januar 2100"
      })
  void remindsWhoWantedToBe(String locale, String title, String when) {
    var viewer = Person.known(locale);

    broadcast.remind(viewer, Instant.parse("2100-01-02T20:30:00Z"));

    awaitMail(viewer, title, when);
    assertThat(viewer.kinds()).containsExactly("stream_reminder");
    assertThat(viewer.list("").getString("items[0].body")).contains(when).endsWith(" UTC.");
  }

  @Test
  void forgetsAnErasedCreatorAtTheirFollowers() {
    var followers = followers(7);
    broadcast.begin();
    followers.forEach(follower -> awaitTold(follower, 1));

    creator.erase(2);

    await().atMost(SOON).until(() -> rows.followersOf(creator.id()).isEmpty());
    followers.forEach(follower -> awaitTold(follower, 0));
  }

  @Test
  void forgetsWhomAnErasedFollowerFollowed() {
    var follower = follower();

    follower.erase(2);

    await().atMost(SOON).until(() -> rows.followersOf(creator.id()).isEmpty());
    assertThat(rows.everythingOf(follower.id())).containsExactly("recipient");
  }

  /** In the order of their ids. */
  private List<Person> followers(int count) {
    var followers = Stream.generate(() -> Person.known("en")).limit(count).toList();
    followers.forEach(broadcast::followedBy);
    await().atMost(SOON).until(() -> rows.followersOf(creator.id()).size() == count);
    return followers;
  }

  private Person follower() {
    var follower = Person.known("en");
    follow(follower);
    return follower;
  }

  private void follow(Person follower) {
    await().atMost(SOON).until(() -> !rows.everythingOf(creator.id()).isEmpty());
    broadcast.followedBy(follower);
    await().atMost(SOON).until(() -> rows.followersOf(creator.id()).contains(follower.id()));
  }

  private static void send(TellFollowers job) {
    TestEvents.send(Topic.NOTIFICATION_JOBS, job.creatorId(), 0, job);
  }

  private static Instant now() {
    return Instant.now();
  }

  private static void awaitTold(Person follower, int times) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(follower.kinds()).hasSize(times).allMatch("creator_live"::equals));
  }

  private void awaitMail(Person person, String subject, String sentence) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(rows.emailStates(person.id())).containsExactly("SENT"));
    assertThat(person.mails())
        .singleElement()
        .satisfies(mail -> assertThat(mail.subject()).isEqualTo(subject))
        .satisfies(mail -> assertThat(mail.text()).contains(sentence))
        .satisfies(mail -> assertThat(mail.html()).contains(sentence));
  }
}
