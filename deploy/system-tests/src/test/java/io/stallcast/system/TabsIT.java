package io.stallcast.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Refresh tokens in the hands of a browser with many tabs, and in those of a thief. */
class TabsIT {
  @RegisterExtension final Shop shop = new Shop();

  @Test
  void tabsThatRefreshTogetherShareOneSuccessor() {
    Session session = shop.buyer().session();

    List<Answer> answers =
        Crowd.allAtOnce().doing(Collections.nCopies(20, session.refreshToken()), session::refresh);

    assertThat(answers).allSatisfy(answer -> answer.expect(200));
    assertThat(answers.stream().map(TabsIT::successor).distinct()).hasSize(1);
    session.refresh(successor(answers.getFirst())).expect(200);
  }

  @Test
  void tokenThatComesBackAfterTheGraceEndsItsFamily() {
    Session session = shop.buyer().session();
    String successor = successor(session.refresh(session.refreshToken()).expect(200));

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> session.refresh(session.refreshToken()).status() == 401);

    session.refresh(successor).expectProblem(401, "refresh_token_refused");
  }

  @Test
  void tokenWhoseSuccessorWasUsedEndsItsFamily() {
    Session session = shop.buyer().session();
    String second = successor(session.refresh(session.refreshToken()).expect(200));
    String third = successor(session.refresh(second).expect(200));

    session.refresh(session.refreshToken()).expectProblem(401, "refresh_token_refused");

    session.refresh(third).expectProblem(401, "refresh_token_refused");
  }

  private static String successor(Answer answer) {
    return answer.json().path("refreshToken").asText();
  }
}
