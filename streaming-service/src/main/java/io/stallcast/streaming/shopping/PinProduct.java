package io.stallcast.streaming.shopping;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** The product that is to be shown. */
record PinProduct(@NotNull UUID productId) {}
