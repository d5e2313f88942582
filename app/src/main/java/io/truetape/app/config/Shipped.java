package io.truetape.app.config;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Texts that are part of the build: the example configuration, rule sets, presets.
final class Shipped {
  private Shipped() {}

  /// A text by its name, `config/rules/standard.toml`.
  static String text(String name) {
    try (InputStream in = Shipped.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not in the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be read", e);
    }
  }

  /// The names of the TOML texts that stand beside `name`, itself included, sorted.
  static List<String> beside(String name) {
    URL url = Shipped.class.getResource("/" + name);
    if (url == null) {
      throw new IllegalStateException(name + " is not in the build");
    }
    String folder = name.substring(0, name.lastIndexOf('/') + 1);
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) {
        return names(Path.of(uri), folder);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return names(jar.getPath("/" + name), folder);
      }
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException(folder + " cannot be listed", e);
    }
  }

  private static List<String> names(Path file, String folder) throws IOException {
    Path parent = file.getParent();
    if (parent == null) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(parent)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.endsWith(".toml"))
          .sorted()
          .map(f -> folder + f)
          .toList();
    }
  }
}
