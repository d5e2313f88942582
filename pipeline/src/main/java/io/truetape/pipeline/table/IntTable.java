package io.truetape.pipeline.table;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// From a positive int key (a contract number) to an object; iterates in order of first insertion.
///
/// Open addressing without boxing; a key's home slot is the key itself, so that contracts listed
/// one after another lie side by side. Grows without limit: its keys are contract numbers, which
/// the log bounds. Look-up O(1).
public final class IntTable<T> {
  private int[] keys = new int[16];
  private @Nullable Object[] values = new Object[16];
  private int[] order = new int[8];
  private int size;

  public int size() {
    return size;
  }

  /// The value of `key`, or null.
  public @Nullable T get(int key) {
    return value(find(key));
  }

  /// The value of `key`, made by `make` on first use.
  public T getOrMake(int key, IntFunction<T> make) {
    T found = value(find(key));
    if (found != null) {
      return found;
    }
    T made = make.apply(key);
    put(key, made);
    return made;
  }

  public void put(int key, T value) {
    if (key <= 0) {
      throw new IllegalArgumentException("key " + key + " must be above 0");
    }
    int slot = find(key);
    if (keys[slot] == 0) {
      if (size == order.length) {
        order = Arrays.copyOf(order, size * 2);
      }
      order[size++] = key;
      keys[slot] = key;
    }
    values[slot] = value;
    if (size * 2 > keys.length) {
      rehash();
    }
  }

  /// The i-th key in order of insertion.
  public int keyAt(int i) {
    return order[i];
  }

  /// The i-th value in order of insertion.
  public T valueAt(int i) {
    T value = value(find(order[i]));
    if (value == null) {
      throw new AssertionError("table entry " + i + " of " + size + " is empty");
    }
    return value;
  }

  public void clear() {
    Arrays.fill(keys, 0);
    Arrays.fill(values, null);
    size = 0;
  }

  @SuppressWarnings("unchecked") // only T is ever put
  private @Nullable T value(int slot) {
    return (T) values[slot];
  }

  private int find(int key) {
    int mask = keys.length - 1;
    int slot = key & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void rehash() {
    int[] oldKeys = keys;
    @Nullable Object[] oldValues = values;
    keys = new int[oldKeys.length * 2];
    values = new Object[oldKeys.length * 2];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = find(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }
}
