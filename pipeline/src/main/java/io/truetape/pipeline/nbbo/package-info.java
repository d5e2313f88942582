/**
 * In: quotes, index levels, normalised prints. Out: each print with the NBBO and the spot as of its
 * own exchange time, and its location.
 *
 * <p>State: the latest quotes of each contract and of the underlying. Rules:
 * {@link io.truetape.pipeline.nbbo.NbboRules}. Limits: 1,024 quotes kept per contract (at the limit
 * the oldest goes). One join, one owner: nothing downstream looks for a quote again. Method:
 * docs/methods/side.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.nbbo;
