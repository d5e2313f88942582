package io.truetape.model.event;

import io.truetape.model.event.control.BaselineCarried;
import io.truetape.model.event.control.FeedSilence;
import io.truetape.model.event.control.OperatorCommand;
import io.truetape.model.event.control.RulesActivated;
import io.truetape.model.event.control.SessionClosed;
import io.truetape.model.event.control.SessionOpened;
import io.truetape.model.event.control.Tick;
import io.truetape.model.event.control.UserRuleActivated;

/// Steers a run. Written to the log by the sequencer, so that a replay needs nothing else.
public sealed interface ControlEvent extends Event
    permits Tick,
        SessionOpened,
        SessionClosed,
        RulesActivated,
        UserRuleActivated,
        OperatorCommand,
        BaselineCarried,
        FeedSilence {}
