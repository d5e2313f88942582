package io.truetape.model.event.derived.packet;

/// How the price went over a packet's prints, in order of time.
public enum PricePath {
  SINGLE,
  FLAT,
  ASCENDING,
  DESCENDING,
  MIXED
}
