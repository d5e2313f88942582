/**
 * In: finished prints, cancels, calendar entries. Out: structures, and structures withdrawn.
 *
 * <p>Stands before packets, so that a leg is never read as a direction of its own. State: prints
 * that may still find their other legs, recent structures, the spot trail. Rules: {@link
 * io.truetape.pipeline.legs.LegsRules}. Limits: 2,048 waiting prints per underlying (the oldest is
 * given up), 4 legs, 512 recent structures that a cancel can withdraw. Method:
 * docs/methods/structures.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.legs;
