/**
 * How many watch, and statistics of it.
 *
 * <p>Every pod counts its own sockets, by a 64-bit key of each viewer, and tells all pods each
 * second who came and who went, and every five seconds who is there. So every pod knows every pod's
 * viewers, and the count is the size of their union. Above ten thousand viewers of a stream they
 * are told and added up as HyperLogLog sketches, which are right within one per cent.
 *
 * <p><b>Invariants.</b> One viewer counts once, on however many pods and in however many tabs; an
 * anonymous socket is a viewer of its own. What a pod missed is set right by the next full count. A
 * pod that is silent for five seconds is forgotten, unless the one that listens hears not even
 * itself.
 *
 * <p><b>Failure.</b> Broker away: each pod keeps what it knew of the others, and goes on counting
 * its own viewers; all is right again within seconds of its return. Database away: counts go on;
 * watch time of those seconds is added later, peaks of them are lost.
 *
 * @see <a href="https://algo.inria.fr/flajolet/Publications/FlFuGaMe07.pdf">HyperLogLog</a>
 */
package io.stallcast.streaming.audience;
