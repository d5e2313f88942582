package io.truetape.pipeline.normalize;

import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.OptionPrint;

/// The 128-bit identity of a print: what it says, not where it stands in the log.
///
/// Option: session date, contract, vendor sequence, venue, time, price, size, condition.
/// Two prints equal in all but vendor sequence are two prints.
record Identity(long high, long low) {

  static Identity of(OptionPrint p, long contractHash, int tradeDay) {
    long a = mix(contractHash ^ tradeDay);
    a = mix(a ^ p.sourceTsNanos());
    a = mix(a ^ p.vendorSequence());
    long rest = mix(p.priceMicros() ^ ((long) p.size() << 40) ^ ((long) p.condition() << 20));
    return new Identity(mix(a ^ rest ^ p.venue()), mix(a + Long.rotateLeft(rest, 23) + p.venue()));
  }

  static Identity of(EquityPrint p, int tradeDay) {
    long a = mix(ofText(p.conditions()) ^ tradeDay);
    a = mix(a ^ p.sourceTsNanos());
    a = mix(a ^ p.vendorSequence() ^ Long.rotateLeft(p.participantTsNanos(), 17));
    long rest = mix(p.priceMicros() ^ ((long) p.size() << 32));
    return new Identity(mix(a ^ rest ^ p.venue()), mix(a + Long.rotateLeft(rest, 23) + p.venue()));
  }

  static long ofText(String text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return mix(h);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
