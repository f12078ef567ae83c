/**
 * Tells the merchant what became of its charges, signed as Standard Webhooks has it, again and
 * again until it has heard.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks">Standard Webhooks</a>
 */
package io.stallcast.testprovider.webhook;
