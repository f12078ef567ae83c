/**
 * The creator's work on products, and everybody's look at them: create, edit, publish, archive,
 * delete, read, list. A write locks the product's row first, and its event commits with it.
 */
package io.stallcast.catalog.product;
