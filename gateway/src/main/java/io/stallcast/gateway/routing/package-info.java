/** Finds where a request goes, and hides what is not for clients. */
package io.stallcast.gateway.routing;
