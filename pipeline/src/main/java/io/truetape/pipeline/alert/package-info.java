/**
 * In: classifier hits, profiles, finished prints and packets (for users' rules), feed states, gaps,
 * users' rules. Out: alerts opening, growing, getting louder, ending.
 *
 * <p>The last room but for nothing below it: it may look at everything above. State: open alerts,
 * those that ended last, openings of the last hour, feed states, users' rules. Rules: {@link
 * io.truetape.pipeline.alert.AlertRules}. Limits: 256 open alerts and 256 ended ones per underlying,
 * 256 open ones per user's rule (the quietest goes), 64 subjects per alert, 64 users' rules (further ones are refused by an alert
 * that says so). Method: docs/methods/alerts.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.alert;
