/** What runs a session: data folder, recovery, live run, import, replay, verification. */
@org.jspecify.annotations.NullMarked
package io.truetape.app.ops;
