package io.stallcast.system;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.stallcast.system.AuthorizationTable.Row;
import io.stallcast.system.Belongings.Thing;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each operation of each service lets in whom {@code authorization.csv} says, and nobody else. */
class AuthorizationIT {
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
  private static final int ROWS_AT_ONCE = 8;

  @RegisterExtension final Shop shop = new Shop();

  @Test
  void everyOperationHasRow() {
    Set<String> documented =
        ApiOperation.all().stream().map(ApiOperation::id).collect(Collectors.toSet());
    Set<String> promised =
        AuthorizationTable.rows().stream().map(Row::operation).collect(Collectors.toSet());

    assertThat(new TreeSet<>(promised))
        .as("operations in authorization.csv, and in the services' documents")
        .isEqualTo(new TreeSet<>(documented));
  }

  @TestFactory
  Stream<DynamicTest> letsInWhomTheTableNames() {
    var belongings = new Belongings(shop);
    var subjects = new Subjects(shop);
    Map<String, List<ApiOperation>> operations =
        ApiOperation.all().stream().collect(groupingBy(ApiOperation::id));
    List<Check> checks =
        AuthorizationTable.rows().stream()
            .flatMap(row ->
                operations.getOrDefault(row.operation(), List.of()).stream()
                    .map(operation ->
                        new Check(
                            row + " at " + operation.service(),
                            new FutureTask<>(
                                () -> requireRow(row, operation, belongings, subjects), null))))
            .toList();
    return Crowd.atMost(ROWS_AT_ONCE).doing(checks, Check::done).stream().map(Check::toTest);
  }

  /** A row that is asked for beside others; its test tells what came of it. */
  private record Check(String name, FutureTask<?> outcome) {
    Check done() {
      outcome.run();
      return this;
    }

    DynamicTest toTest() {
      return DynamicTest.dynamicTest(name, () -> Crowd.get(outcome));
    }
  }

  /** One subject after another: what one of them does may be what the next finds done. */
  private void requireRow(
      Row row, ApiOperation operation, Belongings belongings, Subjects subjects) {
    Thing thing = belongings.one(row.of());
    row.answers()
        .forEach((subject, expected) -> {
          for (String token : subjects.tokens(subject, thing.owner())) {
            Answer answer = Api.persistently(() -> ask(row, operation, thing, token, row.inside()));
            assertThat(verdict(answer)).as("%s: %s", subject, answer).isEqualTo(expected);
            if (row.inside()) {
              requireHidden(ask(row, operation, thing, token, false));
            }
          }
        });
  }

  private Answer ask(Row row, ApiOperation operation, Thing thing, String token, boolean inside) {
    String origin = inside ? shop.stack().inside(operation.service()) : shop.stack().gateway();
    Api api = Api.anonymous(origin);
    Sample sample = Sample.of(operation, thing.id());
    String body = row.isAboutNothing() && operation.hasBody() ? "{}" : sample.body();
    return (token.isEmpty() ? api : api.as(token))
        .send(operation.method(), sample.path() + sample.query(), body, sample.headers());
  }

  /** Who meets a failure was neither let in nor refused. */
  private static String verdict(Answer answer) {
    return REFUSALS.contains(answer.status()) || answer.status() >= 500
        ? String.valueOf(answer.status())
        : "in";
  }

  /** The gateway refuses a bad token before it looks at what is asked for. */
  private static void requireHidden(Answer answer) {
    assertThat(answer.status()).as("at the gateway: %s", answer).isIn(401, 404);
  }
}
