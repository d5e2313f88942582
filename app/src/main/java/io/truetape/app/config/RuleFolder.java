package io.truetape.app.config;

import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rule sets of an installation: those shipped, and those in the data folder.
///
/// ```
/// DATA/rules/*.toml                   one's own rule sets, at most 256
/// DATA/rules/active/SESSION.toml      the copy a session is to run under; a running one takes it up
/// DATA/rules/active/SESSION.answer    what the running session said to it: sha256, then the words
/// ```
public final class RuleFolder {
  private static final int LIMIT = 256;

  private final Path folder;

  /// `data` is the data folder; it need not exist.
  public RuleFolder(Path data) {
    this.folder = data.resolve("rules");
  }

  /// A rule file that was found: `file` when it could be read, else `refusal` says why not.
  public record Found(String place, Optional<RuleFile> file, String refusal) {}

  /// Every rule file, shipped ones first. A name that an earlier one has is refused.
  public List<Found> all() {
    List<Found> all = new ArrayList<>();
    for (String name : Shipped.beside(RuleFile.STANDARD)) {
      all.add(new Found("shipped", Optional.of(RuleFile.parse(name, Shipped.text(name))), ""));
    }
    for (Path file : own()) {
      all.add(found(file, all));
    }
    return all;
  }

  /// The rule set called `name`, or in the file `name`.
  public RuleFile named(String name) {
    List<String> known = new ArrayList<>();
    for (Found found : all()) {
      if (found.file().isPresent()) {
        known.add(found.file().get().name());
        if (found.file().get().name().equals(name)) {
          return found.file().get();
        }
      }
    }
    if (Files.isRegularFile(Path.of(name))) {
      return RuleFile.read(Path.of(name));
    }
    throw new BadInput(
        "no rule set and no file \""
            + name
            + "\""
            + Nearest.suggestion(name, known)
            + "; there are "
            + known);
  }

  /// The rules a session was told to run under; empty when it was told none.
  public Optional<RuleFile> chosen(String session) {
    Path file = chosenFile(session);
    return Files.isRegularFile(file) ? Optional.of(RuleFile.read(file)) : Optional.empty();
  }

  /// Where that choice is kept.
  public Path chosenFile(String session) {
    return folder.resolve("active").resolve(session + ".toml");
  }

  /// Where a running session says what it made of the choice.
  public Path answerFile(String session) {
    return folder.resolve("active").resolve(session + ".answer");
  }

  /// Tells a session to run under `rules` from now on.
  public void choose(String session, RuleFile rules) {
    SmallFile.replace(chosenFile(session), rules.content());
  }

  private static Found found(Path file, List<Found> earlier) {
    try {
      RuleFile rules = RuleFile.read(file);
      for (Found other : earlier) {
        if (other.file().isPresent() && other.file().get().name().equals(rules.name())) {
          String why = file + ": the name \"" + rules.name() + "\" is taken by " + other.place();
          return new Found(file.toString(), Optional.empty(), why);
        }
      }
      return new Found(file.toString(), Optional.of(rules), "");
    } catch (BadInput e) {
      return new Found(file.toString(), Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  private List<Path> own() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".toml")).sorted().limit(LIMIT).toList();
    } catch (IOException e) {
      throw new BadInput("cannot list " + folder + ": " + e.getMessage());
    }
  }
}
