/**
 * What a machine does to processes, done on purpose. It knows parts, topics and databases, but no
 * shop: a later service is hurt by the same means, by naming its part and the events of its steps.
 *
 * <p>{@link io.stallcast.system.fault.RecordWatch} sees every record the moment consumers do,
 * {@link io.stallcast.system.fault.Strikes} kills by it, {@link
 * io.stallcast.system.fault.Redelivery} sends records again, and {@link
 * io.stallcast.system.fault.Databases} tells what is stored.
 */
package io.stallcast.system.fault;
