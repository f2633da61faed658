package org.gradeline.reading.csv;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RecordFormat;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;
import org.gradeline.reading.TableStart;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.tabular.Header;
import org.gradeline.reading.tabular.TabularReader;
import org.gradeline.reading.text.RecordEnd;
import org.gradeline.reading.text.RecordSplitter;
import org.gradeline.reading.text.TextBlock;
import org.gradeline.reading.text.TextSlices;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it, in UTF-8. */
public final class CsvFormat implements RecordFormat {

  @Override
  public String key() {
    return "csv";
  }

  @Override
  public List<String> endings() {
    return List.of(".csv");
  }

  @Override
  public List<Slice> split(Source source, long bytes) {
    return TextSlices.of(source, bytes, RecordEnd.LINE_BREAK_OUTSIDE_QUOTES);
  }

  @Override
  public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
      throws IOException {
    Header header =
        slice.isFirst()
            ? Header.sought(layouts)
            : header(Slice.until(slice.source(), slice.from()), layouts);
    TabularReader table = table(header, entries);
    CsvRows rows = new CsvRows(table);
    try (RecordSplitter splitter = open(slice, table)) {
      for (TextBlock block = splitter.next(); block != null; block = splitter.next()) {
        rows.read(block);
      }
    }
    if (slice.isLast()) {
      table.end();
    }
    return table.unknownColumns();
  }

  @Override
  public @Nullable Layout layoutOf(Source source, Layouts layouts) {
    try {
      return header(Slice.whole(source), layouts).layout();
    } catch (IOException e) {
      // Whoever reads the records meets the same failure, and reports it.
      return null;
    }
  }

  @Override
  public List<TableStart> tables(Source source, int rows) throws IOException {
    return header(Slice.whole(source), Header.survey(rows)) instanceof Header.Survey survey
        ? List.of(new TableStart("", survey.rows()))
        : List.of();
  }

  private static Header header(Slice beginning, Layouts layouts) throws IOException {
    return header(beginning, Header.sought(layouts));
  }

  /** What the beginning of a file gives of its header. Whoever reads that part reports on it. */
  private static Header header(Slice beginning, Header sought) throws IOException {
    TabularReader table = table(sought, entry -> {});
    CsvRows rows = new CsvRows(table);
    try (RecordSplitter splitter = open(beginning, table)) {
      TextBlock block = splitter.next();
      while (block != null && table.header().isSought()) {
        rows.read(block);
        block = splitter.next();
      }
    }
    return table.header();
  }

  private static TabularReader table(Header header, Consumer<RawEntry> entries) {
    return new TabularReader(header, entries, CsvRows::quoted);
  }

  private static RecordSplitter open(Slice slice, TabularReader table) throws IOException {
    return RecordSplitter.open(
        slice, RecordEnd.LINE_BREAK_OUTSIDE_QUOTES, Rule.MALFORMED_ROW, table::reject);
  }
}
