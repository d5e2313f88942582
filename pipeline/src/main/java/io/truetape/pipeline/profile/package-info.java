/**
 * In: packets, structures, cancels through them, watermarks. Out: hypotheses about who acts like
 * this, with abstention.
 *
 * <p>Packets of one contract and side, or structures of one shape and first leg, that follow one
 * another within the window belong to one thread; a thread that is worth a word is judged again as
 * it grows, and for the last time when its window ends. State: open threads, the last 256 closed
 * ones (a cancel can still change them). Rules: {@link io.truetape.pipeline.profile.ProfileRules}.
 * Limits: 128 pieces per thread (then it closes early), 8,192 open threads per underlying (then the
 * oldest closes early). Method: docs/methods/profiles.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.profile;
