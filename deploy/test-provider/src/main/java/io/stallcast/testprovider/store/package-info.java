/**
 * What the provider must not forget: charges, the keys they were made under, and webhooks not yet
 * delivered. One H2 MVStore file; a change is written before it is answered, on the one thread that
 * makes changes.
 */
package io.stallcast.testprovider.store;
