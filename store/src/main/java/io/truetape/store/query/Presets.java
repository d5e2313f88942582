package io.truetape.store.query;

import java.util.List;
import java.util.Optional;

/// Saved filters, at most 1,000. Safe from any thread.
public interface Presets {
  /// All, by name.
  List<Preset> all();

  Optional<Preset> byId(long id);

  /// Keeps a new one. Refuses a name that is taken or a full shelf with `BadInput`.
  Preset create(String name, String query, long nowNanos);

  /// Replaces one if its version is still `expectedVersion`; empty when it is gone or changed.
  Optional<Preset> update(long id, int expectedVersion, String name, String query, long nowNanos);

  /// False when there was none.
  boolean delete(long id);
}
