/**
 * The programme: streams are announced, changed, called off, listed and read. Everybody may read
 * what is in it; its creator alone changes it.
 */
package io.stallcast.streaming.planning;
