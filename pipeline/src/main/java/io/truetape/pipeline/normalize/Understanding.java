package io.truetape.pipeline.normalize;

import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.PrintRefused;
import io.truetape.model.event.derived.RefusalReason;
import io.truetape.model.event.source.ContractListed;
import io.truetape.model.event.source.EquityPrint;
import io.truetape.model.event.source.OptionPrint;
import io.truetape.model.market.EquityCondition;
import io.truetape.model.market.SaleCondition;
import io.truetape.model.market.Venue;
import io.truetape.model.symbol.Contract;
import io.truetape.model.time.SessionClock;
import io.truetape.model.time.SessionDay;
import io.truetape.model.time.SessionPhase;
import io.truetape.pipeline.Emitter;
import io.truetape.pipeline.StateReader;
import io.truetape.pipeline.StateWriter;
import io.truetape.pipeline.table.IdentitySet;
import io.truetape.pipeline.table.IntTable;

/// What a released print is: new or repeated, sound or refused, a trade or the cancel of one.
final class Understanding {
  private final SessionClock clock;
  private final IntTable<Listed> contracts = new IntTable<>();
  private NormalizeRules rules;
  private IdentitySet identities;
  private SessionDay today;

  Understanding(SessionClock clock, NormalizeRules rules) {
    this.clock = clock;
    this.rules = rules;
    this.identities = new IdentitySet(rules.identities());
    this.today = clock.day(0);
  }

  void use(NormalizeRules newRules) {
    if (newRules.identities() != rules.identities()) {
      identities = new IdentitySet(newRules.identities());
    }
    rules = newRules;
  }

  void list(ContractListed listed, String name) {
    contracts.put(listed.contract(), new Listed(listed.terms(), name));
  }

  String nameOf(int contract) {
    return listed(contract).name;
  }

  void option(OptionPrint print, Waiting waiting, Emitter out) {
    SessionDay day = day(print.sourceTsNanos());
    Listed listed = listed(print.contract());
    RefusalReason refusal = refusal(print, listed, day);
    if (refusal != null) {
      out.emit(new PrintRefused(print.sourceTsNanos(), waiting.seq(), refusal));
      return;
    }
    SaleCondition condition = SaleCondition.of(print.condition());
    if (condition.isCancel()) {
      takeBack(print, waiting.seq(), listed, condition, out);
      return;
    }
    listed.remember(print, waiting.seq(), rules.history());
    Contract c = listed.contract;
    SessionPhase phase = day.optionPhase(print.sourceTsNanos(), listed.tradesLate, listed.isIndex);
    out.emit(
        new NormalizedPrint(
            print, waiting.seq(), c, day.day(), phase, condition, waiting.arrival()));
  }

  void equity(EquityPrint print, long seq, Emitter out) {
    SessionDay day = day(print.sourceTsNanos());
    if (print.priceMicros() <= 0 || print.size() <= 0) {
      RefusalReason reason =
          print.priceMicros() <= 0
              ? RefusalReason.NON_POSITIVE_PRICE
              : RefusalReason.NON_POSITIVE_SIZE;
      out.emit(new PrintRefused(print.sourceTsNanos(), seq, reason));
      return;
    }
    Identity identity = Identity.of(print, day.day());
    if (!identities.add(identity.high(), identity.low())) {
      out.emit(new PrintRefused(print.sourceTsNanos(), seq, RefusalReason.DUPLICATE));
      return;
    }
    out.emit(
        new NormalizedEquityPrint(
            print,
            seq,
            day.stockPhase(print.sourceTsNanos()),
            EquityCondition.countsForVolume(print.conditions()),
            EquityCondition.updatesLast(print.conditions()),
            Venue.of(print.venue()).isTradeReportingFacility()));
  }

  private @org.jspecify.annotations.Nullable RefusalReason refusal(
      OptionPrint print, Listed listed, SessionDay day) {
    if (print.priceMicros() <= 0) {
      return RefusalReason.NON_POSITIVE_PRICE;
    }
    if (print.size() <= 0) {
      return RefusalReason.NON_POSITIVE_SIZE;
    }
    if (listed.contract.expiryDay() < day.day()) {
      return RefusalReason.EXPIRED_CONTRACT;
    }
    Identity identity = Identity.of(print, listed.nameHash, day.day());
    return identities.add(identity.high(), identity.low()) ? null : RefusalReason.DUPLICATE;
  }

  private void takeBack(
      OptionPrint cancel, long seq, Listed listed, SaleCondition condition, Emitter out) {
    boolean earliest =
        condition == SaleCondition.CANCEL_OPENING || condition == SaleCondition.CANCEL_ONLY;
    int i = listed.match(cancel, earliest);
    long originalSeq = i < 0 ? 0 : listed.seqAt(i);
    long originalTs = i < 0 ? cancel.sourceTsNanos() : listed.timeAt(i);
    if (i >= 0) {
      listed.takeBack(i);
    }
    out.emit(
        new Amended(
            cancel.sourceTsNanos(),
            seq,
            originalSeq,
            cancel.contract(),
            listed.contract,
            originalTs,
            cancel.priceMicros(),
            cancel.size(),
            i < 0 ? "original not found" : condition.meaning()));
  }

  private SessionDay day(long tsNanos) {
    if (!today.contains(tsNanos)) {
      today = clock.dayAt(tsNanos);
    }
    return today;
  }

  private Listed listed(int contract) {
    Listed listed = contracts.get(contract);
    if (listed == null) {
      throw new AssertionError("contract " + contract + " was used before it was listed");
    }
    return listed;
  }

  void save(StateWriter out) {
    identities.save(out);
    out.putInt(contracts.size());
    for (int i = 0; i < contracts.size(); i++) {
      out.putInt(contracts.keyAt(i));
      contracts.valueAt(i).save(out);
    }
  }

  /// Contracts themselves come back from the log's listings before the state is loaded.
  void load(StateReader in) {
    identities.load(in);
    for (int n = in.getInt(); n > 0; n--) {
      listed(in.getInt()).load(in);
    }
  }
}
