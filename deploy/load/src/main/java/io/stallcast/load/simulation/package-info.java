/**
 * What people do under load, as Gatling plays it: each in a process of its own, told by system
 * properties. What happens before {@code measured.from} is the warm-up, and named so.
 */
package io.stallcast.load.simulation;
