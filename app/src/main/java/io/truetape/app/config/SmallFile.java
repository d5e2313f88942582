package io.truetape.app.config;

import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Text files people write by hand, at most [#LIMIT] bytes, and replaced as a whole.
public final class SmallFile {
  static final long LIMIT = 262_144;

  private SmallFile() {}

  /// The text of a file; refused when it cannot be read or is larger than the limit.
  public static String text(Path file) {
    try {
      long bytes = Files.size(file);
      if (bytes > LIMIT) {
        throw new BadInput(file + " has " + bytes + " bytes; at most " + LIMIT);
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new BadInput("cannot read " + file + ": " + e.getMessage());
    }
  }

  /// Puts `text` in the place of the file at once: who reads it meets the old one or the new one.
  public static void replace(Path file, String text) {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    try {
      Path folder = file.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(half, text);
      Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new BadInput("cannot write " + file + ": " + e.getMessage());
    }
  }
}
