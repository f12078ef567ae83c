/**
 * Live shopping: a creator shows a product beside the stream, and viewers see how many are left and
 * how many are bought as it happens.
 */
package io.stallcast.streaming.shopping;
