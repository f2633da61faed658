package org.gradeline.reading.json;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RecordEnd;
import org.gradeline.reading.RecordFormat;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.text.RecordSplitter;
import org.gradeline.reading.text.TextBlock;
import org.gradeline.reading.text.Utf8;

/** JSON lines: a record a line. A faulty line is rejected alone. */
public final class JsonLinesFormat implements RecordFormat {

  @Override
  public String key() {
    return "json_lines";
  }

  @Override
  public List<String> endings() {
    return List.of(".jsonl");
  }

  @Override
  public Optional<RecordEnd> recordEnd(Source source, Layouts layouts) {
    return Optional.of(RecordEnd.LINE_BREAK);
  }

  @Override
  public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
      throws IOException {
    JsonReader reader = new JsonReader(layouts.own(), entries);
    try (RecordSplitter splitter =
        RecordSplitter.open(slice, RecordEnd.LINE_BREAK, Rule.MALFORMED_JSON, reader::reject)) {
      for (TextBlock block = splitter.next(); block != null; block = splitter.next()) {
        for (int i = 0; i < block.count(); i++) {
          readLine(block.only(i), reader);
        }
      }
    }
    return reader.unknownKeys();
  }

  private static void readLine(TextBlock line, JsonReader reader) {
    try {
      String text = line.decode();
      if (text.indexOf('\0') >= 0) {
        reader.reject(Utf8.violation(line));
      } else if (!text.isBlank()) {
        reader.readLine(text, line.lineNumber(0));
      }
    } catch (CharacterCodingException e) {
      reader.reject(Utf8.violation(line));
    }
  }
}
