package io.stallcast.auth.key;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

/** The table of keys. */
@ApplicationScoped
class SigningKeys {
  private static final String ALL =
      "select number, kid, public_key, sealed_private_key, signs_from from signing_key";
  private static final String INSERT =
      """
      insert into signing_key (number, kid, public_key, sealed_private_key, signs_from, created_at)
      values ($1, $2, $3, $4, $5, $6)
      on conflict (number) do nothing
      """;
  private static final String RETIRE =
      """
      delete from signing_key k
      where exists (select from signing_key n where n.number = k.number + 1 and n.signs_from <= $1)
      """;

  private final Pool pool;
  private final KeySeal seal;

  SigningKeys(Pool pool, KeySeal seal) {
    this.pool = pool;
    this.seal = seal;
  }

  Uni<KeyRing> read() {
    return pool.query(ALL)
        .execute()
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::key).toList())
        .map(KeyRing::new);
  }

  /** Adds a key, unless another pod has made the one of that number. */
  Uni<Boolean> add(SigningKey key, Instant now) {
    return pool.preparedQuery(INSERT).execute(row(key, now)).map(rows -> rows.rowCount() == 1);
  }

  /** Deletes the keys whose successor began to sign at or before {@code then}. */
  Uni<Integer> retire(Instant then) {
    return pool.preparedQuery(RETIRE)
        .execute(Tuple.of(then.atOffset(ZoneOffset.UTC)))
        .map(rows -> rows.rowCount());
  }

  private Tuple row(SigningKey key, Instant now) {
    try {
      return Tuple.tuple()
          .addInteger(key.number())
          .addString(key.kid())
          .addBuffer(buffer(key.publicKey().getEncoded()))
          .addBuffer(buffer(seal.seal(key.kid(), key.privateKey().orElseThrow())))
          .addOffsetDateTime(key.signsFrom().atOffset(ZoneOffset.UTC))
          .addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has AES-GCM", e);
    }
  }

  private SigningKey key(Row row) {
    try {
      String kid = row.getString("kid");
      var encoded = new X509EncodedKeySpec(bytes(row, "public_key"));
      return new SigningKey(
          row.getInteger("number"),
          kid,
          (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(encoded),
          seal.open(kid, bytes(row, "sealed_private_key")),
          row.getOffsetDateTime("signs_from").toInstant());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The signing key cannot be read", e);
    }
  }

  private static Buffer buffer(byte[] bytes) {
    return Buffer.buffer(bytes);
  }

  private static byte[] bytes(Row row, String column) {
    return row.getBuffer(column).getBytes();
  }
}
