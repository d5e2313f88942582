package io.truetape.app.ops;

import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders that are made anew or go.
public final class Folders {
  private Folders() {}

  /// The replay namespace `<data>/replay/<name>`, empty.
  public static Path freshReplay(Path data, String name) {
    Path namespace = data.resolve("replay").resolve(DataFolder.checked(name));
    try {
      if (Files.exists(namespace)) {
        delete(namespace);
      }
      return Files.createDirectories(namespace);
    } catch (IOException e) {
      throw new BadInput("cannot prepare " + namespace + ": " + e.getMessage());
    }
  }

  /// Deletes a folder and everything in it.
  static void delete(Path folder) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
