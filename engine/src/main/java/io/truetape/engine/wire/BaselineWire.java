package io.truetape.engine.wire;

import io.truetape.model.baseline.Baseline;
import io.truetape.model.baseline.BucketCount;
import io.truetape.model.baseline.ContractBaseline;
import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.market.Right;
import java.util.ArrayList;
import java.util.List;

/// Carried baselines. Field order is the format.
public final class BaselineWire {
  private BaselineWire() {}

  static void put(BaselineCarried e, WireWriter out) {
    out.putLong(e.tsNanos());
    out.putText(e.symbol());
    out.putInt(e.asOfDay());
    put(e.baseline(), out);
  }

  static BaselineCarried getBaselineCarried(WireReader in) {
    return new BaselineCarried(in.getLong(), in.getText(), in.getInt(), getBaseline(in));
  }

  /// A baseline alone: also what the digest takes of a session's summary.
  public static void put(Baseline b, WireWriter out) {
    out.putInt(b.sessions());
    out.putLong(b.prints());
    out.putLong(b.volume());
    out.putLong(b.stockVolume());
    out.putLong(b.openVolume());
    out.putLong(b.openMinutes());
    putBuckets(b.premiums(), out);
    putBuckets(b.sizes(), out);
    putBuckets(b.volumes(), out);
    out.putInt(b.contracts().size());
    for (ContractBaseline c : b.contracts()) {
      out.putText(c.root());
      out.putByte(c.right().letter());
      out.putInt(c.expiryDay());
      out.putLong(c.strikeMicros());
      putBuckets(c.premiums(), out);
    }
  }

  private static Baseline getBaseline(WireReader in) {
    return new Baseline(
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        getBuckets(in),
        getBuckets(in),
        getBuckets(in),
        getContracts(in));
  }

  private static List<ContractBaseline> getContracts(WireReader in) {
    List<ContractBaseline> contracts = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      contracts.add(
          new ContractBaseline(
              in.getText(),
              in.getByte() == Right.CALL.letter() ? Right.CALL : Right.PUT,
              in.getInt(),
              in.getLong(),
              getBuckets(in)));
    }
    return contracts;
  }

  private static void putBuckets(List<BucketCount> buckets, WireWriter out) {
    out.putInt(buckets.size());
    for (BucketCount b : buckets) {
      out.putShort(b.bucket());
      out.putLong(b.count());
    }
  }

  private static List<BucketCount> getBuckets(WireReader in) {
    List<BucketCount> buckets = new ArrayList<>();
    for (int n = in.getInt(); n > 0; n--) {
      buckets.add(new BucketCount(in.getShort(), in.getLong()));
    }
    return buckets;
  }
}
