/** The shelves: a tree of two levels that admins add to. */
package io.stallcast.catalog.category;
