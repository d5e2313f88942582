package io.truetape.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.truetape.model.event.DerivedEvent;
import io.truetape.model.event.Event;
import io.truetape.model.event.EventKind;
import io.truetape.model.time.SessionClock;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.Lane;
import io.truetape.pipeline.Shape;
import io.truetape.pipeline.Stage;
import io.truetape.pipeline.StageId;
import io.truetape.pipeline.StandardPipeline;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.testkit.MemoryIntake;
import io.truetape.testkit.SmallMarket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The order of the rooms: what each reads and emits, declared and in fact.
class PipelineShapeTest {
  private final List<Stage> stages = new StandardPipeline(SessionClock.standard()).stages(1, "SPY");

  @Test
  void theRoomsStandInTheOrderOfTheirIds() {
    assertThat(stages.stream().map(Stage::id)).containsExactly(StageId.values());
  }

  @Test
  void everyDerivedKindIsEmittedByExactlyOneRoom() {
    Map<EventKind, StageId> emitters = new EnumMap<>(EventKind.class);
    for (Stage stage : stages) {
      for (EventKind kind : EventKind.values()) {
        if (stage.shape().emits(kind)) {
          assertThat(emitters.put(kind, stage.id())).as(kind.text()).isNull();
        }
      }
    }
    for (Class<?> type : DerivedEvent.class.getPermittedSubclasses()) {
      assertThat(emitters.keySet().stream().map(PipelineShapeTest::typeName))
          .contains(type.getSimpleName());
    }
  }

  @Test
  void aDerivedKindIsReadOnlyBelowTheRoomThatEmitsIt() {
    for (int reader = 0; reader < stages.size(); reader++) {
      for (int emitter = reader; emitter < stages.size(); emitter++) {
        long both = stages.get(reader).shape().reads() & stages.get(emitter).shape().emits();
        assertThat(both)
            .as(stages.get(reader).id() + " reads what " + stages.get(emitter).id() + " emits")
            .isZero();
      }
    }
  }

  @Test
  void noRoomEmitsWhatItDoesNotDeclare() {
    MemoryIntake intake = new MemoryIntake();
    List<Event> events = new ArrayList<>(SmallMarket.events(3, 5_000, 2_000, intake));
    events.addAll(0, intake.events());
    List<Stage> watched = new ArrayList<>();
    stages.forEach(stage -> watched.add(new Watched(stage)));
    Lane lane = new Lane(1, "SPY", watched);
    int[] seen = new int[1];
    for (int i = 0; i < events.size(); i++) {
      lane.on(i + 1, events.get(i), (_, _) -> seen[0]++);
    }
    assertThat(seen[0]).isGreaterThan(10_000);
  }

  private static String typeName(EventKind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : kind.name().split("_")) {
      name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
    }
    return name.toString();
  }

  /// A room whose every conclusion is held against its declaration.
  private record Watched(Stage stage) implements Stage {
    @Override
    public StageId id() {
      return stage.id();
    }

    @Override
    public Shape shape() {
      return stage.shape();
    }

    @Override
    public void on(Event event, Emitter out) {
      assertThat(stage.shape().reads(event.kind())).isTrue();
      stage.on(
          event,
          new Emitter() {
            @Override
            public long seq() {
              return out.seq();
            }

            @Override
            public void emit(DerivedEvent derived) {
              assertThat(stage.shape().emits(derived.kind()))
                  .as(stage.id() + " emits " + derived.kind())
                  .isTrue();
              out.emit(derived);
            }
          });
    }

    @Override
    public void save(StateWriter out) {
      stage.save(out);
    }

    @Override
    public void load(StateReader in) {
      stage.load(in);
    }
  }
}
