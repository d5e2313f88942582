package io.truetape.server.stream;

import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.source.PrintFlags;
import io.truetape.model.market.Nbbo;
import io.truetape.store.query.StoredPrint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Binary tape rows: a 32-byte header, then 112 bytes a row, little-endian (docs/formats/api.md).
final class RowCodec {
  static final int HEADER_BYTES = 32;
  static final int ROW_BYTES = 112;
  static final byte TYPE_ROWS = 1;
  static final byte TYPE_SNAPSHOT = 2;
  private static final byte VERSION = 1;

  private RowCodec() {}

  static ByteBuffer start(
      byte[] bytes, byte type, int rows, long seq, long nowNanos, long lagMicros) {
    ByteBuffer out = ByteBuffer.wrap(bytes);
    out.order(ByteOrder.LITTLE_ENDIAN);
    out.put(type).put(VERSION).putShort((short) rows).putShort((short) ROW_BYTES);
    return out.putShort((short) 0).putLong(seq).putLong(nowNanos).putLong(lagMicros);
  }

  static void row(ByteBuffer out, StoredPrint stored, int contract) {
    ChippedPrint p = stored.print();
    MeasuredPrint m = p.measured();
    QuotedPrint q = p.quoted();
    Nbbo nbbo = q.nbbo();
    boolean quoted = nbbo.isPresent();
    out.putLong(p.printSeq()).putLong(p.tsNanos());
    out.putLong(p.print().priceMicros()).putLong(m.premiumMicros());
    out.putLong(quoted ? nbbo.bidMicros() : Nbbo.MISSING);
    out.putLong(quoted ? nbbo.askMicros() : Nbbo.MISSING);
    out.putLong(q.spotDoubleMicros()).putLong(p.chips());
    out.putInt(contract).putInt(p.print().size());
    out.putInt(saturated(p.windowed().dayVolume()));
    out.putInt(saturated(p.windowed().openInterest()));
    out.putInt(quoted ? saturated(q.quoteAgeNanos() / 1_000) : -1);
    out.putInt(m.volOiRatio() < 0 ? -1 : saturated(Math.round(m.volOiRatio() * 1_000)));
    out.putInt(m.hasSpot() ? saturated(Math.round(m.otmPct() * 100)) : Integer.MIN_VALUE);
    out.putShort((short) Math.min(p.windowed().repeat3m(), 65_535));
    out.putShort((short) Math.min(m.dte(), Short.MAX_VALUE));
    SidedPrint s = p.sided();
    out.putShort((short) Math.round(s.pBuy() * 10_000));
    out.putShort((short) (m.sigScore() < 0 ? 65_535 : Math.round(m.sigScore() * 10_000)));
    out.putShort((short) p.print().venue()).putShort((short) p.print().condition());
    out.put((byte) s.side().ordinal()).put((byte) q.location().ordinal());
    out.put((byte) m.sentiment().ordinal()).put((byte) s.rule().ordinal());
    out.put(flags(stored)).put((byte) p.normalized().phase().ordinal());
    out.putShort((short) Math.round(s.expectedAccuracy() * 10_000));
  }

  private static byte flags(StoredPrint stored) {
    int flags = stored.print().print().flags();
    return (byte)
        ((stored.cancelled() ? 1 : 0)
            | ((flags & PrintFlags.FROM_BAR) != 0 ? 2 : 0)
            | ((flags & PrintFlags.BACK_FILLED) != 0 ? 4 : 0)
            | (stored.print().measured().isComplete() ? 8 : 0));
  }

  private static int saturated(long value) {
    return (int) Math.max(Math.min(value, Integer.MAX_VALUE), Integer.MIN_VALUE + 1L);
  }
}
