package io.truetape.store.appstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.truetape.model.text.BadInput;
import io.truetape.store.query.Preset;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqlitePresetsTest {
  @TempDir Path folder;

  @Test
  void aPresetOutlivesTheProcess() {
    Preset made;
    try (SqlitePresets presets = SqlitePresets.open(folder)) {
      made = presets.create("whales", "chips=whales", 5);
    }
    try (SqlitePresets presets = SqlitePresets.open(folder)) {
      assertThat(presets.all()).containsExactly(made);
    }
  }

  @Test
  void aChangeNeedsTheVersionItWasMadeFrom() {
    try (SqlitePresets presets = SqlitePresets.open(folder)) {
      long id = presets.create("a", "", 1).id();
      assertThat(presets.update(id, 1, "b", "side=buy", 2))
          .contains(new Preset(id, "b", "side=buy", 2, 2));
      assertThat(presets.update(id, 1, "c", "", 3)).isEmpty();
      assertThat(presets.byId(id).orElseThrow().name()).isEqualTo("b");
    }
  }

  @Test
  void aNameIsTakenOnce() {
    try (SqlitePresets presets = SqlitePresets.open(folder)) {
      presets.create("a", "", 1);
      assertThatThrownBy(() -> presets.create("a", "", 2))
          .isInstanceOf(BadInput.class)
          .hasMessageContaining("exists already");
    }
  }
}
