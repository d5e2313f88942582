package io.truetape.app.cli;

import io.truetape.model.time.SessionClock;
import io.truetape.replay.shadow.Flip;
import io.truetape.replay.shadow.ShadowReport;
import java.util.Locale;
import java.util.Map;

/// A shadow report as one page without scripts: tables with captions and header cells, flips folded.
final class ShadowPage {
  private static final String STYLE =
      """
      body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:80rem;padding:0 1rem;
      color:#16181d;background:#fff}
      table{border-collapse:collapse;margin:.5rem 0 1.5rem;width:100%}
      caption{text-align:left;font-weight:600;padding:.3rem 0}
      th,td{border-bottom:1px solid #d5d9e0;padding:.25rem .6rem;text-align:left;vertical-align:top}
      td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}
      .out{background:#fde8e8}code{font-size:.9em}summary{cursor:pointer}
      @media(prefers-color-scheme:dark){body{color:#e8eaf0;background:#14161a}
      th,td{border-color:#333842}.out{background:#4a1f24}}
      """;

  private final StringBuilder out = new StringBuilder(65_536);
  private final SessionClock clock = SessionClock.standard();

  private ShadowPage() {}

  static String of(ShadowReport report) {
    ShadowPage page = new ShadowPage();
    page.head(report);
    page.keys(report);
    page.rows(report);
    for (ShadowReport.Row row : report.rows()) {
      page.flips(row);
    }
    return page.out.append("</main></body></html>\n").toString();
  }

  private void head(ShadowReport report) {
    ShadowReport.Rules a = report.rules().getFirst();
    ShadowReport.Rules b = report.rules().getLast();
    out.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.append("<meta name=\"viewport\" content=\"width=device-width\">");
    out.append("<title>Shadow: ").append(safe(a.name() + " and " + b.name())).append("</title>");
    out.append("<style>").append(STYLE).append("</style></head><body><main><h1>Shadow</h1><p>");
    out.append(report.within() ? "Every item is within" : "<strong>Some items are below</strong>");
    out.append(report.within() ? " its declared tolerance." : " their declared tolerance.");
    out.append("</p>");
    table("Rule sets", "", "name", "version", "sha256");
    row("A", a.name(), a.version(), a.sha256());
    row("B", b.name(), b.version(), b.sha256());
    out.append("</tbody></table>");
    table("Sessions", "session", "prints under A", "prints under B");
    for (ShadowReport.Session s : report.sessions()) {
      row(s.name(), count(s.printsBefore()), count(s.printsAfter()));
    }
    out.append("</tbody></table>");
  }

  private void keys(ShadowReport report) {
    table("Keys that differ", "key", "A", "B");
    for (ShadowReport.Key key : report.keys()) {
      row(key.key(), key.before(), key.after());
    }
    out.append("</tbody></table>");
  }

  private void rows(ShadowReport report) {
    table(
        "What each rule set said",
        "item",
        "A",
        "B",
        "added by B",
        "removed by B",
        "Jaccard",
        "tolerance",
        "causes");
    for (ShadowReport.Row r : report.rows()) {
      out.append(r.within() ? "<tr>" : "<tr class=\"out\">");
      out.append("<th scope=\"row\">").append(safe(r.group() + " " + r.item())).append("</th>");
      number(count(r.before()));
      number(count(r.after()));
      number(count(r.added()));
      number(count(r.removed()));
      number(String.format(Locale.ROOT, "%.4f", r.jaccard()));
      number(
          (r.tolerance() == 0 ? "-" : String.format(Locale.ROOT, "%.4f", r.tolerance()))
              + (r.within() ? "" : " below"));
      StringBuilder causes = new StringBuilder();
      for (Map.Entry<String, Long> cause : r.features().entrySet()) {
        causes.append(causes.isEmpty() ? "" : ", ").append(cause.getKey());
        causes.append(' ').append(count(cause.getValue()));
      }
      out.append("<td>").append(safe(causes.toString())).append("</td></tr>\n");
    }
    out.append("</tbody></table>");
  }

  private void flips(ShadowReport.Row r) {
    if (r.flips().isEmpty()) {
      return;
    }
    String name = r.group() + " " + r.item();
    String shown = r.flips().size() + " of " + count(r.added() + r.removed()) + " flips";
    out.append("<details><summary>").append(safe(name + ": " + shown)).append("</summary>");
    table(name, "session", "position", "time", "what", "said by", "feature", "under A", "under B");
    for (Flip f : r.flips()) {
      row(
          f.session(),
          count(f.seq()),
          clock.format(f.tsNanos()),
          f.what(),
          f.added() ? "B" : "A",
          f.feature(),
          f.before(),
          f.after());
    }
    out.append("</tbody></table></details>\n");
  }

  private void table(String caption, String... heads) {
    out.append("<table><caption>").append(safe(caption)).append("</caption><thead><tr>");
    for (String head : heads) {
      out.append("<th scope=\"col\">").append(safe(head)).append("</th>");
    }
    out.append("</tr></thead><tbody>");
  }

  private void row(String first, String... cells) {
    out.append("<tr><th scope=\"row\">").append(safe(first)).append("</th>");
    for (String cell : cells) {
      out.append("<td>").append(safe(cell)).append("</td>");
    }
    out.append("</tr>\n");
  }

  private void number(String text) {
    out.append("<td class=\"n\">").append(safe(text)).append("</td>");
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  private static String safe(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
