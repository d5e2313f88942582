package io.truetape.model.event.source;

import io.truetape.model.event.EventKind;
import io.truetape.model.event.SourceEvent;
import io.truetape.model.id.FeedId;
import java.util.List;

/// A news story; `body` is sanitised text, `symbols` as the vendor tagged them.
public record NewsStory(
    long sourceTsNanos,
    long ingestTsNanos,
    FeedId feed,
    String storyId,
    String headline,
    String body,
    List<String> symbols,
    String source,
    String url)
    implements SourceEvent {
  public NewsStory {
    symbols = List.copyOf(symbols);
  }

  @Override
  public EventKind kind() {
    return EventKind.NEWS_STORY;
  }
}
