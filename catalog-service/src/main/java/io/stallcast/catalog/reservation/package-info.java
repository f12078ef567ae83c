/**
 * Units held for orders, by a saga's command or by another service's call.
 *
 * <p>A poll's commands are one batch: the reservations and stocks they are about are locked with
 * one query each, stocks in the order of their products, and so are prices read; what becomes of
 * each command is decided in memory in the order of arrival, and everything is written by batched
 * statements in one transaction. So a hot product costs one lock for a batch, not one for an order.
 *
 * <p>Invariants:
 *
 * <ul>
 *   <li>an order has one reservation; asking for it again gives the answer that was given;
 *   <li>all of an order's lines are held, or none;
 *   <li>a release that comes before its reservation refuses it for good;
 *   <li>a saga's reservation is released by its saga alone, another one by its service or by the
 *       clock; what is committed stays so.
 * </ul>
 */
package io.stallcast.catalog.reservation;
