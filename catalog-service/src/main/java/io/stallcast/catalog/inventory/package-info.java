/** What is left of a product, and its creator's filling up. */
package io.stallcast.catalog.inventory;
