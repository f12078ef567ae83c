/**
 * Keyset paging: a list is read on from the last row seen, not from a count of rows, so that a page
 * costs the same however deep it lies and nothing is shown twice when rows are added.
 *
 * <p>A resource takes a {@link io.stallcast.platform.paging.PageRequest}, the query asks for {@code
 * limitPlusOne()} rows behind the cursor, and {@link io.stallcast.platform.paging.Page#of} cuts the
 * page and makes the next cursor. A cursor is opaque to clients, but not secret and not signed: a
 * query must check ownership as if there were no cursor.
 */
package io.stallcast.platform.paging;
