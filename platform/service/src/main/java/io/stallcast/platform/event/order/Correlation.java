package io.stallcast.platform.event.order;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;

/**
 * What a saga's command carries and its reply gives back unchanged, so that the saga knows which
 * question was answered.
 *
 * @param sagaId the saga
 * @param step the step the command belongs to
 * @param attempt which asking it was, from 1; the effect is that of the saga's step, however often
 *     it is asked
 */
@RegisterForReflection
public record Correlation(UUID sagaId, SagaStep step, int attempt) {}
