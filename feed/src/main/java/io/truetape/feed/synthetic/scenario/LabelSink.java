package io.truetape.feed.synthetic.scenario;

/// Where labels go: a side file, a test's list, nowhere. Called when a run's last print was sent.
@FunctionalInterface
public interface LabelSink {
  void accept(Label label);
}
