/**
 * In: contracts as they are priced, open interest, finished prints, amendments, watermarks. Out:
 * dealers' exposure under three sign models, side by side.
 *
 * <p>State: per contract its greeks, open interest and the session's signed volume; the prints that
 * can still be taken back. Rules: {@link io.truetape.pipeline.exposure.ExposureRules}. Limits: 20,000
 * contracts (further ones are left out), 64 strikes published, 8,192 prints that can be taken back.
 * Method: docs/methods/exposure.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.exposure;
