/** Identifiers that are made here, never by the database. */
package io.stallcast.platform.identifier;
