/**
 * Passwords: the rules for new ones, and Argon2id hashing in PHC string format.
 *
 * <p>Hashing costs 19 MiB and tens of milliseconds by intent, so it runs on a pool as wide as the
 * processors with a bounded queue; what does not fit is refused at once (503), and the event loops
 * never see it. The cost is configuration; a hash of another cost is replaced at the next log-in.
 *
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP
 *     Password Storage</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106, Argon2</a>
 */
package io.stallcast.auth.password;
