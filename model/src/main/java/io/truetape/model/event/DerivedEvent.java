package io.truetape.model.event;

import io.truetape.model.event.derived.Amended;
import io.truetape.model.event.derived.CandleClosed;
import io.truetape.model.event.derived.ChippedPrint;
import io.truetape.model.event.derived.MeasuredPrint;
import io.truetape.model.event.derived.NormalizedEquityPrint;
import io.truetape.model.event.derived.NormalizedLevel;
import io.truetape.model.event.derived.NormalizedPrint;
import io.truetape.model.event.derived.PrintRefused;
import io.truetape.model.event.derived.QuotedPrint;
import io.truetape.model.event.derived.SidedPrint;
import io.truetape.model.event.derived.Watermark;
import io.truetape.model.event.derived.WindowedPrint;
import io.truetape.model.event.derived.baseline.BaselineSummary;
import io.truetape.model.event.derived.dark.DarkInference;
import io.truetape.model.event.derived.dark.LiquidityZone;
import io.truetape.model.event.derived.dark.OffExchangePrint;
import io.truetape.model.event.derived.exposure.ExposureComputed;
import io.truetape.model.event.derived.greeks.ContractPriced;
import io.truetape.model.event.derived.greeks.PricedPrint;
import io.truetape.model.event.derived.meaning.AlertChanged;
import io.truetape.model.event.derived.meaning.ClassifierHits;
import io.truetape.model.event.derived.meaning.OpenShareVerdict;
import io.truetape.model.event.derived.meaning.SmartMoneyEvent;
import io.truetape.model.event.derived.packet.FlowPacket;
import io.truetape.model.event.derived.packet.StructureFound;
import io.truetape.model.event.derived.strikes.FlowMinute;
import io.truetape.model.event.derived.strikes.HeatCells;
import io.truetape.model.event.derived.strikes.StrikeBoard;

/// Concluded by one stage of the pipeline. Recomputed, never an input to a replay.
public sealed interface DerivedEvent extends Event
    permits NormalizedPrint,
        NormalizedEquityPrint,
        NormalizedLevel,
        PrintRefused,
        Amended,
        Watermark,
        QuotedPrint,
        SidedPrint,
        WindowedPrint,
        MeasuredPrint,
        ChippedPrint,
        CandleClosed,
        FlowPacket,
        StructureFound,
        SmartMoneyEvent,
        ClassifierHits,
        AlertChanged,
        OpenShareVerdict,
        OffExchangePrint,
        DarkInference,
        LiquidityZone,
        StrikeBoard,
        FlowMinute,
        HeatCells,
        BaselineSummary,
        PricedPrint,
        ContractPriced,
        ExposureComputed {}
