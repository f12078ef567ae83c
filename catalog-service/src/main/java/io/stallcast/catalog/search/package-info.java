/**
 * Finds published products by what people type, on PostgreSQL's own full text search: words in any
 * form and without accents, ranked by where they stand (title, tags, description), and titles that
 * are nearly what was typed.
 */
package io.stallcast.catalog.search;
