package io.stallcast.order;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Why an order came to nothing.
 *
 * @param code stable, such as {@code out_of_stock} or {@code declined}
 * @param detail a sentence for the buyer
 */
@RegisterForReflection
public record OrderFailure(String code, String detail) {}
