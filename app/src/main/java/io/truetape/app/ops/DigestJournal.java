package io.truetape.app.ops;

import io.truetape.engine.run.Digest;
import io.truetape.pipeline.StageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// What a run concluded at certain places of its log, one JSON line each: what `verify` compares.
public final class DigestJournal {
  private final Path file;
  private final ObjectMapper json = new ObjectMapper();

  public DigestJournal(Path session) {
    this.file = session.resolve("digests.ndjson");
  }

  /// One line: after log entry `seq` the digest was `hex`, and each room's as in `rooms`.
  public record Line(long seq, String hex, Map<String, String> rooms) {}

  public void add(long seq, Digest digest) {
    Map<String, String> rooms = new TreeMap<>();
    for (Map.Entry<StageId, String> room : digest.rooms().entrySet()) {
      rooms.put(room.getKey().text(), room.getValue());
    }
    Map<String, Object> line = new TreeMap<>();
    line.put("seq", seq);
    line.put("digest", digest.hex());
    line.put("rooms", rooms);
    try {
      Files.writeString(
          file,
          json.writeValueAsString(line) + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// All lines, in order of seq; a half-written last line is left out.
  public List<Line> read() {
    List<Line> lines = new ArrayList<>();
    if (!Files.exists(file)) {
      return lines;
    }
    try {
      for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!text.endsWith("}")) {
          continue;
        }
        JsonNode node = json.readTree(text);
        Map<String, String> rooms = new TreeMap<>();
        node.get("rooms").properties().forEach(e -> rooms.put(e.getKey(), e.getValue().asString()));
        lines.add(new Line(node.get("seq").asLong(), node.get("digest").asString(), rooms));
      }
      lines.sort(java.util.Comparator.comparingLong(Line::seq));
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
