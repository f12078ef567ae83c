/**
 * Playback tokens: what a player shows for every playlist and every segment, and a CDN asks after.
 *
 * <p><b>Invariants.</b> A token is for one viewer and one stream, lives a minute at most, and never
 * longer than the entitlement behind it. It is checked without I/O: by its signature, and by what
 * this pod has heard of revocations. So a viewer who loses access is cut off as soon as the pods
 * have heard of it, however long the token would live.
 */
package io.stallcast.streaming.playback;
