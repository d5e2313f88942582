package io.truetape.engine.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The files of one session: segments `NNNNNNNNNNNNNNNNNNNN.seg` named by their first seq.
public final class Segments {
  private Segments() {}

  /// Segment files in order; empty when the session has none.
  public static List<Path> of(Path session) {
    try (Stream<Path> files = Files.list(session)) {
      return files.filter(f -> f.getFileName().toString().endsWith(".seg")).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (IOException e) {
      throw new LogFault("cannot list " + session + ": " + e.getMessage(), e);
    }
  }

  static Path segment(Path session, long firstSeq) {
    return session.resolve("%020d.seg".formatted(firstSeq));
  }

  static Path index(Path segment) {
    String name = segment.getFileName().toString();
    return segment.resolveSibling(name.substring(0, name.length() - 4) + ".idx");
  }

  static long firstSeq(Path segment) {
    return Long.parseLong(segment.getFileName().toString().substring(0, 20));
  }
}
