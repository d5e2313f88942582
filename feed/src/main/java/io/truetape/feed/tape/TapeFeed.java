package io.truetape.feed.tape;

import io.truetape.feed.FeedFault;
import io.truetape.feed.FileFeed;
import io.truetape.model.event.Event;
import io.truetape.model.event.Intake;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.Capability;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.Rejected;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.tape.TapeReader;
import io.truetape.model.text.BadInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// One tape file as a feed.
///
/// Listing lines become requests to the intake's own listings. Control and trade lines are counted
/// and left out: whoever runs the log writes its own. A bad line becomes `Rejected` and the feed
/// goes on, stamped with the time of the last good event.
public final class TapeFeed implements FileFeed {
  static final int MAX_LINE = 1 << 20;

  private final Path file;
  private final AtomicLong readBytes = new AtomicLong();
  private final AtomicLong leftOut = new AtomicLong();
  private long lastTsNanos;

  public TapeFeed(Path file) {
    this.file = file;
  }

  @Override
  public FeedId id() {
    return FeedId.TAPE;
  }

  @Override
  public int capabilities() {
    return Capability.SALE_CONDITIONS.bit()
        | Capability.NBBO_AT_PRINT.bit()
        | Capability.QUOTE_STREAM.bit()
        | Capability.QUOTE_SIZES.bit()
        | Capability.VENUES.bit()
        | Capability.OPEN_INTEREST.bit()
        | Capability.UNDERLYING.bit()
        | Capability.GREEKS.bit()
        | Capability.OFF_EXCHANGE.bit();
  }

  @Override
  public long totalBytes() {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public long readBytes() {
    return readBytes.get();
  }

  /// Control and trade lines met so far, which this feed does not hand over.
  public long leftOut() {
    return leftOut.get();
  }

  @Override
  public void run(Intake intake) {
    TapeReader reader = new TapeReader(intake.listings(), FeedId.TAPE);
    try (InputStream in = Files.newInputStream(file);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16)) {
      StringBuilder line = new StringBuilder(256);
      for (long number = 1; !stopped(intake) && next(lines, line); number++) {
        readLine(reader, line, number, intake);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void readLine(TapeReader reader, StringBuilder line, long number, Intake intake) {
    String text = line.toString();
    try {
      if (text.length() > MAX_LINE) {
        throw new BadInput("line is longer than " + MAX_LINE + " characters");
      }
      Optional<Event> event = reader.read(text);
      if (event.isPresent()) {
        hand(event.get(), intake);
      }
    } catch (BadInput e) {
      String reason = "line " + number + ": " + e.getMessage();
      String excerpt = text.substring(0, Math.min(512, text.length()));
      intake.put(new Rejected(lastTsNanos, lastTsNanos, FeedId.TAPE, reason, excerpt));
    }
  }

  private void hand(Event event, Intake intake) {
    if (event instanceof SymbolListed || event instanceof ContractListed) {
      return;
    }
    if (event instanceof SourceEvent source) {
      lastTsNanos = source.sourceTsNanos();
      intake.put(source);
    } else {
      leftOut.incrementAndGet();
    }
  }

  /// Fills `line` up to the next newline; what is beyond the limit is read but not kept.
  private boolean next(BufferedReader in, StringBuilder line) throws IOException {
    line.setLength(0);
    long bytes = 0;
    int c = in.read();
    boolean any = c >= 0;
    while (c >= 0) {
      bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate((char) c) ? 2 : 3;
      if (c == '\n') {
        break;
      }
      if (line.length() <= MAX_LINE) {
        line.append((char) c);
      }
      c = in.read();
    }
    readBytes.addAndGet(bytes);
    return any;
  }

  private static boolean stopped(Intake intake) {
    return intake.isStopping() || Thread.currentThread().isInterrupted();
  }

  private FeedFault unreadable(IOException e) {
    return new FeedFault("tape " + file + " cannot be read: " + e.getMessage(), e);
  }
}
