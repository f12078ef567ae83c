package io.stallcast.notification.push;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What browsers subscribe with.
 *
 * @param publicKey for {@code applicationServerKey}, base64url
 */
@Schema(name = "PushKey")
record PushKeyView(String publicKey) {}
