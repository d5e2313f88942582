package io.truetape.replay.shadow;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings together what both runs said of the same thing, however far apart they said it.
///
/// Keeps at most `limit` things that the other run has not spoken of; the oldest goes first and
/// counts as said by one run alone. A thing that was compared is compared only once, as long as it
/// is among the last `limit`.
final class Pairing<K, T> {
  private final int limit;
  private final Verdict<T> verdict;
  private final Map<K, T> before = new LinkedHashMap<>();
  private final Map<K, T> after = new LinkedHashMap<>();
  private final Map<K, Boolean> done = new LinkedHashMap<>();

  /// What to do with a pair; null where one run said nothing.
  interface Verdict<T> {
    void compare(@Nullable T before, @Nullable T after);
  }

  Pairing(int limit, Verdict<T> verdict) {
    this.limit = limit;
    this.verdict = verdict;
  }

  /// Takes what run A (`isBefore`) or run B said.
  void put(boolean isBefore, K key, T said) {
    if (done.containsKey(key)) {
      return;
    }
    Map<K, T> own = isBefore ? before : after;
    T other = (isBefore ? after : before).remove(key);
    if (other != null) {
      done.put(key, true);
      shorten(done, limit);
      verdict.compare(isBefore ? said : other, isBefore ? other : said);
      return;
    }
    own.put(key, said);
    if (own.size() > limit) {
      T oldest = shorten(own, limit);
      if (oldest != null) {
        alone(isBefore, oldest);
      }
    }
  }

  /// Everything still waiting was said by one run alone.
  void end() {
    before.values().forEach(said -> alone(true, said));
    after.values().forEach(said -> alone(false, said));
    before.clear();
    after.clear();
    done.clear();
  }

  private void alone(boolean isBefore, T said) {
    if (isBefore) {
      verdict.compare(said, null);
    } else {
      verdict.compare(null, said);
    }
  }

  private static <K, V> @Nullable V shorten(Map<K, V> map, int limit) {
    if (map.size() <= limit) {
      return null;
    }
    K eldest = map.keySet().iterator().next();
    return map.remove(eldest);
  }
}
