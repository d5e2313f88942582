/**
 * Ports of what is concluded: packets, structures, profiles, classifiers, alerts, off-exchange
 * prints, strikes, minutes.
 *
 * <p>In: filters and positions over named columns. Out: derived events as they were published, each
 * in the revision asked for. Columns follow from the events' own components by {@code Shape}.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.store.query.meaning;
