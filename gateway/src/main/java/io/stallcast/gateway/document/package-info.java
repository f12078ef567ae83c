/**
 * One OpenAPI document for all services: each service describes itself, this package puts together
 * what clients can reach. Operations for services among themselves, and paths that the edge hides,
 * are left out. A service that does not answer leaves its part out, which the document says, and is
 * asked again soon.
 */
package io.stallcast.gateway.document;
