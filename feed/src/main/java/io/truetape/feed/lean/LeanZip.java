package io.truetape.feed.lean;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.EventFile;
import io.truetape.feed.file.EventSource;
import io.truetape.feed.file.InputFile;
import io.truetape.feed.file.Rank;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.Capability;
import io.truetape.model.id.FeedId;
import io.truetape.model.symbol.Roots;
import io.truetape.model.symbol.SymbolKind;
import io.truetape.model.text.BadInput;
import io.truetape.model.time.SessionClock;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// One zip of LEAN bars: a day of one underlying's options, or of one stock or index.
///
/// A zip inside the zip (`.zip.zip` as some are) is opened too.
public final class LeanZip implements EventFile {
  private final InputFile file;
  private final EntryName first;
  private final SessionClock clock = SessionClock.standard();

  private LeanZip(InputFile file, EntryName first) {
    this.file = file;
    this.first = first;
  }

  /// Empty when the zip's first file has no LEAN name.
  public static Optional<EventFile> of(InputFile file) {
    try (InputStream in = file.openPacked(new AtomicLong())) {
      Optional<String> name = ZipText.firstName(in);
      return name.flatMap(EntryName::parse).map(entry -> new LeanZip(file, entry));
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw file.fault(e);
    }
  }

  @Override
  public FeedId feed() {
    return FeedId.LEAN;
  }

  @Override
  public int capabilities() {
    int bars = Capability.FROM_BARS.bit();
    return switch (first.content()) {
      case OPEN_INTEREST -> Capability.OPEN_INTEREST.bit();
      case TRADE -> isOption() ? bars : bars | Capability.UNDERLYING.bit();
      case QUOTE ->
          bars
              | Capability.QUOTE_SIZES.bit()
              | (isOption() ? Capability.QUOTE_STREAM.bit() : Capability.UNDERLYING.bit());
    };
  }

  @Override
  public long floorNanos() {
    return clock.at(first.day(), LocalTime.MIDNIGHT);
  }

  @Override
  public int rank() {
    if (!isOption()) {
      return Rank.UNDERLYING;
    }
    return switch (first.content()) {
      case OPEN_INTEREST -> Rank.REFERENCE;
      case QUOTE -> Rank.QUOTES;
      case TRADE -> Rank.PRINTS;
    };
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public EventSource open(Listings listings, AtomicLong readBytes) {
    List<EntryCursor> cursors = new ArrayList<>();
    try (InputStream in = file.openPacked(readBytes)) {
      for (ZipText.Entry entry : ZipText.all(in)) {
        cursors.add(cursor(entry, cursors.size(), listings));
      }
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (BadInput e) {
      throw new FeedFault(file.path() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw file.fault(e);
    }
    return new ZipSource(cursors);
  }

  private EntryCursor cursor(ZipText.Entry entry, int place, Listings listings) {
    Optional<EntryName> parsed = EntryName.parse(entry.name());
    if (parsed.isEmpty()) {
      throw new BadInput(
          "entry \"" + entry.name() + "\" is of no known form; expected " + EntryName.EXPECTED);
    }
    EntryName name = parsed.get();
    int number =
        name.contract().isPresent()
            ? listings.contract(name.contract().get())
            : listings.symbol(name.symbol(), kind(name.symbol()));
    long midnight =
        name.isIndex()
            ? clock.atCentral(name.day(), LocalTime.MIDNIGHT)
            : clock.at(name.day(), LocalTime.MIDNIGHT);
    int prior = (int) clock.calendar().previous(name.day()).toEpochDay();
    BarRows rows = new BarRows(name, number, midnight, prior);
    return new EntryCursor(entry.name(), entry.text(), rows, place, midnight);
  }

  private static SymbolKind kind(String symbol) {
    return Roots.kind(symbol);
  }

  private boolean isOption() {
    return first.contract().isPresent();
  }
}
