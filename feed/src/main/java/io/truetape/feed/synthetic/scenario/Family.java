package io.truetape.feed.synthetic.scenario;

import java.util.Locale;

/// Who is acted: the six participant profiles, and noise.
public enum Family {
  INSTITUTIONAL_DIRECTIONAL,
  RETAIL_WHALE,
  EVENT_DRIVEN,
  VOL_SELLER,
  ARBITRAGE,
  HEDGE_REACTIVE,
  NOISE;

  /// The name in label files: `vol_seller`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
