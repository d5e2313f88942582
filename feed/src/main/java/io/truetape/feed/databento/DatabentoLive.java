package io.truetape.feed.databento;

import io.truetape.feed.live.Connection;
import io.truetape.feed.live.FrameArchive;
import io.truetape.feed.live.Seam;
import io.truetape.feed.live.Vendor;
import io.truetape.model.event.Listings;
import io.truetape.model.event.source.Capability;
import io.truetape.model.id.FeedId;
import org.jspecify.annotations.Nullable;

/// Databento's live gateway. What it knows of instruments outlives a connection.
public final class DatabentoLive implements Vendor {
  private static final long MARGIN_NANOS = 2_000_000_000L;
  private static final long OVERLAP_NANOS = 1_000_000_000L;

  private final DatabentoPlan plan;
  private final FrameArchive archive;
  private final Seam seam = new Seam();
  private @Nullable DbnMapper mapper;

  public DatabentoLive(DatabentoPlan plan, FrameArchive archive) {
    this.plan = plan;
    this.archive = archive;
  }

  @Override
  public FeedId id() {
    return FeedId.DATABENTO;
  }

  @Override
  public int capabilities() {
    int mask = Capability.VENUES.bit();
    for (String schema : plan.schemas()) {
      mask |=
          switch (schema) {
            case "tcbbo" -> Capability.NBBO_AT_PRINT.bit() | Capability.QUOTE_SIZES.bit();
            case "cmbp-1", "mbp-1" -> Capability.QUOTE_STREAM.bit() | Capability.QUOTE_SIZES.bit();
            case "statistics" -> Capability.OPEN_INTEREST.bit();
            default -> 0;
          };
    }
    return Instruments.kindOf(plan.dataset()) == Instruments.Kind.STOCKS
        ? mask | Capability.UNDERLYING.bit()
        : mask;
  }

  @Override
  public long heartbeatNanos() {
    return plan.heartbeatSeconds() * 1_000_000_000L + MARGIN_NANOS;
  }

  @Override
  public boolean replays() {
    return true;
  }

  @Override
  public Connection connect(Listings listings, long fromTsNanos) {
    DbnMapper known = mapper;
    if (known == null) {
      Instruments instruments = new Instruments(Instruments.kindOf(plan.dataset()), listings);
      known =
          new DbnMapper(
              instruments, new OpenInterestMapper(), Elsewhere.NOWHERE, DbnMetadata.MIXED);
      mapper = known;
    }
    long from = fromTsNanos == 0 ? 0 : Math.max(1, fromTsNanos - OVERLAP_NANOS);
    return new GatewayConnection(plan, from, known, seam, archive);
  }
}
