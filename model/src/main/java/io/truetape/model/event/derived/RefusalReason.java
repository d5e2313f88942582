package io.truetape.model.event.derived;

/// Why a print was not taken into any computation. The print stays in the log.
public enum RefusalReason {
  DUPLICATE,
  NON_POSITIVE_PRICE,
  NON_POSITIVE_SIZE,
  EXPIRED_CONTRACT
}
