package io.truetape.model.market;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// Where a print or quote came from, by market identifier code. The code is written to the log.
///
/// Sources: OPRA participant table, FINRA trade reporting facilities, Databento publisher list
/// (docs/methods/venues.md). A venue that a vendor names and this table does not is kept as
/// [#FOREIGN] plus the vendor's number, flagged and counted, never dropped.
public enum Venue {
  UNKNOWN(0, "unknown venue", ' ', -1),
  AMXO(1, "NYSE American Options", 'A', 4),
  XBOX(2, "BOX", 'B', 11),
  XCBO(3, "Cboe", 'C', 5),
  EMLD(4, "MIAX Emerald", 'D', 46),
  EDGO(5, "Cboe EDGX Options", 'E', 65),
  GMNI(6, "Nasdaq GEMX", 'H', 31),
  XISX(7, "Nasdaq ISE", 'I', 6),
  MCRY(8, "Nasdaq MRX", 'J', 22),
  XMIO(9, "MIAX", 'M', 43),
  ARCO(10, "NYSE Arca Options", 'N', 7),
  OPRA(11, "OPRA consolidated", 'O', 10),
  MPRL(12, "MIAX Pearl", 'P', 69),
  XNDQ(13, "Nasdaq Options Market", 'Q', 1),
  SPHR(14, "MIAX Sapphire", 'S', 76),
  XBXO(15, "Nasdaq Texas Options", 'T', 47),
  MXOP(16, "MEMX Options", 'U', 73),
  C2OX(17, "Cboe C2", 'W', 42),
  XPHO(18, "Nasdaq PHLX", 'X', 9),
  BATO(19, "Cboe BZX Options", 'Z', 60),
  MXTO(20, "MEMX MX2 Options", ' ', -1),
  IEXO(21, "IEX Options", ' ', -1),
  XNAS(40, "Nasdaq", ' ', -1),
  XNYS(41, "NYSE", ' ', -1),
  ARCX(42, "NYSE Arca", ' ', -1),
  BATS(43, "Cboe BZX", ' ', -1),
  BATY(44, "Cboe BYX", ' ', -1),
  EDGA(45, "Cboe EDGA", ' ', -1),
  EDGX(46, "Cboe EDGX", ' ', -1),
  IEXG(47, "IEX", ' ', -1),
  MEMX(48, "MEMX", ' ', -1),
  EPRL(49, "MIAX Pearl Equities", ' ', -1),
  XASE(50, "NYSE American", ' ', -1),
  XBOS(51, "Nasdaq Texas", ' ', -1),
  XPSX(52, "Nasdaq PSX", ' ', -1),
  XCHI(53, "NYSE Texas", ' ', -1),
  XCIS(54, "NYSE National", ' ', -1),
  LTSE(55, "Long-Term Stock Exchange", ' ', -1),
  TXSE(56, "Texas Stock Exchange", ' ', -1),
  X24X(57, "24X National Exchange", ' ', -1),
  FINN(60, "FINRA/Nasdaq TRF Carteret", ' ', 57),
  FINC(61, "FINRA/Nasdaq TRF Chicago", ' ', -1),
  FINY(62, "FINRA/NYSE TRF", ' ', 59),
  XADF(63, "FINRA ADF", ' ', -1),
  SIP(64, "consolidated equity tape", ' ', -1),
  EQUS(65, "Databento US Equities", ' ', -1);

  /// Log codes at or above this are vendor venue numbers this build does not know, offset by it.
  public static final int FOREIGN = 256;

  private static final Venue[] BY_CODE = byCode();

  private final int code;
  private final String text;
  private final char opraLetter;
  private final int thetaCode;

  Venue(int code, String text, char opraLetter, int thetaCode) {
    this.code = code;
    this.text = text;
    this.opraLetter = opraLetter;
    this.thetaCode = thetaCode;
  }

  /// The venue of a log code; UNKNOWN for a foreign one. O(1).
  public static Venue of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : UNKNOWN;
  }

  /// The venue with this market identifier code, if known. `XPHL` is accepted for `XPHO`.
  public static Optional<Venue> ofMic(String mic) {
    String name = mic.equals("XPHL") ? "XPHO" : mic.equals("24EQ") ? "X24X" : mic;
    for (Venue v : values()) {
      if (v.name().equals(name)) {
        return Optional.of(v);
      }
    }
    return Optional.empty();
  }

  /// Log code of a ThetaData or Cboe DataShop exchange number; foreign when not an option venue.
  public static int codeOfTheta(int theta) {
    for (Venue v : values()) {
      if (v.thetaCode == theta && theta >= 0) {
        return v.code;
      }
    }
    return FOREIGN + theta;
  }

  /// Log code of an OPRA participant letter; foreign when unknown.
  public static int codeOfLetter(char letter) {
    for (Venue v : values()) {
      if (v.opraLetter == letter && letter != ' ') {
        return v.code;
      }
    }
    return FOREIGN + letter;
  }

  /// Short name of a log code for people: the MIC, or `#n` for a foreign venue number n.
  public static String label(int code) {
    return code >= FOREIGN ? "#" + (code - FOREIGN) : of(code).name();
  }

  public int code() {
    return code;
  }

  public String text() {
    return text;
  }

  public char opraLetter() {
    return opraLetter;
  }

  public int thetaCode() {
    return thetaCode;
  }

  /// True for a FINRA facility: the print was off-exchange. A fact, not an inference.
  public boolean isTradeReportingFacility() {
    return code >= 60 && code <= 63;
  }

  /// True when the venue was open for trading on `day`. Effective dates from the exchanges' notices.
  public boolean isActiveOn(LocalDate day) {
    LocalDate from =
        switch (this) {
          case MCRY -> LocalDate.of(2016, 2, 16);
          case MPRL -> LocalDate.of(2017, 2, 6);
          case EMLD -> LocalDate.of(2019, 3, 1);
          case MXOP -> LocalDate.of(2023, 9, 27);
          case SPHR -> LocalDate.of(2024, 8, 12);
          case EDGO -> LocalDate.of(2015, 11, 2);
          case GMNI -> LocalDate.of(2013, 8, 5);
          case XMIO -> LocalDate.of(2012, 12, 7);
          case MXTO, IEXO, TXSE, X24X -> LocalDate.of(2025, 7, 1);
          default -> LocalDate.of(2012, 1, 1);
        };
    return !day.isBefore(from);
  }

  private static Venue[] byCode() {
    Venue[] table = new Venue[FOREIGN];
    Arrays.fill(table, UNKNOWN);
    for (Venue v : values()) {
      table[v.code] = v;
    }
    return table;
  }
}
