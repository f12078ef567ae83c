package io.stallcast.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A Quarkus application of the stack.
 *
 * @param folder its module, below the repository's root
 * @param port where its first pod listens unless told otherwise
 * @param heap the most memory for its objects, MiB
 * @param database the name of its database, and of the role that owns it
 * @param settings its properties, as they follow from where the others are
 */
public record Application(
    String name,
    String folder,
    int port,
    int heap,
    Optional<String> database,
    Map<String, Function<Sites, String>> settings) {

  static Application of(String name, int port, int heap) {
    return new Application(name, name, port, heap, Optional.empty(), Map.of());
  }

  Application in(String otherFolder) {
    return new Application(name, otherFolder, port, heap, database, settings);
  }

  Application with(String property, Function<Sites, String> value) {
    Map<String, Function<Sites, String>> more = new LinkedHashMap<>(settings);
    more.put(property, value);
    return new Application(name, folder, port, heap, database, more);
  }

  /** Has auth-service make an account that nobody can register: one with a role of operators. */
  Application with(LogIn account) {
    String prefix = "stallcast.auth.bootstrap.accounts." + account.role() + ".";
    return with(prefix + "email", sites -> account.email())
        .with(prefix + "password", sites -> account.password())
        .with(prefix + "display-name", sites -> account.displayName())
        .with(prefix + "roles", sites -> account.role());
  }

  Application withDatabase(String owned) {
    return new Application(name, folder, port, heap, Optional.of(owned), settings)
        .with("stallcast.database.address", sites -> sites.address(Topology.DATABASE))
        .with("stallcast.database.name", sites -> owned)
        .with("stallcast.database.username", sites -> owned)
        .with("stallcast.database.password", sites -> owned);
  }

  /** Whether its state is in the database alone, so that several processes can share the work. */
  boolean isService() {
    return database.isPresent();
  }

  Application withBroker() {
    return with("kafka.bootstrap.servers", sites -> sites.address(Topology.BROKER));
  }
}
