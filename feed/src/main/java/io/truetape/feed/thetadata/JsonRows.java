package io.truetape.feed.thetadata;

import io.truetape.feed.file.Columns;
import io.truetape.feed.file.Outbox;
import io.truetape.feed.file.Row;
import io.truetape.feed.file.RowFormat;
import io.truetape.model.text.BadInput;
import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// One JSON object per line as the fields of the CSV form; nesting is flattened by field name.
///
/// Numbers keep their text, so a price stays exact.
final class JsonRows implements RowFormat {
  private final JsonFactory json = JsonFactory.builder().build();
  private final RowFormat rows;
  private final Columns columns;
  private final String[] values;

  JsonRows(RowFormat rows, Columns columns) {
    this.rows = rows;
    this.columns = columns;
    this.values = new String[columns.names().size()];
    Arrays.fill(values, "");
  }

  @Override
  public String toFields(String line) {
    Arrays.fill(values, "");
    try (JsonParser in = json.createParser(ObjectReadContext.empty(), line)) {
      for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
        if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          keep(String.valueOf(in.currentName()), in.getString());
        }
      }
    } catch (JacksonException e) {
      throw new BadInput("not a JSON object: " + e.getOriginalMessage());
    }
    return String.join(",", values);
  }

  @Override
  public long timeNanos(Row row) {
    return rows.timeNanos(row);
  }

  @Override
  public void map(Row row, Outbox out) {
    rows.map(row, out);
  }

  private void keep(String name, String value) {
    int place = columns.find(name);
    if (place >= 0) {
      values[place] = value;
    }
  }
}
