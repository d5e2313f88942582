/// Tests of the named views.
@org.jspecify.annotations.NullMarked
package io.truetape.store.query.view;
