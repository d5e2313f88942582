package io.truetape.feed.databento;

import io.truetape.feed.FeedFault;
import io.truetape.feed.file.Outbox;
import io.truetape.feed.live.Connection;
import io.truetape.feed.live.Denied;
import io.truetape.feed.live.FrameArchive;
import io.truetape.feed.live.Heard;
import io.truetape.feed.live.Seam;
import io.truetape.model.event.source.FeedStatus;
import io.truetape.model.text.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// One session with the live gateway over plain TCP. The key itself never travels.
final class GatewayConnection implements Connection {
  private static final int CONNECT_MILLIS = 10_000;
  private static final int AUTH_MILLIS = 30_000;
  private static final int MARGIN_MILLIS = 2_000;
  private static final int LINE = 4_096;
  private static final int BUFFER = 1 << 20;
  private static final int HEARTBEAT = 0;
  private static final int REPLAY_COMPLETED = 3;

  private final DatabentoPlan plan;
  private final long fromNanos;
  private final DbnMapper mapper;
  private final Seam seam;
  private final FrameArchive archive;
  private final Socket socket = new Socket();
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
  private final DbnRecord record = new DbnRecord();
  private final Outbox out = new Outbox();
  private InputStream in = InputStream.nullInputStream();
  private DbnDecoder decoder = new DbnDecoder(DbnDecoder.WITHOUT, 0);
  private int replaying;

  GatewayConnection(
      DatabentoPlan plan, long fromNanos, DbnMapper mapper, Seam seam, FrameArchive archive) {
    this.plan = plan;
    this.fromNanos = fromNanos;
    this.mapper = mapper;
    this.seam = seam;
    this.archive = archive;
  }

  @Override
  public String open() {
    String where = plan.gateway() + ":" + plan.port();
    try {
      socket.connect(new InetSocketAddress(plan.gateway(), plan.port()), CONNECT_MILLIS);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(AUTH_MILLIS);
      in = socket.getInputStream();
      String greeting = line();
      if (!greeting.startsWith("lsg_version=")) {
        throw new FeedFault(where + " does not speak as a Databento gateway does; check the host");
      }
      say(GatewayLines.auth(GatewayLines.challenge(line()), plan));
      String session = GatewayLines.session(line(), plan);
      for (String subscription : GatewayLines.subscriptions(plan, fromNanos)) {
        say(subscription);
      }
      say("start_session");
      metadata();
      if (fromNanos > 0) {
        seam.replay();
        replaying = plan.schemas().size();
      }
      socket.setSoTimeout(plan.heartbeatSeconds() * 1_000 + MARGIN_MILLIS);
      return session;
    } catch (SocketTimeoutException e) {
      throw new FeedFault(where + " did not answer in time", e);
    } catch (IOException e) {
      throw new FeedFault(where + ": " + e.getMessage(), e);
    }
  }

  @Override
  public boolean read(Heard heard) {
    if (!fill()) {
      return false;
    }
    heard.alive();
    try {
      RecordKind kind = decoder.next(buffer, record);
      while (kind != RecordKind.MORE) {
        take(kind, heard);
        kind = decoder.next(buffer, record);
      }
      return true;
    } catch (BadInput e) {
      throw new FeedFault("the stream cannot be framed: " + e.getMessage(), e);
    }
  }

  private void take(RecordKind kind, Heard heard) {
    if (kind == RecordKind.SYSTEM) {
      int code = record.length() == 80 ? -1 : record.uint8(319);
      if (code == HEARTBEAT) {
        return;
      }
      if (code == REPLAY_COMPLETED && replaying > 0 && --replaying == 0) {
        seam.joined();
        heard.caughtUp();
      }
    } else if (isMarket(kind)
        && !seam.isNew(buffer.array(), buffer.position() - record.whole(), record.whole())) {
      return;
    }
    mapper.map(kind, record, out);
    while (out.advance()) {
      if (out.event() instanceof FeedStatus status) {
        heard.state(status.state(), plan.key().redact(status.detail()));
      } else {
        heard.event(out.event());
      }
    }
    if (kind == RecordKind.ERROR) {
      refused();
    }
  }

  /// An error after the start ends the session; one about the subscription will come again.
  private void refused() {
    String text = plan.key().redact(record.text(16, record.length() == 80 ? 64 : 302));
    int code = record.length() == 80 ? -1 : record.uint8(318);
    if (code == 1 || code == 2 || code == 4 || code == 5) {
      throw new Denied("databento: " + text + " (error " + code + ")");
    }
    throw new FeedFault("databento: " + text + (code < 0 ? "" : " (error " + code + ")"));
  }

  private static boolean isMarket(RecordKind kind) {
    return switch (kind) {
      case TRADE, MBP_1, MBP_10, BBO, CMBP_1, TCBBO, CBBO, OHLCV, STATISTIC, IMBALANCE, STATUS ->
          true;
      default -> false;
    };
  }

  private void metadata() throws IOException {
    byte[] prefix = in.readNBytes(8);
    if (prefix.length < 8) {
      throw new FeedFault("the gateway closed before the first record");
    }
    try {
      int rest = DbnMetadata.bytesAfter(prefix);
      byte[] tail = in.readNBytes(rest);
      if (tail.length < rest) {
        throw new FeedFault("the gateway closed inside the metadata");
      }
      byte[] whole = new byte[8 + rest];
      System.arraycopy(prefix, 0, whole, 0, 8);
      System.arraycopy(tail, 0, whole, 8, rest);
      archive.keep(whole, 0, whole.length);
      DbnMetadata metadata = DbnMetadata.read(ByteBuffer.wrap(whole));
      decoder =
          new DbnDecoder(metadata.tsOut() ? DbnDecoder.WITH : DbnDecoder.WITHOUT, whole.length);
    } catch (BadInput e) {
      throw new FeedFault("the gateway's metadata: " + e.getMessage(), e);
    }
  }

  private boolean fill() {
    buffer.compact();
    try {
      int n = in.read(buffer.array(), buffer.position(), buffer.remaining());
      if (n > 0) {
        archive.keep(buffer.array(), buffer.position(), n);
        buffer.position(buffer.position() + n);
      } else if (buffer.position() > 0) {
        throw new FeedFault(
            "the line broke inside a record, after " + buffer.position() + " bytes");
      }
      buffer.flip();
      return n > 0;
    } catch (SocketTimeoutException e) {
      throw new FeedFault(
          "nothing came for " + (plan.heartbeatSeconds() + MARGIN_MILLIS / 1_000) + " s", e);
    } catch (IOException e) {
      throw new FeedFault("the line broke: " + e.getMessage(), e);
    }
  }

  private String line() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream(80);
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new FeedFault("the gateway closed during the greeting");
      }
      if (text.size() == LINE) {
        throw new FeedFault("a greeting line of more than " + LINE + " bytes; check the host");
      }
      text.write(b);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  private void say(String line) throws IOException {
    socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      archive.flush();
      socket.close();
    } catch (IOException e) {
      throw new FeedFault("closing the connection: " + e.getMessage(), e);
    }
  }
}
