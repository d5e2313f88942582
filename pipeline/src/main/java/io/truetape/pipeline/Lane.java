package io.truetape.pipeline;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import java.util.ArrayList;
import java.util.List;

/// The rooms of one underlying in a row: an event goes in at the top, conclusions come out.
///
/// One lane knows one underlying and nothing else, so any number of threads may own lanes without
/// changing an answer.
public final class Lane {
  private final int underlying;
  private final String text;
  private final Stage[] stages;
  private final long[] reads;
  private final int[] ends;
  private final Stack stack = new Stack();

  public Lane(int underlying, String text, List<Stage> stages) {
    this.underlying = underlying;
    this.text = text;
    this.stages = stages.toArray(new Stage[0]);
    this.reads = new long[stages.size()];
    this.ends = new int[stages.size()];
    for (int i = 0; i < reads.length; i++) {
      reads[i] = stages.get(i).shape().reads();
    }
  }

  public int underlying() {
    return underlying;
  }

  /// The underlying's symbol; lanes are ordered by it wherever order could show.
  public String text() {
    return text;
  }

  public List<Stage> stages() {
    return List.of(stages);
  }

  /// What came out of the rooms, with the room that said it.
  @FunctionalInterface
  public interface Conclusions {
    void accept(StageId stage, DerivedEvent event);
  }

  /// Thinks about one log entry.
  ///
  /// First every room sees the entry; then each conclusion runs through the rooms below its own
  /// before the next one does. So a print that was released together with others is thought about
  /// exactly as if it had come alone, and the order of arrival cannot show.
  public void on(long seq, Event event, Conclusions out) {
    stack.seq = seq;
    for (int i = 0; i < stages.length; i++) {
      if ((reads[i] & event.kind().bit()) != 0) {
        stages[i].on(event, stack);
      }
      ends[i] = stack.events.size();
    }
    int next = 0;
    for (int i = 0; i < stages.length; i++) {
      for (; next < ends[i]; next++) {
        deliver(i, stack.events.get(next), out);
      }
    }
    stack.events.clear();
  }

  private void deliver(int stage, DerivedEvent event, Conclusions out) {
    out.accept(stages[stage].id(), event);
    long bit = event.kind().bit();
    for (int below = stage + 1; below < stages.length; below++) {
      if ((reads[below] & bit) == 0) {
        continue;
      }
      int mark = stack.events.size();
      stages[below].on(event, stack);
      int end = stack.events.size();
      for (int i = mark; i < end; i++) {
        deliver(below, stack.events.get(i), out);
      }
      while (stack.events.size() > mark) {
        stack.events.removeLast();
      }
    }
  }

  private static final class Stack implements Emitter {
    private final List<DerivedEvent> events = new ArrayList<>();
    private long seq;

    @Override
    public long seq() {
      return seq;
    }

    @Override
    public void emit(DerivedEvent event) {
      events.add(event);
    }
  }
}
