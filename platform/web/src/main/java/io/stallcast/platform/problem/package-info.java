/**
 * Failures as clients see them: RFC 9457 problem details, in one shape for every service.
 *
 * <p>Code that must refuse a request throws a {@link
 * io.stallcast.platform.problem.ProblemException} with a {@link
 * io.stallcast.platform.problem.ProblemType}; each service names its own types in an enum. The
 * mappers here turn it, and every failure of the framework (validation, JSON, authentication,
 * routing), into {@code application/problem+json}. Whatever nobody foresaw is {@code
 * internal_error}: logged in full beside the trace id, told to the client without internals.
 *
 * <p>Invariants: {@code code} is stable and may be relied on, {@code title} and {@code detail} are
 * for people; no answer ever holds a stack trace, a class name or a query string.
 *
 * <p>The mappers are public only because the framework calls them from another class loader.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
package io.stallcast.platform.problem;
