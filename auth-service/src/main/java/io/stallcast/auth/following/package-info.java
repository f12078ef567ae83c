/** Creators as everybody sees them, and following them. */
package io.stallcast.auth.following;
