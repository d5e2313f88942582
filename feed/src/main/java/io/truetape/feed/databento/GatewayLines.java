package io.truetape.feed.databento;

import io.truetape.feed.FeedFault;
import io.truetape.feed.live.Denied;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// The text lines of the live gateway, before the records begin. Pure.
final class GatewayLines {
  private static final int SYMBOLS_PER_LINE = 500;

  private GatewayLines() {}

  /// The challenge in `cram=...`.
  static String challenge(String line) {
    if (!line.startsWith("cram=") || line.length() == 5) {
      throw new FeedFault(
          "expected the gateway's challenge (cram=) but found \"" + shown(line) + "\"");
    }
    return line.substring(5);
  }

  /// The answer: SHA-256 of challenge and key, and the key's last five characters.
  static String auth(String challenge, DatabentoPlan plan) {
    String key = plan.key().reveal();
    String bucket = key.substring(key.length() - 5);
    return "auth=%s-%s|dataset=%s|encoding=dbn|compression=none|ts_out=0|client=truetape|"
            .formatted(sha256(challenge + "|" + key), bucket, plan.dataset())
        + "heartbeat_interval_s="
        + plan.heartbeatSeconds()
        + "|slow_reader_behavior=warn";
  }

  /// The session id in the gateway's answer.
  ///
  /// Throws [Denied] when the key or the entitlement is refused; a full house is worth a wait.
  static String session(String line, DatabentoPlan plan) {
    String answer = plan.key().redact(line);
    if (answer.startsWith("success=1")) {
      int id = answer.indexOf("session_id=");
      return id < 0 ? "session" : "session " + answer.substring(id + 11);
    }
    int at = answer.indexOf("error=");
    String error = at < 0 ? answer : answer.substring(at + 6);
    if (error.contains("connection limit")) {
      throw new FeedFault("databento has no room for another connection of this key: " + error);
    }
    throw new Denied(
        "databento refused %s: %s; check the key and that it is entitled to %s"
            .formatted(plan.dataset(), error, plan.dataset()));
  }

  /// Subscriptions, one or more lines per schema; `fromNanos` above 0 asks for a replay from there.
  static List<String> subscriptions(DatabentoPlan plan, long fromNanos) {
    List<String> out = new ArrayList<>();
    for (int s = 0; s < plan.schemas().size(); s++) {
      List<String> symbols = plan.symbols();
      for (int i = 0; i < symbols.size(); i += SYMBOLS_PER_LINE) {
        int end = Math.min(symbols.size(), i + SYMBOLS_PER_LINE);
        out.add(
            "schema=%s|stype_in=%s|symbols=%s|snapshot=0|is_last=%d|id=%d%s"
                .formatted(
                    plan.schemas().get(s),
                    plan.symbolType(),
                    String.join(",", symbols.subList(i, end)),
                    end == symbols.size() ? 1 : 0,
                    s + 1,
                    fromNanos > 0 ? "|start=" + fromNanos : ""));
      }
    }
    return out;
  }

  private static String shown(String line) {
    return line.substring(0, Math.min(60, line.length())).replaceAll("[^\\x20-\\x7E]", ".");
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
