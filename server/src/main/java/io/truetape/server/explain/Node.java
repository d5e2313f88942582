package io.truetape.server.explain;

import io.truetape.server.view.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement of an explanation and what it rests on. Built by one thread, then written.
final class Node {
  /// What kind of knowledge it is.
  enum Basis {
    REPORTED,
    MEASURED,
    INFERRED
  }

  private final String kind;
  private final Basis basis;
  private final String label;
  private String id = "";
  private long seq = -1;
  private String value = "";
  private String unit = "";
  private String formula = "";
  private String threshold = "";
  private @Nullable Boolean passed;
  private double points = Double.NaN;
  private int more;
  private final List<Node> children = new ArrayList<>();

  private Node(String kind, Basis basis, String label) {
    this.kind = kind;
    this.basis = basis;
    this.label = label;
  }

  static Node reported(String kind, String label) {
    return new Node(kind, Basis.REPORTED, label);
  }

  static Node measured(String kind, String label) {
    return new Node(kind, Basis.MEASURED, label);
  }

  static Node inferred(String kind, String label) {
    return new Node(kind, Basis.INFERRED, label);
  }

  /// The name by which it can be asked for, and its place in the log.
  Node named(String newId, long newSeq) {
    id = newId;
    seq = newSeq;
    return this;
  }

  Node value(Object newValue, String newUnit) {
    value = String.valueOf(newValue);
    unit = newUnit;
    return this;
  }

  Node formula(String text) {
    formula = text;
    return this;
  }

  Node test(String newThreshold, boolean holds) {
    threshold = newThreshold;
    passed = holds;
    return this;
  }

  /// Points of a score, summed by its parent; what is subtracted is negative.
  Node points(double newPoints) {
    points = newPoints;
    return this;
  }

  /// Says that so many more children exist than are shown.
  Node more(int count) {
    more += Math.max(0, count);
    return this;
  }

  Node add(Node child) {
    children.add(child);
    return this;
  }

  List<Node> children() {
    return children;
  }

  void write(Json out) {
    out.open().field("kind", kind).field("basis", basis.name().toLowerCase(java.util.Locale.ROOT));
    out.name("id");
    text(out, id);
    out.name("seq");
    if (seq < 0) {
      out.none();
    } else {
      out.whole(seq);
    }
    out.field("label", label).name("value");
    text(out, value);
    out.field("unit", unit).field("formula", formula).name("threshold");
    text(out, threshold);
    out.name("passed");
    if (passed == null) {
      out.none();
    } else {
      out.truth(passed);
    }
    out.name("points").real(points).field("more", more).name("children").openList();
    children.forEach(child -> child.write(out));
    out.closeList().close();
  }

  private static void text(Json out, String text) {
    if (text.isEmpty()) {
      out.none();
    } else {
      out.text(text);
    }
  }
}
