package io.truetape.server;

import io.truetape.server.stream.LiveHub;
import io.truetape.server.view.Health;
import io.truetape.server.view.Rules;
import io.truetape.store.query.Candles;
import io.truetape.store.query.Presets;
import io.truetape.store.query.Prints;
import io.truetape.store.query.Sessions;
import io.truetape.store.query.meaning.AlertMarks;
import io.truetape.store.query.meaning.Facts;
import java.time.Clock;

/// Everything the server asks of the rest.
public record ServerPorts(
    Prints prints,
    Candles candles,
    Sessions sessions,
    Presets presets,
    Health health,
    Rules rules,
    Facts facts,
    AlertMarks alertMarks,
    LiveHub hub,
    Clock clock) {}
