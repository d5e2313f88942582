package io.truetape.store.query;

import java.util.List;

/// The days that have been recorded. Safe from any thread.
public interface Sessions {
  /// All days, newest first, at most 10,000.
  List<SessionEntry> all();
}
