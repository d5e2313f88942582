/// Named views: query-time policies over stored prints, never a filter on what exists.
@org.jspecify.annotations.NullMarked
package io.truetape.store.query.view;
