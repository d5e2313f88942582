package io.truetape.model.event.derived.exposure;

/// Which expiries a figure covers. Buckets are cumulative: a week contains today.
public enum ExpiryBucket {
  TODAY,
  WEEK,
  MONTH,
  ALL
}
