package io.truetape.model.baseline;

/// How many values fell into one bucket of a histogram.
public record BucketCount(int bucket, long count) {}
