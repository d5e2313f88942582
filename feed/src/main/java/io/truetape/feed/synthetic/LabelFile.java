package io.truetape.feed.synthetic;

import io.truetape.feed.FeedFault;
import io.truetape.feed.synthetic.scenario.Family;
import io.truetape.feed.synthetic.scenario.Label;
import io.truetape.model.text.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// Reads the labels [SyntheticLabels] wrote. At most a million; a last line that was cut off by a
/// crash is left out.
public final class LabelFile {
  private static final int LIMIT = 1_000_000;

  private LabelFile() {}

  /// The labels of a file, in order. Refused with the line when one cannot be read.
  public static List<Label> read(Path file) {
    ObjectMapper json = new ObjectMapper();
    List<Label> labels = new ArrayList<>();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      String line = in.readLine();
      for (int number = 1; line != null; number++) {
        String next = in.readLine();
        if (number > LIMIT) {
          throw new BadInput(file + ": more than " + LIMIT + " labels");
        }
        if (next != null || line.endsWith("]}")) {
          labels.add(label(json, file + " line " + number, line));
        }
        line = next;
      }
      return labels;
    } catch (IOException e) {
      throw new FeedFault("label file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Label label(ObjectMapper json, String where, String line) {
    try {
      JsonNode node = json.readTree(line);
      List<Long> sequences = new ArrayList<>();
      for (JsonNode sequence : node.required("sequences")) {
        sequences.add(sequence.asLong());
      }
      return new Label(
          node.required("run").asLong(),
          node.required("scenario").asString(),
          family(where, node.required("family").asString()),
          node.required("underlying").asString(),
          node.required("direction").asInt(),
          node.required("fromTsNanos").asLong(),
          node.required("toTsNanos").asLong(),
          sequences);
    } catch (JacksonException e) {
      throw new BadInput(where + ": not a label: " + e.getOriginalMessage());
    }
  }

  private static Family family(String where, String text) {
    for (Family family : Family.values()) {
      if (family.text().equals(text)) {
        return family;
      }
    }
    throw new BadInput(where + ": unknown family \"" + text + "\"");
  }
}
