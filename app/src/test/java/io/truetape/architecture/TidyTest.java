package io.truetape.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The sources, held to the style guide: sizes, door signs, words that may not stand there.
class TidyTest {
  private static final Path ROOT = Path.of(System.getProperty("truetape.root", ".."));
  private static final Set<String> SKIPPED =
      new TreeSet<>(List.of("target", "node_modules", ".git", "dist", "results", "data"));
  private static final int LINES_PER_FILE = 500;
  private static final int LINES_PER_METHOD = 70;
  private static final int TYPES_PER_PACKAGE = 20;
  private static final int LINE_LENGTH = 100;

  private static final List<Path> SOURCES = files(".java", ".ts", ".tsx", ".css");
  private static final List<Path> JAVA =
      SOURCES.stream().filter(f -> f.toString().endsWith(".java")).toList();

  @Test
  void noFileIsLongerThanTheLimit() throws IOException {
    List<String> long_ = new ArrayList<>();
    for (Path file : SOURCES) {
      long lines = Files.readAllLines(file).size();
      if (lines > LINES_PER_FILE && !isTable(file)) {
        long_.add(ROOT.relativize(file) + ": " + lines);
      }
    }
    assertThat(long_).isEmpty();
  }

  @Test
  void noLineIsLongerThanTheLimit() throws IOException {
    List<String> long_ = new ArrayList<>();
    for (Path file : JAVA) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.length() > LINE_LENGTH
            && !line.startsWith("import ")
            && !isProse(line)
            && !file.endsWith("HouseRulesTest.java")) {
          long_.add(ROOT.relativize(file) + ":" + (i + 1));
        }
      }
    }
    assertThat(long_).isEmpty();
  }

  @Test
  void noMethodIsLongerThanTheLimit() throws IOException {
    Pattern head =
        Pattern.compile(
            "^  (  )?(?!return|if|for|while|switch|try|synchronized|else|do|case)[\\w@<][^=;]*\\("
                + "[^;]*\\)[^;]*\\{$");
    List<String> long_ = new ArrayList<>();
    for (Path file : JAVA) {
      List<String> lines = Files.readAllLines(file);
      for (int i = 0; i < lines.size(); i++) {
        if (!head.matcher(lines.get(i)).matches() || isTable(file)) {
          continue;
        }
        String indent =
            lines.get(i).substring(0, lines.get(i).length() - lines.get(i).stripLeading().length());
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).equals(indent + "}")) {
          end++;
        }
        boolean isType = lines.get(i).matches(".*\\b(class|record|interface|enum)\\b.*");
        if (!isType && end - i > LINES_PER_METHOD) {
          long_.add(ROOT.relativize(file) + ":" + (i + 1) + ": " + (end - i) + " lines");
        }
      }
    }
    assertThat(long_).isEmpty();
  }

  @Test
  void noPackageHoldsMoreTypesThanTheLimit() {
    Map<Path, Integer> counts = new TreeMap<>();
    for (Path file : JAVA) {
      if (!file.endsWith("package-info.java") && !file.endsWith("module-info.java")) {
        counts.merge(file.getParent(), 1, Integer::sum);
      }
    }
    counts.values().removeIf(n -> n <= TYPES_PER_PACKAGE);
    counts.keySet().removeIf(p -> p.endsWith(Path.of("event", "source")));
    assertThat(counts).isEmpty();
  }

  @Test
  void everyPackageHasADoorSignAndIsNullMarked() throws IOException {
    List<String> missing = new ArrayList<>();
    for (Path file : JAVA) {
      Path sign = file.resolveSibling("package-info.java");
      if (isMain(file)
          && !file.endsWith("module-info.java")
          && (!Files.exists(sign) || !Files.readString(sign).contains("NullMarked"))) {
        missing.add(ROOT.relativize(file.getParent()).toString());
      }
    }
    assertThat(new TreeSet<>(missing)).isEmpty();
  }

  @Test
  void nothingUnfinishedOrDisabledIsLeftBehind() throws IOException {
    Pattern banned =
        Pattern.compile(
            "\\b(TO"
                + "DO|FIX"
                + "ME|XX"
                + "X)\\b|@Disab"
                + "led|Thread\\.sl"
                + "eep|Mock"
                + "ito");
    List<String> found = new ArrayList<>();
    for (Path file : SOURCES) {
      Matcher m = banned.matcher(Files.readString(file));
      if (m.find()) {
        found.add(ROOT.relativize(file) + ": " + m.group());
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void everyTestIsNamedAsASentence() throws IOException {
    Pattern test = Pattern.compile("@Test\\s+(?:public )?void (\\w+)\\(");
    List<String> wrong = new ArrayList<>();
    for (Path file : JAVA) {
      Matcher m = test.matcher(Files.readString(file));
      while (m.find()) {
        String name = m.group(1);
        if (!name.matches("[a-z]+([A-Z0-9][a-z0-9]*){2,}") || name.startsWith("test")) {
          wrong.add(file.getFileName() + ": " + name);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void docsNameNoFolderOfOneMachine() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : files(".md", ".java", ".ts", ".tsx", ".toml", ".json", ".xml")) {
      if (Files.readString(file).matches("(?s).*(/home/|/root/|/usr/lib/jvm/temurin).*")) {
        found.add(ROOT.relativize(file).toString());
      }
    }
    found.remove("app/src/test/java/io/truetape/architecture/TidyTest.java");
    assertThat(found).isEmpty();
  }

  private static boolean isMain(Path file) {
    return file.toString().contains("/src/main/java/");
  }

  /// Wire formats, rule tables and one random event per kind are lists, not logic: a line per field or rule.
  private static boolean isTable(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith("Wire.java")
        || name.equals("Codec.java")
        || name.equals("HouseRulesTest.java")
        || name.startsWith("generated")
        || file.getParent().endsWith("generated")
        || name.equals("RandomEvents.java");
  }

  /// Doc comment tables and the data of text blocks may run on.
  private static boolean isProse(String line) {
    String text = line.strip();
    return text.startsWith("///") || text.startsWith("*") || text.matches("\\d{4}: .*");
  }

  private static List<Path> files(String... endings) {
    List<Path> found = new ArrayList<>();
    try {
      Files.walkFileTree(
          ROOT,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes a) {
              return SKIPPED.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
                  ? FileVisitResult.SKIP_SUBTREE
                  : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
              for (String ending : endings) {
                if (file.toString().endsWith(ending)) {
                  found.add(file);
                }
              }
              return FileVisitResult.CONTINUE;
            }
          });
      return found.stream().sorted().toList();
    } catch (IOException e) {
      throw new AssertionError("cannot read the sources", e);
    }
  }
}
