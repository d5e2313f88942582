package io.truetape.model.tape;

import io.truetape.model.event.Event;
import io.truetape.model.event.Listings;
import io.truetape.model.id.FeedId;
import io.truetape.model.text.BadInput;
import io.truetape.model.text.Nearest;
import io.truetape.model.time.SessionClock;
import java.time.DateTimeException;
import java.util.Optional;

/// Reads tape lines back into events. Format: docs/formats/tape.md.
///
/// Numbers of symbols and contracts come from `listings`; a listing line asks for its name there
/// and is returned with the number that stands in the text. Keeps the current day and feed.
public final class TapeReader {
  private final SessionClock clock = SessionClock.standard();
  private final Listings listings;
  private FeedId feed;
  private boolean hasDay;
  private long midnightNanos;

  /// `feed` is who told us, for lines that do not say.
  public TapeReader(Listings listings, FeedId feed) {
    this.listings = listings;
    this.feed = feed;
  }

  /// The event on this line; empty for a blank line, `#` comment, `day`, `feed` or `=>` line.
  ///
  /// Throws [BadInput] naming the line, what is wrong and what was expected.
  public Optional<Event> read(String line) {
    String text = line.strip();
    if (text.isEmpty() || text.startsWith("#") || text.startsWith("=>")) {
      return Optional.empty();
    }
    try {
      return parse(new TapeLine(text));
    } catch (BadInput e) {
      throw new BadInput(e.getMessage() + " in \"" + excerpt(text) + "\"");
    } catch (ArithmeticException e) {
      throw new BadInput("a number is out of range in \"" + excerpt(text) + "\"");
    } catch (DateTimeException e) {
      throw new BadInput("a date is out of range in \"" + excerpt(text) + "\"");
    }
  }

  /// What a `=>` line expects, without the arrow: `quoted  ASK`.
  public static Optional<String> expected(String line) {
    String text = line.strip();
    return text.startsWith("=>") ? Optional.of(text.substring(2).strip()) : Optional.empty();
  }

  private Optional<Event> parse(TapeLine line) {
    String first = line.word("a time, day or feed");
    if (first.equals("day")) {
      midnightNanos = clock.day(TapeFields.day("day", line.word("a date"))).midnightNanos();
      hasDay = true;
      line.finish();
      return Optional.empty();
    }
    if (first.equals("feed")) {
      feed = TapeCodes.feed(line.word("a feed"));
      line.finish();
      return Optional.empty();
    }
    TapeFields fields = new TapeFields(line, time(first), feed, listings, clock);
    String word = line.word("the kind of event");
    Optional<Event> event = SourceFields.read(word, fields).map(Event.class::cast);
    if (event.isEmpty()) {
      event = SteeringFields.read(word, fields);
    }
    if (event.isEmpty()) {
      throw new BadInput(
          "\""
              + word
              + "\" is no kind of event"
              + Nearest.suggestion(word, SteeringFields.words()));
    }
    line.finish();
    return event;
  }

  private long time(String word) {
    if (word.equals("-")) {
      return 0;
    }
    long sinceMidnight = TapeClock.parse(word);
    if (!hasDay) {
      throw new BadInput("no day yet: expected a line such as \"day 2026-01-16\" before this one");
    }
    return Math.addExact(midnightNanos, sinceMidnight);
  }

  private static String excerpt(String text) {
    return text.length() <= 160 ? text : text.substring(0, 160) + "...";
  }
}
