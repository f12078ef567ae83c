package io.stallcast.auth.bootstrap;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.stallcast.auth.Account;
import io.stallcast.auth.Accounts;
import io.stallcast.auth.AuthProblem;
import io.stallcast.auth.Passwords;
import io.stallcast.auth.bootstrap.BootstrapConfig.Person;
import io.stallcast.platform.identifier.Identifiers;
import io.stallcast.platform.problem.ProblemException;
import io.stallcast.platform.transaction.UnitOfWork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Set;
import org.jboss.logging.Logger;

/** Makes the configured accounts that are not there yet, before requests are accepted. */
@ApplicationScoped
class Bootstrapping {
  private static final Logger LOG = Logger.getLogger(Bootstrapping.class);

  private final BootstrapConfig config;
  private final Accounts accounts;
  private final Passwords passwords;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  Bootstrapping(
      BootstrapConfig config,
      Accounts accounts,
      Passwords passwords,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.config = config;
    this.accounts = accounts;
    this.passwords = passwords;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  void onStart(@Observes StartupEvent start) throws Throwable {
    VertxContextSupport.subscribeAndAwait(this::run);
  }

  /** May be run any number of times, on any number of pods at once. */
  Uni<Void> run() {
    return Multi.createFrom()
        .iterable(config.accounts().values())
        .onItem()
        .transformToUniAndConcatenate(this::ensure)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> ensure(Person person) {
    return unitOfWork
        .read(() -> accounts.withEmail(person.email()))
        .chain(found -> found.isPresent() ? Uni.createFrom().voidItem() : make(person));
  }

  private Uni<Void> make(Person person) {
    return passwords
        .hash(person.password())
        .chain(hash -> unitOfWork.commit(() -> accounts.add(account(person, hash))))
        .invoke(account -> LOG.infof("Made a bootstrap account id=%s", account.id()))
        .replaceWithVoid()
        .onFailure(Bootstrapping::isMadeElsewhere)
        .recoverWithNull();
  }

  private Account account(Person person, String hash) {
    return Account.register(
        Identifiers.next(),
        person.email(),
        person.displayName(),
        hash,
        person.roles().orElse(Set.of()),
        clock.instant());
  }

  private static boolean isMadeElsewhere(Throwable failure) {
    return failure instanceof ProblemException problem && problem.type() == AuthProblem.EMAIL_TAKEN;
  }
}
