/**
 * Who calls, as the verified access token says: RS256 JWTs, {@code sub} is the user's id, {@code
 * groups} are the roles.
 *
 * <p>Authentication is lazy: a resource with {@code @RolesAllowed} or {@code @Authenticated} checks
 * the token before its method runs; on a public one the token is looked at only if there is one,
 * and a bad one matters only when {@link io.stallcast.platform.identity.Caller} is asked. So
 * signing in works with an expired token in the header, and a list that shows drafts to their owner
 * tells the owner to refresh, rather than hiding them.
 */
package io.stallcast.platform.identity;
