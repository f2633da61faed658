package org.gradeline.reading.json;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RecordFormat;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.text.Utf8;

/** JSON documents: a record, a list of records, or records one after the other. */
public final class JsonFormat implements RecordFormat {
  private static final Unreadable UTF_16 =
      new Unreadable(
          1,
          Rule.UNREADABLE_FILE,
          "",
          "the file is UTF-16; none of its records was read",
          "Save it as UTF-8.",
          "");

  @Override
  public String key() {
    return "json";
  }

  @Override
  public List<String> endings() {
    return List.of(".json");
  }

  @Override
  public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
      throws IOException {
    JsonReader reader = new JsonReader(layouts.own(), entries);
    Envelope envelope;
    try (InputStream in = Utf8.open(slice)) {
      if (Utf8.looksLikeUtf16(in)) {
        entries.accept(UTF_16);
        return Set.of();
      }
      envelope = reader.envelope(in);
    }
    if (envelope.isAmbiguous()) {
      entries.accept(severalLists(envelope));
      return Set.of();
    }
    try (InputStream in = Utf8.open(slice)) {
      reader.readDocument(in, envelope.path());
    }
    return reader.unknownKeys();
  }

  private static Unreadable severalLists(Envelope envelope) {
    return new Unreadable(
        1,
        Rule.UNREADABLE_FILE,
        "",
        "the file has more than one list of records: "
            + envelope.inWords()
            + "; none of them was read",
        "Make a file of each.",
        "");
  }
}
