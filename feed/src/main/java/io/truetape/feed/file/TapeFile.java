package io.truetape.feed.file;

import io.truetape.model.event.Event;
import io.truetape.model.event.Listings;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.event.source.Capability;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.SymbolListed;
import io.truetape.model.id.FeedId;
import io.truetape.model.tape.TapeReader;
import io.truetape.model.text.BadInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// A tape that is read together with other files; see `feed.tape` for one read alone.
public record TapeFile(InputFile file) implements EventFile {
  @Override
  public FeedId feed() {
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
  public long floorNanos() {
    return 0;
  }

  @Override
  public int rank() {
    return Rank.QUOTES;
  }

  @Override
  public long size() {
    return file.size();
  }

  @Override
  public EventSource open(Listings listings, AtomicLong readBytes) {
    try {
      InputStream in = file.open(readBytes);
      return new Source(file, in, new TapeReader(listings, FeedId.TAPE));
    } catch (IOException e) {
      throw file.fault(e);
    }
  }

  private static final class Source implements EventSource {
    private final InputFile file;
    private final InputStream in;
    private final Lines lines;
    private final TapeReader reader;
    private final Outbox out = new Outbox();
    private long lastTsNanos;

    Source(InputFile file, InputStream in, TapeReader reader) {
      this.file = file;
      this.in = in;
      this.lines = new Lines(in);
      this.reader = reader;
    }

    @Override
    public boolean next() {
      try {
        while (!out.advance()) {
          if (!lines.next()) {
            return false;
          }
          read(lines.text());
        }
        return true;
      } catch (IOException e) {
        throw file.fault(e);
      }
    }

    @Override
    public SourceEvent event() {
      return out.event();
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw file.fault(e);
      }
    }

    /// Listing, control and trade lines are read and not handed over, as when a tape is alone.
    private void read(String line) {
      try {
        Optional<Event> event = reader.read(line);
        if (event.isPresent() && event.get() instanceof SourceEvent source) {
          if (!(source instanceof SymbolListed) && !(source instanceof ContractListed)) {
            lastTsNanos = source.sourceTsNanos();
            out.add(source);
          }
        }
      } catch (BadInput e) {
        String reason = "line " + lines.number() + ": " + e.getMessage();
        out.reject(lastTsNanos, FeedId.TAPE, reason, line);
      }
    }
  }
}
