/**
 * What people set up themselves, in SQLite: filter presets, marks on alerts. Small, durable, one
 * writer each.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.store.appstate;
