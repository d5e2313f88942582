package io.truetape.feed.synthetic.market;

import io.truetape.model.time.TradingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Which expiries are listed on a day, and under which root.
///
/// Dailies for SPY, QQQ, IWM and SPX; Friday weeklies and monthlies for all (Wednesdays for VIX);
/// two longer monthlies; January LEAPS. A Friday holiday moves the expiry to the day before. An
/// AM-settled root is not listed on its last morning: it stopped trading the day before.
final class Expiries {
  private final TradingCalendar calendar;

  Expiries(TradingCalendar calendar) {
    this.calendar = calendar;
  }

  /// One expiry of one root.
  record Slot(String root, LocalDate day) {}

  List<Slot> of(Underlying u, LocalDate today) {
    return u.symbol().equals("VIX") ? volatility(today) : regular(u, today);
  }

  private List<Slot> volatility(LocalDate today) {
    List<Slot> slots = new ArrayList<>();
    for (LocalDate d = today.plusDays(1); slots.size() < 9; d = d.plusDays(1)) {
      if (d.getDayOfWeek() == DayOfWeek.WEDNESDAY && calendar.isTradingDay(d)) {
        boolean monthly = calendar.isStandardMonthly(d.plusDays(30));
        if (slots.size() < 4 || monthly) {
          slots.add(new Slot(monthly ? "VIX" : "VIXW", d));
        }
      }
    }
    return slots;
  }

  private List<Slot> regular(Underlying u, LocalDate today) {
    boolean major = u.share() >= 40;
    boolean daily = isDaily(u.symbol());
    List<Slot> slots = new ArrayList<>();
    LocalDate day = today;
    for (int i = 0; daily && i < 5; i++) {
      add(slots, weeklyRoot(u.symbol()), day);
      day = calendar.next(day);
    }
    List<LocalDate> fridays = fridays(today);
    for (int i = 0; i < (major ? 5 : 3); i++) {
      add(slots, weeklyRoot(u.symbol()), fridays.get(i));
    }
    int monthlies = 0;
    for (LocalDate friday : fridays) {
      boolean january = friday.getMonthValue() == 1 && friday.isAfter(today.plusDays(300));
      if (!calendar.isStandardMonthly(friday)) {
        continue;
      }
      monthlies++;
      if (monthlies <= (major ? 4 : 3) || monthlies == 6 || (major && monthlies == 9) || january) {
        addMonthly(slots, u.symbol(), friday, today);
      }
    }
    return slots;
  }

  private void addMonthly(List<Slot> slots, String symbol, LocalDate friday, LocalDate today) {
    if (!weeklyRoot(symbol).equals(symbol) && friday.isAfter(today)) {
      add(slots, symbol, friday);
    } else if (weeklyRoot(symbol).equals(symbol)) {
      add(slots, symbol, friday);
    }
  }

  private static void add(List<Slot> slots, String root, LocalDate day) {
    Slot slot = new Slot(root.equals("BRK.B") ? "BRKB" : root, day);
    if (!slots.contains(slot)) {
      slots.add(slot);
    }
  }

  /// The option Fridays of the next two and a half years, moved before holidays.
  private List<LocalDate> fridays(LocalDate today) {
    List<LocalDate> days = new ArrayList<>();
    LocalDate friday = today.plusDays((12 - today.getDayOfWeek().getValue()) % 7);
    for (int week = 0; week < 115; week++) {
      LocalDate day = friday.plusWeeks(week);
      LocalDate open = calendar.isTradingDay(day) ? day : calendar.previous(day);
      if (!open.isBefore(today)) {
        days.add(open);
      }
    }
    return days;
  }

  static boolean isDaily(String symbol) {
    return switch (symbol) {
      case "SPY", "QQQ", "IWM", "SPX" -> true;
      default -> false;
    };
  }

  private static String weeklyRoot(String symbol) {
    return symbol.equals("SPX") ? "SPXW" : symbol.equals("NDX") ? "NDXP" : symbol;
  }
}
