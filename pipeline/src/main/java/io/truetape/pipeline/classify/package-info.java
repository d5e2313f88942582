/**
 * In: packets, structures, open interest, spot on prints. Out: classifier hits with every condition
 * they tested, and verdicts once the next open interest is published.
 *
 * <p>State: large directional packets waiting to see whether the underlying follows, readings of
 * opening or closing waiting for open interest, the spot trail. Rules: {@link
 * io.truetape.pipeline.classify.ClassifyRules}. Limits: 1,024 waiting packets, 4,096 waiting
 * readings (the oldest is given up). Method: docs/methods/classifiers.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.classify;
