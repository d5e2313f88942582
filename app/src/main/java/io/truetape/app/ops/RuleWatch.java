package io.truetape.app.ops;

import io.truetape.app.config.AlertRuleFile;
import io.truetape.app.config.RuleFile;
import io.truetape.app.config.RuleFolder;
import io.truetape.app.config.SmallFile;
import io.truetape.model.event.ControlEvent;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.UserRuleActivated;
import io.truetape.model.text.BadInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes up what is written for a running session: another rule set, other alert rules.
///
/// Looks twice a second at two small files, puts what changed into the order as control events, and
/// leaves an answer. What is refused changes nothing: the old rules stay.
final class RuleWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RuleWatch.class);
  private static final long EVERY_MILLIS = 500;

  private final Path data;
  private final String session;
  private final RuleFolder folder;
  private final LongSupplier tsNanos;
  private final Consumer<ControlEvent> command;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<UserRuleActivated> users = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("rules").unstarted(this::watch);
  private String chosen;
  private String alertRules = "";
  private String inForce;

  /// `inForce` and `users` are what the session's log says so far; `tsNanos` the event time reached.
  RuleWatch(
      Path data,
      String session,
      String inForce,
      List<UserRuleActivated> users,
      LongSupplier tsNanos,
      Consumer<ControlEvent> command) {
    this.data = data;
    this.session = session;
    this.folder = new RuleFolder(data);
    this.inForce = inForce;
    this.users.addAll(users);
    this.tsNanos = tsNanos;
    this.command = command;
    this.chosen = text(folder.chosenFile(session));
    if (!chosen.isEmpty() && RuleFile.sha256(chosen).equals(inForce)) {
      SmallFile.replace(folder.answerFile(session), inForce + " in force");
    }
  }

  /// Puts the alert rules of the data folder into force and begins to look for changes.
  void start() {
    lookAtAlertRules();
    thread.start();
  }

  private void watch() {
    try {
      while (!closing.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        lookAtRules();
        lookAtAlertRules();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void lookAtRules() {
    String now = text(folder.chosenFile(session));
    if (now.isEmpty() || now.equals(chosen)) {
      return;
    }
    chosen = now;
    Path answer = folder.answerFile(session);
    try {
      RuleFile rules = RuleFile.parse(folder.chosenFile(session).toString(), now);
      if (!rules.sha256().equals(inForce)) {
        RulesActivated activation = rules.activation(tsNanos.getAsLong());
        command.accept(activation);
        inForce = rules.sha256();
        LOG.info("rules activated name={} version={}", rules.name(), rules.version());
      }
      SmallFile.replace(answer, rules.sha256() + " in force");
    } catch (BadInput e) {
      LOG.warn("rules refused session={} reason=\"{}\"", session, e.getMessage());
      SmallFile.replace(answer, RuleFile.sha256(now) + " refused: " + e.getMessage());
    }
  }

  private void lookAtAlertRules() {
    String now = text(AlertRuleFile.in(data));
    if (now.equals(alertRules)) {
      return;
    }
    alertRules = now;
    try {
      AlertRuleFile file = AlertRuleFile.parse(AlertRuleFile.in(data).toString(), now);
      for (UserRuleActivated event : file.changes(users, tsNanos.getAsLong())) {
        command.accept(event);
        users.removeIf(e -> e.ruleId().equals(event.ruleId()));
        users.add(event);
        LOG.info("alert rule id={} active={}", event.ruleId(), event.active());
      }
    } catch (BadInput e) {
      LOG.warn("alert rules refused, the old ones stay reason=\"{}\"", e.getMessage());
    }
  }

  /// The file's text; empty when there is none or it cannot be read.
  private static String text(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      return SmallFile.text(file);
    } catch (BadInput e) {
      LOG.warn("not read file={} reason=\"{}\"", file, e.getMessage());
      return "";
    }
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
