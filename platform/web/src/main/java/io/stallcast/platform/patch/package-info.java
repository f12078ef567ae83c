/**
 * Updates in part: a client names what it wants changed, and the result is held to the same rules
 * as if it had been sent whole.
 */
package io.stallcast.platform.patch;
