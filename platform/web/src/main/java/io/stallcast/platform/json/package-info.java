/**
 * JSON as requests must write it: what is not meant is refused rather than bent into shape. A price
 * of 19.99 is not 19 minor units.
 */
package io.stallcast.platform.json;
