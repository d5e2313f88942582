package io.truetape.engine.run;

import io.truetape.engine.wire.Codec;
import io.truetape.engine.wire.WireFault;
import io.truetape.engine.wire.WireReader;
import io.truetape.engine.wire.WireWriter;
import io.truetape.model.event.SourceEvent;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;

/// A stage's state to and from bytes.
final class LaneState implements StateWriter, StateReader {
  private final WireWriter out;
  private final WireReader in;
  private final Codec codec = new Codec();

  LaneState(WireWriter out, WireReader in) {
    this.out = out;
    this.in = in;
  }

  @Override
  public void putInt(int value) {
    out.putInt(value);
  }

  @Override
  public void putLong(long value) {
    out.putLong(value);
  }

  @Override
  public void putDouble(double value) {
    out.putDouble(value);
  }

  @Override
  public void putText(String value) {
    out.putText(value);
  }

  @Override
  public void putEvent(SourceEvent event) {
    codec.encode(event, out);
  }

  @Override
  public int getInt() {
    return in.getInt();
  }

  @Override
  public long getLong() {
    return in.getLong();
  }

  @Override
  public double getDouble() {
    return in.getDouble();
  }

  @Override
  public String getText() {
    return in.getText();
  }

  @Override
  public SourceEvent getEvent() {
    if (codec.decode(in) instanceof SourceEvent event) {
      return event;
    }
    throw new WireFault("expected a source event in a stage's state");
  }
}
