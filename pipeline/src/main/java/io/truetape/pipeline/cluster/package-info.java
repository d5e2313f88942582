/**
 * In: finished prints, structures, cancels, calendar entries, watermarks. Out: packets.
 *
 * <p>A packet is the prints of one contract within one window from its first print; it is concluded
 * when the watermark has passed the window and the time in which a structure may still claim its
 * prints. State: open and recently closed windows, what the symbol's and the contract's packets were
 * like. Rules: {@link io.truetape.pipeline.cluster.ClusterRules}. Limits: 1,024 prints per window
 * (a full one closes early and another begins), 8,192 prints in closed windows that a cancel can
 * still change. Method: docs/methods/packets.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.cluster;
