/**
 * What viewers feel: emojis are counted on each pod, and once a second all pods tell one another
 * and their viewers how often each was sent. Nothing of it is kept.
 */
package io.stallcast.streaming.reaction;
