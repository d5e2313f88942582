/**
 * In: sided prints, option and stock quotes, index levels, rates, dividends, watermarks. Out: each
 * print with greeks; each contract of the chain as it is re-priced.
 *
 * <p>State: per contract the last quotes and its mark; per expiry the parity forward; the rate
 * curve; dividends. Rules: {@link io.truetape.pipeline.greeks.GreeksRules}. Limits: 20,000 contracts
 * (further ones are TABLE_FULL), 1,024 quotes per contract and spot (a fifth of a second is kept), 64 rates, 64 dividends, and per
 * watermark the re-pricings the rules allow. Method: docs/methods/greeks.md.
 */
@org.jspecify.annotations.NullMarked
package io.truetape.pipeline.greeks;
