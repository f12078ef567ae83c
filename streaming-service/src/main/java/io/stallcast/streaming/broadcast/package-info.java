/** The broadcast itself: a creator goes on air and off it, with a key that can be rolled. */
package io.stallcast.streaming.broadcast;
