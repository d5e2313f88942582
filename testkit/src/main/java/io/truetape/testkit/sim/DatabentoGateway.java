package io.truetape.testkit.sim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Databento's live gateway on loopback: greeting, challenge, subscriptions, records, replay.
///
/// Everything published stays published: a session that asks for a start gets all records from there
/// on, then one end-of-replay record per schema, then what is published from then on. Faults play
/// on every open session.
public final class DatabentoGateway implements AutoCloseable {
  private static final String CHALLENGE = "t6kNhmj4xrcGkeLhStmzpdKfAbeJEHuE";

  private final ServerSocket server;
  private final String key;
  private final byte[] header;
  private final List<Published> published = new ArrayList<>();
  private final List<Published> mappings = new CopyOnWriteArrayList<>();
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private volatile String refusal = "";
  private volatile boolean silent;
  private volatile boolean closed;
  private final AtomicInteger greeted = new AtomicInteger();

  /// A record of the stream; `tsNanos` is its event time.
  private static final class Published {
    private final long tsNanos;
    private final byte[] bytes;

    Published(long tsNanos, byte[] bytes) {
      this.tsNanos = tsNanos;
      this.bytes = bytes;
    }
  }

  /// Listens on a free port. `header` is a whole DBN header; `key` the only key it knows.
  public DatabentoGateway(String key, byte[] header) throws IOException {
    this(key, header, 0);
  }

  /// Listens on a given port, as after a restart.
  public DatabentoGateway(String key, byte[] header, int port) throws IOException {
    this.key = key;
    this.header = header.clone();
    this.server = new ServerSocket(port, 16, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /// How many sessions were ever greeted.
  public int greeted() {
    return greeted.get();
  }

  /// A symbol mapping, sent at the start of every session.
  public void map(byte[] bytes) {
    mappings.add(new Published(0, bytes.clone()));
  }

  /// Publishes one record to whoever listens, now or later.
  public synchronized void publish(long tsNanos, byte[] bytes) {
    published.add(new Published(tsNanos, bytes.clone()));
    notifyAll();
  }

  /// From now on every login is answered with this error; empty to let them in again.
  public void refuse(String error) {
    refusal = error;
  }

  /// Neither records nor heartbeats until switched off.
  public void silence(boolean on) {
    silent = on;
  }

  /// Ends every session after `bytes` more bytes, which may be inside a record.
  public void cutAfter(int bytes) {
    sessions.forEach(s -> s.cut(bytes));
  }

  /// Ends every session properly.
  public void hangUp() {
    sessions.forEach(Session::end);
  }

  /// Sends bytes that are no record to every session.
  public void sendRubbish() {
    sessions.forEach(s -> s.rubbish = true);
  }

  private void accept() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        Session session = new Session(socket);
        sessions.add(session);
        Thread.ofVirtual().start(session::serve);
      } catch (IOException e) {
        return;
      }
    }
  }

  @Override
  public void close() throws IOException {
    die();
  }

  /// As if its process was killed.
  public void die() throws IOException {
    closed = true;
    hangUp();
    server.close();
  }

  /// One client.
  private final class Session {
    private final Socket socket;
    private final AtomicLong allowed = new AtomicLong(Long.MAX_VALUE);
    private volatile boolean rubbish;
    private long start = -1;
    private int schemas;

    Session(Socket socket) {
      this.socket = socket;
    }

    void cut(int bytes) {
      allowed.set(bytes);
    }

    void end() {
      try {
        socket.close();
      } catch (IOException e) {
        allowed.set(0);
      }
    }

    void serve() {
      try (socket) {
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        OutputStream out = socket.getOutputStream();
        greeted.incrementAndGet();
        out.write(("lsg_version=0.6.2\ncram=" + CHALLENGE + "\n").getBytes(StandardCharsets.UTF_8));
        String auth = in.readLine();
        if (auth == null || !isIn(auth, out)) {
          return;
        }
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          if (line.startsWith("start_session")) {
            break;
          }
          subscribe(line);
        }
        stream(out);
      } catch (IOException e) {
        allowed.set(0);
      } finally {
        sessions.remove(this);
      }
    }

    private boolean isIn(String auth, OutputStream out) throws IOException {
      String wanted =
          "auth=" + sha256(CHALLENGE + "|" + key) + "-" + key.substring(key.length() - 5) + "|";
      String error = !auth.startsWith(wanted) ? "Authentication failed." : refusal;
      String answer = error.isEmpty() ? "success=1|session_id=4711" : "success=0|error=" + error;
      out.write((answer + "\n").getBytes(StandardCharsets.UTF_8));
      return error.isEmpty();
    }

    private void subscribe(String line) {
      for (String part : line.split("\\|")) {
        if (part.startsWith("start=")) {
          start = Long.parseLong(part.substring(6));
        }
        schemas += part.equals("is_last=1") ? 1 : 0;
      }
    }

    private void stream(OutputStream out) throws IOException {
      send(out, header);
      for (Published mapping : mappings) {
        send(out, mapping.bytes);
      }
      int next;
      List<Published> replay = new ArrayList<>();
      synchronized (DatabentoGateway.this) {
        next = published.size();
        if (start >= 0) {
          for (Published p : published) {
            if (p.tsNanos >= start) {
              replay.add(p);
            }
          }
        }
      }
      for (Published p : replay) {
        send(out, p.bytes);
      }
      for (int i = 0; start >= 0 && i < schemas; i++) {
        send(out, system("Finished replay", 3));
      }
      while (!closed && !socket.isClosed()) {
        Published p = await(next);
        if (rubbish) {
          send(out, new byte[] {2, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14});
          rubbish = false;
        }
        if (p == null) {
          send(out, system("Heartbeat", 0));
        } else {
          send(out, p.bytes);
          next++;
        }
      }
    }

    /// The next record, or null when it is time for a heartbeat.
    private @Nullable Published await(int next) throws IOException {
      synchronized (DatabentoGateway.this) {
        try {
          if (silent || published.size() <= next) {
            DatabentoGateway.this.wait(50);
          }
        } catch (InterruptedException e) {
          throw new IOException("interrupted", e);
        }
        while (silent && !closed && !socket.isClosed()) {
          try {
            DatabentoGateway.this.wait(20);
          } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
          }
        }
        return published.size() > next ? published.get(next) : null;
      }
    }

    private void send(OutputStream out, byte[] bytes) throws IOException {
      int n = (int) Math.min(bytes.length, allowed.get());
      out.write(bytes, 0, n);
      if (allowed.get() != Long.MAX_VALUE) {
        allowed.addAndGet(-n);
      }
      if (n < bytes.length) {
        out.flush();
        socket.close();
        throw new IOException("cut off");
      }
    }
  }

  /// A system record of version 3.
  public static byte[] system(String text, int code) {
    ByteBuffer b = ByteBuffer.allocate(320).order(ByteOrder.LITTLE_ENDIAN);
    b.put(0, (byte) 80).put(1, (byte) 0x17).putLong(8, 1);
    b.put(16, text.getBytes(StandardCharsets.US_ASCII));
    b.put(319, (byte) code);
    return b.array();
  }

  private static String sha256(String text) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
