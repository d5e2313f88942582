package io.truetape.feed.databento;

import io.truetape.model.event.Listings;
import io.truetape.model.symbol.Contract;
import io.truetape.model.symbol.Osi;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.text.BadInput;
import java.util.Arrays;

/// Instruments of one dataset by number and time, and the numbers they bear in our log.
///
/// Metadata and live symbol mappings say who bore a number when; definitions fill in where they are
/// silent. A hash by instrument number leads to the intervals of that number: O(1) per record
/// however many mappings there are. Listed on first use, so only what is used is listed.
final class Instruments {
  /// What the instruments of a dataset are.
  enum Kind {
    OPTIONS,
    STOCKS,
    OTHER,
    /// No dataset is known; a name in OCC form is an option.
    BY_NAME
  }

  private static final long DAY = 86_400_000_000_000L;
  private static final int NEW = 0;
  private static final int BAD = -1;

  private final Kind kind;
  private final Listings listings;
  private int count;
  private int[] ids = new int[64];
  private int[] next = new int[64];
  private long[] from = new long[64];
  private long[] to = new long[64];
  private String[] names = new String[64];
  private int[] numbers = new int[64];
  private boolean[] options = new boolean[64];
  private boolean[] learned = new boolean[64];
  private int[] heads = filled(128);

  Instruments(Kind kind, Listings listings) {
    this.kind = kind;
    this.listings = listings;
    Arrays.fill(names, "");
  }

  /// What a dataset name such as `OPRA.PILLAR` holds.
  static Kind kindOf(String dataset) {
    int dot = dataset.indexOf('.');
    return switch (dot < 0 ? dataset : dataset.substring(0, dot)) {
      case "OPRA" -> Kind.OPTIONS;
      case "XNAS", "XNYS", "XASE", "XBOS", "XPSX", "XCIS", "XCHI", "ARCX", "BATS", "BATY" ->
          Kind.STOCKS;
      case "EDGA", "EDGX", "MEMX", "EPRL", "IEXG", "LTSE", "TXSE", "OCEA", "DBEQ", "EQUS" ->
          Kind.STOCKS;
      case "" -> Kind.BY_NAME;
      default -> Kind.OTHER;
    };
  }

  Kind kind() {
    return kind;
  }

  /// All mappings of a file. Where two say the same interval, the first wins.
  void add(DbnMetadata metadata) {
    for (DbnMetadata.Mapping m : metadata.mappings()) {
      if (!isKnown(m)) {
        insert(m.instrument(), m.name(), m.fromDay() * DAY, m.toDay() * DAY, false);
      }
    }
  }

  /// A mapping told by the stream; it holds over earlier ones. `toNanos` is exclusive.
  void map(int id, String name, long fromNanos, long toNanos) {
    insert(id, name, fromNanos, toNanos, false);
  }

  /// A name told by a definition at `tsNanos`: holds from that UTC day on unless a mapping says
  /// otherwise. Answers the slot.
  int learn(int id, String name, long tsNanos) {
    int slot = find(id, tsNanos);
    if (slot >= 0 && (!learned[slot] || names[slot].equals(name))) {
      return slot;
    }
    return insert(id, name, tsNanos - Math.floorMod(tsNanos, DAY), Long.MAX_VALUE, true);
  }

  /// The slot of an instrument at a time; an unknown one of a dataset without options is kept as
  /// `#id`; -1 when an option feed does not say what it is.
  int slot(int id, int publisher, long tsNanos) {
    int slot = find(id, tsNanos);
    if (slot >= 0 || kind == Kind.OPTIONS || Publishers.isOpra(publisher)) {
      return slot;
    }
    return insert(id, "#" + Integer.toUnsignedString(id), 0, Long.MAX_VALUE, true);
  }

  /// True when somebody said who this instrument is at this time.
  boolean knows(int id, long tsNanos) {
    return find(id, tsNanos) >= 0;
  }

  /// Our number of what is in the slot, listing it on first use; negative when its name is bad.
  int number(int slot) {
    int number = numbers[slot];
    return number == NEW ? list(slot) : number;
  }

  /// True when [#number] is a contract, false when it is a symbol. Ask for the number first.
  boolean isOption(int slot) {
    return options[slot];
  }

  String name(int slot) {
    return names[slot];
  }

  /// Lists an option again with the multiplier its definition states.
  void listWithMultiplier(int slot, int multiplier) {
    if (number(slot) == BAD || !options[slot]) {
      return;
    }
    Contract c = Osi.parse(names[slot]);
    numbers[slot] =
        listings.contract(
            new Contract(
                c.root(),
                c.underlying(),
                c.right(),
                c.strikeMicros(),
                c.expiryDay(),
                c.settlement(),
                c.style(),
                multiplier,
                c.deliverable()));
  }

  private int list(int slot) {
    String name = names[slot];
    boolean isOption = kind == Kind.OPTIONS || (kind == Kind.BY_NAME && hasOccForm(name));
    options[slot] = isOption;
    try {
      numbers[slot] =
          isOption ? listings.contract(Osi.parse(name)) : listings.symbol(name, symbolKind(name));
    } catch (BadInput e) {
      numbers[slot] = BAD;
    }
    return numbers[slot];
  }

  private SymbolKind symbolKind(String name) {
    return kind == Kind.STOCKS && !name.startsWith("#") ? Roots.kind(name) : SymbolKind.OTHER;
  }

  private static boolean hasOccForm(String name) {
    return name.length() == 21 && Character.isDigit(name.charAt(20));
  }

  private int find(int id, long tsNanos) {
    for (int slot = heads[hash(id)]; slot >= 0; slot = next[slot]) {
      if (ids[slot] == id && tsNanos >= from[slot] && tsNanos < to[slot]) {
        return slot;
      }
    }
    return -1;
  }

  private boolean isKnown(DbnMetadata.Mapping m) {
    for (int slot = heads[hash(m.instrument())]; slot >= 0; slot = next[slot]) {
      if (ids[slot] == m.instrument()
          && from[slot] == m.fromDay() * DAY
          && to[slot] == m.toDay() * DAY) {
        return true;
      }
    }
    return false;
  }

  private int insert(int id, String name, long fromNanos, long toNanos, boolean isLearned) {
    if (count == ids.length) {
      grow();
    }
    int slot = count++;
    ids[slot] = id;
    names[slot] = name;
    from[slot] = fromNanos;
    to[slot] = toNanos;
    learned[slot] = isLearned;
    int h = hash(id);
    next[slot] = heads[h];
    heads[h] = slot;
    return slot;
  }

  private void grow() {
    int size = count * 2;
    ids = Arrays.copyOf(ids, size);
    next = Arrays.copyOf(next, size);
    from = Arrays.copyOf(from, size);
    to = Arrays.copyOf(to, size);
    numbers = Arrays.copyOf(numbers, size);
    options = Arrays.copyOf(options, size);
    learned = Arrays.copyOf(learned, size);
    String[] grown = new String[size];
    Arrays.fill(grown, "");
    System.arraycopy(names, 0, grown, 0, count);
    names = grown;
    heads = filled(size * 2);
    for (int slot = 0; slot < count; slot++) {
      int h = hash(ids[slot]);
      next[slot] = heads[h];
      heads[h] = slot;
    }
  }

  private int hash(int id) {
    int h = id * 0x9E3779B9;
    return (h ^ h >>> 15) & (heads.length - 1);
  }

  private static int[] filled(int size) {
    int[] out = new int[size];
    Arrays.fill(out, -1);
    return out;
  }
}
