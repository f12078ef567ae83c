/**
 * Tokens for services: the client credentials grant of OAuth 2.0. Clients are configuration; their
 * secrets are compared in constant time and never logged. Not reachable through the gateway.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.4">RFC 6749, 4.4</a>
 */
package io.stallcast.auth.client;
