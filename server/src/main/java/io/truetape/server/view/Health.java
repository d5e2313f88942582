package io.truetape.server.view;

/// Tells how the system is. Called for every answer, so it must be cheap; safe from any thread.
@FunctionalInterface
public interface Health {
  HealthReport now();
}
