/**
 * How a room reads its thresholds out of the rule set in force. Rules are events, not
 * configuration.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.rule;
