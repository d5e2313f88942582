package io.truetape.model.event.derived.packet;

/// What surrounded a packet.
///
/// | component | meaning |
/// |---|---|
/// | `dte` | calendar days to expiry |
/// | `otmPct` | of the last print; meaningful when `hasSpot` |
/// | `moveBps`, `moveBeforeBps` | underlying over the packet, and over the minute before it |
/// | `ivFirst`, `ivLast`, `ivShock` | implied volatility at first and last print, largest less smallest; -1 when absent |
/// | `delta` | of the contract at the last print; meaningful when `hasDelta` |
/// | `premiumZ` | robust z of ln premium among the symbol's packets; meaningful when `hasZ` |
/// | `premiumRank`, `contractRank` | share of the symbol's (contract's) packets with less premium; -1 when few |
/// | `dayVolume`, `openInterest` | of the contract after the last print; open interest -1 when unknown |
/// | `daysToEarnings` | calendar days to announced earnings, -1 when none is known |
/// | `sigScore` | the highest of its prints, -1 when none |
/// | `chips` | every chip any print carried |
public record PacketContext(
    int dte,
    double otmPct,
    boolean hasSpot,
    long spotDoubleMicros,
    double moveBps,
    double moveBeforeBps,
    double ivFirst,
    double ivLast,
    double ivShock,
    double delta,
    boolean hasDelta,
    double premiumZ,
    boolean hasZ,
    double premiumRank,
    double contractRank,
    long dayVolume,
    long openInterest,
    int daysToEarnings,
    double sigScore,
    long chips) {}
