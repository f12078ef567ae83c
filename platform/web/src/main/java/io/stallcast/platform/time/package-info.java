/** Instants as clients may name them. */
package io.stallcast.platform.time;
