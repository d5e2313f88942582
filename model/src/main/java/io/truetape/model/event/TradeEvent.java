package io.truetape.model.event;

import io.truetape.model.event.trade.AccountUpdate;
import io.truetape.model.event.trade.ApprovalGiven;
import io.truetape.model.event.trade.Fill;
import io.truetape.model.event.trade.OrderSent;
import io.truetape.model.event.trade.OrderUpdate;
import io.truetape.model.event.trade.PositionUpdate;

/// About our own orders and positions.
public sealed interface TradeEvent extends Event
    permits OrderSent, OrderUpdate, Fill, AccountUpdate, PositionUpdate, ApprovalGiven {}
