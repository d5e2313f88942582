package io.truetape.store.query;

import io.truetape.model.event.derived.ChippedPrint;

/// A property of a print that takes one of a few numbered values.
///
/// Numbers are ordinals of the model's enums, log codes for venues, [ConditionClass] numbers, and
/// epoch days for expiry and session.
public enum CodeField {
  RIGHT,
  SIDE,
  LOCATION,
  SENTIMENT,
  VENUE,
  CONDITION_CLASS,
  PHASE,
  EXPIRY,
  SESSION;

  /// The number a print carries.
  public int of(ChippedPrint p) {
    return switch (this) {
      case RIGHT -> p.contract().right().ordinal();
      case SIDE -> p.sided().side().ordinal();
      case LOCATION -> p.quoted().location().ordinal();
      case SENTIMENT -> p.measured().sentiment().ordinal();
      case VENUE -> p.print().venue();
      case CONDITION_CLASS -> ConditionClass.codeOf(p.normalized().condition());
      case PHASE -> p.normalized().phase().ordinal();
      case EXPIRY -> p.contract().expiryDay();
      case SESSION -> p.normalized().tradeDay();
    };
  }
}
