package io.truetape.feed.databento;

/// Tells apart prints that are equal in everything a record says.
///
/// OPRA numbers packets, not trades, so two equal fills of one packet carry the same sequence. The
/// second becomes sequence + 2^32, the third + 2 x 2^32, in every schema alike. Looks back over
/// prints with the same time and sequence, at most 64 of them; beyond that the oldest is forgotten.
final class Repeats {
  private static final int LIMIT = 64;

  private final int[] instruments = new int[LIMIT];
  private final int[] publishers = new int[LIMIT];
  private final long[] prices = new long[LIMIT];
  private final long[] sizes = new long[LIMIT];
  private long ts = -1;
  private long sequence = -1;
  private int count;

  /// The sequence of this record, made unique among its equals.
  long number(DbnRecord r) {
    long s = r.sequence();
    if (r.tsEvent() != ts || s != sequence) {
      ts = r.tsEvent();
      sequence = s;
      count = 0;
    }
    long repeats = 0;
    for (int i = 0; i < Math.min(count, LIMIT); i++) {
      if (instruments[i] == r.instrument()
          && publishers[i] == r.publisher()
          && prices[i] == r.price()
          && sizes[i] == r.size()) {
        repeats++;
      }
    }
    int i = count % LIMIT;
    instruments[i] = r.instrument();
    publishers[i] = r.publisher();
    prices[i] = r.price();
    sizes[i] = r.size();
    count++;
    return s | repeats << 32;
  }
}
