package io.truetape.app.ops;

import io.truetape.engine.log.LogTail;
import io.truetape.engine.sequence.ListingBook;
import io.truetape.engine.sequence.Timekeeper;
import io.truetape.model.baseline.Baseline;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventSink;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.id.FeedId;
import io.truetape.model.tape.TapeNames;
import io.truetape.model.tape.TapeReader;
import io.truetape.model.tape.TapeWriter;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What sessions leave behind, one small file per day and session, and what a new log takes over.
///
/// A file is a tape of `baseline` lines, one per symbol, called `2026-01-16.NAME.tape`. A new log
/// takes the last twenty days before its own; when two sessions hold the same symbol on the same
/// day, the one with more prints counts.
public final class Baselines {
  private static final Logger LOG = LoggerFactory.getLogger(Baselines.class);
  private static final String ENDING = ".tape";
  private static final int DATE = 10;

  private final Path folder;

  public Baselines(Path folder) {
    this.folder = folder;
  }

  /// What a log that ends at `tail` is told when its first session opens: nothing when it already
  /// holds events, because then it has its own past.
  public Timekeeper.Opening opening(LogTail tail) {
    return tail.lastSeq() > 0 ? (_, _) -> List.of() : this::before;
  }

  /// Takes the summaries of a run and writes each day's file when the session has closed.
  public EventSink keeper(String session) {
    return new Keeper(session);
  }

  /// Baselines of the days before `day`, in order of symbol.
  List<ControlEvent> before(int day, long tsNanos) {
    TreeMap<Integer, Map<String, Baseline>> days = new TreeMap<>();
    for (Path file : files()) {
      int of = (int) day(file).toEpochDay();
      if (of >= day) {
        continue;
      }
      Map<String, Baseline> symbols = days.computeIfAbsent(of, _ -> new TreeMap<>());
      for (BaselineCarried line : read(file)) {
        symbols.merge(line.symbol(), line.baseline(), (a, b) -> b.prints() > a.prints() ? b : a);
      }
      if (days.size() > Baseline.SESSIONS) {
        days.pollFirstEntry();
      }
    }
    Map<String, Baseline> sums = new TreeMap<>();
    for (Map.Entry<Integer, Map<String, Baseline>> one : days.entrySet()) {
      one.getValue()
          .forEach(
              (symbol, session) ->
                  sums.merge(
                      symbol,
                      Baseline.NONE.plus(session, one.getKey()),
                      (sum, _) -> sum.plus(session, one.getKey())));
    }
    List<ControlEvent> carried = new ArrayList<>();
    sums.forEach(
        (symbol, sum) -> carried.add(new BaselineCarried(tsNanos, symbol, days.lastKey(), sum)));
    return carried;
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(
              f -> f.getFileName().toString().matches("\\d{4}-\\d\\d-\\d\\d\\..*\\.tape"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static LocalDate day(Path file) {
    return LocalDate.parse(file.getFileName().toString().substring(0, DATE));
  }

  /// The lines of a file; none of them when it is damaged, which is said once.
  private static List<BaselineCarried> read(Path file) {
    List<BaselineCarried> lines = new ArrayList<>();
    try {
      TapeReader reader = new TapeReader(new ListingBook(), FeedId.TAPE);
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (reader.read(line).orElse(null) instanceof BaselineCarried carried) {
          lines.add(carried);
        }
      }
      return lines;
    } catch (IOException | BadInput e) {
      LOG.warn("baseline left out file={} reason=\"{}\"", file.getFileName(), e.getMessage());
      return List.of();
    }
  }

  private final class Keeper implements EventSink {
    private final String session;
    private final List<BaselineSummary> closed = new ArrayList<>();

    Keeper(String session) {
      this.session = session;
    }

    @Override
    public void accept(long causeSeq, Event event) {
      if (event instanceof BaselineSummary summary) {
        closed.add(summary);
      }
    }

    @Override
    public void handedOver(long upTo) {
      Map<Integer, StringBuilder> days = new TreeMap<>();
      TapeWriter writer = new TapeWriter(new TapeNames());
      for (BaselineSummary s : closed) {
        days.computeIfAbsent(s.day(), _ -> new StringBuilder())
            .append(writer.write(new BaselineCarried(0, s.symbolText(), s.day(), s.session())));
      }
      closed.clear();
      days.forEach(this::write);
    }

    private void write(int day, CharSequence text) {
      Path file = folder.resolve(LocalDate.ofEpochDay(day) + "." + session + ENDING);
      Path half = folder.resolve(file.getFileName() + ".half");
      try {
        Files.createDirectories(folder);
        Files.writeString(half, text, StandardCharsets.UTF_8);
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        LOG.warn("baseline not kept file={} reason=\"{}\"", file, e.getMessage());
      }
    }
  }
}
