/**
 * Pages of other origins: answers the questions of browsers for all services, which need not know
 * of them. Tokens travel in a header and never in cookies, so credentials are not allowed for.
 */
package io.stallcast.gateway.cors;
