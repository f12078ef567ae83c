/**
 * Looks at access tokens before a service has any work with them. Services verify again themselves:
 * what this saves them is load, and what it gains is the user whose limit a request counts against.
 *
 * <p>Without a token a request passes, as services know what is public. While the issuer's keys
 * cannot be had, tokens pass unjudged: the edge does not fail because auth-service does.
 */
package io.stallcast.gateway.token;
