/**
 * The shop that a newcomer finds: creators, products and buyers of {@code shop.json}, loaded
 * through the public API as any client would. What is there already is left as it is.
 */
package io.stallcast.stack.demo;
