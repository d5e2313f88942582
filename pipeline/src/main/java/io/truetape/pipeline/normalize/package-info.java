/**
 * In: everything of one underlying, as received. Out: prints in event-time order, each with its
 * contract, session and sale condition; amendments; refusals; the watermark.
 *
 * <p>State: contracts listed, prints that still wait for quotes, identities seen, recent prints per
 * contract for cancels to match. Rules: {@link io.truetape.pipeline.normalize.NormalizeRules}.
 * Limits: 65,536 waiting prints (at the limit the oldest is released early); identities and
 * history as in the rules. Method: docs/methods/normalize.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.normalize;
