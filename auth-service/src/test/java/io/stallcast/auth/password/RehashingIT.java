package io.stallcast.auth.password;

import static io.stallcast.auth.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stallcast.auth.People;
import io.stallcast.auth.People.Person;
import io.stallcast.platform.testing.ServiceInfrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceInfrastructure.class)
class RehashingIT {
  @Inject Pool pool;
  @Inject PasswordConfig config;

  @Test
  void replacesAHashOfAnotherCostAtLogIn() {
    Person ada = People.register();
    setHash(ada, PasswordHash.of(PASSWORD, new byte[16], new Argon2Cost(128, 1, 1)));

    People.signIn(ada);

    assertThat(PasswordHash.parse(hash(ada)).costs(config.cost())).isTrue();
    People.signIn(ada);
  }

  @Test
  void keepsAHashOfAnotherCostWhereThePasswordIsWrong() {
    Person ada = People.register();
    PasswordHash dated = PasswordHash.of(PASSWORD, new byte[16], new Argon2Cost(128, 1, 1));
    setHash(ada, dated);

    People.login(ada.email(), "not the password", ada.address()).then().statusCode(401);

    assertThat(hash(ada)).isEqualTo(dated.phc());
  }

  private void setHash(Person person, PasswordHash hash) {
    pool.preparedQuery("update account set password_hash = $1 where id = $2")
        .executeAndAwait(Tuple.of(hash.phc(), person.id()));
  }

  private String hash(Person person) {
    return pool.preparedQuery("select password_hash from account where id = $1")
        .executeAndAwait(Tuple.of(person.id()))
        .iterator()
        .next()
        .getString(0);
  }
}
