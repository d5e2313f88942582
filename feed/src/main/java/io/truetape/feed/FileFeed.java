package io.truetape.feed;

/// A feed that reads files and so can say how far it has come.
public interface FileFeed extends Feed {
  /// Bytes of all input files together.
  long totalBytes();

  /// Bytes consumed so far; safe to ask from another thread.
  long readBytes();
}
