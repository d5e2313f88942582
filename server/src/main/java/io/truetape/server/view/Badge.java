package io.truetape.server.view;

/// What kind of tape this is; shown wherever a person sees it.
public enum Badge {
  SYNTHETIC,
  REPLAY,
  LIVE
}
