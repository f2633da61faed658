package org.gradeline.reading.csv;

import java.io.IOException;
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
import org.gradeline.reading.TableStart;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reading.tabular.Header;
import org.gradeline.reading.tabular.TabularReader;
import org.gradeline.reading.text.RecordSplitter;
import org.gradeline.reading.text.TextBlock;
import org.gradeline.reference.Layout;
import org.jspecify.annotations.Nullable;

/** CSV as RFC 4180 has it, in UTF-8, with commas, semicolons or other separators. */
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
  public Optional<RecordEnd> recordEnd(Source source, Layouts layouts) {
    try {
      return Optional.of(Separation.of(source, layouts).separator().recordEnd());
    } catch (IOException e) {
      // Whoever reads the records meets the same failure, and reports it.
      return Optional.empty();
    }
  }

  @Override
  public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
      throws IOException {
    Separation separation = Separation.of(slice.source(), layouts);
    TabularReader table =
        new TabularReader(header(slice, separation), entries, separation.separator()::quoted);
    CsvRows rows = new CsvRows(table, separation.separator());
    try (RecordSplitter splitter =
        RecordSplitter.open(
            slice, separation.separator().recordEnd(), Rule.MALFORMED_ROW, table::reject)) {
      for (TextBlock block = splitter.next(); block != null; block = splitter.next()) {
        rows.read(block);
      }
    }
    if (slice.isLast()) {
      table.end();
    }
    return table.unknownColumns();
  }

  /** What is known of the header before a slice. */
  private static Header header(Slice slice, Separation separation) throws IOException {
    if (slice.isFirst()) {
      return Header.sought(separation.layouts());
    }
    return separation.header().isAbove(slice.firstLine())
        ? separation.header()
        : separation.headerIn(Slice.until(slice.source(), slice.from()));
  }

  @Override
  public @Nullable Layout layoutOf(Source source, Layouts layouts) {
    try {
      return Separation.of(source, layouts).header().layout();
    } catch (IOException e) {
      // Whoever reads the records meets the same failure, and reports it.
      return null;
    }
  }

  @Override
  public List<TableStart> starts(Source source, int rows) throws IOException {
    return List.of(new TableStart("", Separation.firstRows(source, rows)));
  }
}
