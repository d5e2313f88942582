package io.truetape.store.query.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// `docs/formats/conclusions.md` names every column; `-Dtruetape.columns=write` writes it.
final class ColumnListTest {
  private static final Path FILE =
      Path.of(System.getProperty("truetape.root", "..")).resolve("docs/formats/conclusions.md");

  @Test
  void everyColumnOfEveryTableIsDocumented() throws IOException {
    if (System.getProperty("truetape.columns", "").equals("write")) {
      Files.writeString(FILE, text());
    }
    assertThat(Files.readString(FILE)).isEqualTo(text());
  }

  private static String text() {
    StringBuilder out = new StringBuilder("# Columns of the conclusions\n\n");
    out.append("Written by a test from the events themselves; what names and endings mean is in\n");
    out.append("[lake.md](lake.md#conclusions). Computed columns come first.\n");
    for (Resource resource : Resource.values()) {
      out.append("\n## `").append(resource.table()).append("`\n\n");
      out.append("| column | type |\n|---|---|\n| `cause_seq` | BIGINT |\n");
      for (Layout.Column column : resource.layout().columns()) {
        String type =
            switch (column.kind()) {
              case WHOLE -> "BIGINT";
              case RATIO -> "DOUBLE";
              case TRUTH -> "BOOLEAN";
              case TEXT -> "VARCHAR";
              case LIST -> "VARCHAR, JSON list";
            };
        out.append("| `").append(column.name()).append("` | ").append(type).append(" |\n");
      }
    }
    return out.toString();
  }
}
