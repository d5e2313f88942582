package io.truetape.model.event.derived.packet;

import io.truetape.model.symbol.Contract;

/// One contract of a structure.
///
/// `ratio` is contracts per unit, positive when bought with the unit as it is written down,
/// negative when sold; `size` contracts in all; `priceMicros` size-weighted; the quote is the one of
/// its first print, [io.truetape.model.market.Nbbo#MISSING] where absent.
public record StructureLeg(
    int contractId,
    Contract contract,
    int ratio,
    long size,
    long priceMicros,
    long bidMicros,
    long askMicros) {}
