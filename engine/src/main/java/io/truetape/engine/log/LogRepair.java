package io.truetape.engine.log;

import io.truetape.engine.wire.Codec;
import io.truetape.engine.wire.WireReader;
import io.truetape.model.event.Event;
import java.nio.file.Path;
import java.util.List;

/// Copies the sound entries of a damaged log to a new one. The damaged log is never changed.
///
/// Copied entries get new seqs without holes; `lost` counts damaged stretches, `lostBytes` their size.
public record LogRepair(long copied, int lost, long lostBytes) {

  public static LogRepair copy(Path damaged, Path target, LogPlan plan) {
    if (!Segments.of(target).isEmpty()) {
      throw new LogFault(target + " already holds a log; name an empty folder");
    }
    List<Path> segments = Segments.of(damaged);
    if (segments.isEmpty()) {
      throw new LogFault(damaged + " holds no log");
    }
    Codec codec = new Codec();
    long copied = 0;
    int lost = 0;
    long lostBytes = 0;
    try (LogWriter out = LogWriter.open(target, plan, LogTail.recover(target))) {
      for (Path file : segments) {
        try (SegmentScan scan = new SegmentScan(file)) {
          long seq = scan.header().firstSeq() - 1;
          while (scan.offset() < scan.length()) {
            if (scan.next()) {
              seq = scan.seq();
              int at = scan.at();
              WireReader payload =
                  new WireReader(
                      scan.bytes(), at + Frame.HEADER, at + Frame.size(scan.bytes(), at));
              Event event = codec.decode(payload);
              if (event != null) {
                out.append(event);
                copied++;
              }
              scan.pass();
              if (out.isDue(0)) {
                out.commit(0);
              }
              continue;
            }
            long bad = scan.offset();
            long sound = scan.nextSoundFrame(bad, seq);
            lost++;
            lostBytes += (sound < 0 ? scan.length() : sound) - bad;
            scan.jump(sound < 0 ? scan.length() : sound);
          }
        }
      }
    }
    return new LogRepair(copied, lost, lostBytes);
  }
}
