package io.truetape.feed.databento;

import io.truetape.feed.file.EventFile;
import io.truetape.feed.file.EventSource;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Merge;
import io.truetape.feed.file.Rank;
import io.truetape.model.event.Listings;
import io.truetape.model.id.FeedId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// All DBN files of one call as one stream, so that they share what they know of instruments.
public final class DatabentoFiles implements EventFile {
  private final List<DbnFile> files;
  private final String onlyDataset;

  private DatabentoFiles(List<DbnFile> files) {
    this.files = files;
    List<String> datasets =
        files.stream().map(DbnFile::dataset).filter(d -> !d.isEmpty()).distinct().toList();
    this.onlyDataset = datasets.size() == 1 ? datasets.getFirst() : "";
  }

  /// Reads and checks every file's metadata.
  public static DatabentoFiles of(List<InputFile> inputs) {
    return new DatabentoFiles(inputs.stream().map(DbnFile::of).toList());
  }

  /// True for DBN with its header, or a file named as a fragment of one.
  public static boolean isDbn(String name, byte[] start) {
    boolean hasMagic = start.length > 3 && start[0] == 'D' && start[1] == 'B' && start[2] == 'N';
    return hasMagic
        || DbnFile.isFragment(name)
        || name.endsWith(".dbn")
        || name.endsWith(".dbn.zst");
  }

  @Override
  public FeedId feed() {
    return FeedId.DATABENTO;
  }

  @Override
  public int capabilities() {
    return files.stream().mapToInt(DbnFile::capabilities).reduce(0, (a, b) -> a | b);
  }

  @Override
  public long floorNanos() {
    return files.stream().mapToLong(DbnFile::floorNanos).min().orElse(0);
  }

  @Override
  public int rank() {
    return files.stream().mapToInt(DbnFile::rank).min().orElse(Rank.PRINTS);
  }

  @Override
  public long size() {
    return files.stream().mapToLong(DbnFile::size).sum();
  }

  @Override
  public EventSource open(Listings listings, AtomicLong readBytes) {
    Map<String, Instruments> known = new LinkedHashMap<>();
    OpenInterestMapper told = new OpenInterestMapper();
    List<EventFile> members = new ArrayList<>();
    for (DbnFile file : files) {
      String dataset = file.dataset().isEmpty() ? onlyDataset : file.dataset();
      Instruments instruments =
          known.computeIfAbsent(dataset, d -> new Instruments(Instruments.kindOf(d), listings));
      members.add(new Member(file, instruments, told, elsewhere(file, listings)));
    }
    return new Merge(members, listings, readBytes);
  }

  private Elsewhere elsewhere(DbnFile file, Listings listings) {
    List<Elsewhere.Better> better = new ArrayList<>();
    for (DbnFile other : files) {
      if (other.isBetterThan(file)) {
        better.add(other.asBetter(listings));
      }
    }
    return better.isEmpty() ? Elsewhere.NOWHERE : new Elsewhere(better);
  }

  private record Member(
      DbnFile file, Instruments instruments, OpenInterestMapper told, Elsewhere elsewhere)
      implements EventFile {
    @Override
    public FeedId feed() {
      return FeedId.DATABENTO;
    }

    @Override
    public int capabilities() {
      return file.capabilities();
    }

    @Override
    public long floorNanos() {
      return file.floorNanos();
    }

    @Override
    public int rank() {
      return file.rank();
    }

    @Override
    public long size() {
      return file.size();
    }

    @Override
    public EventSource open(Listings listings, AtomicLong readBytes) {
      return file.open(instruments, told, elsewhere, readBytes);
    }
  }
}
