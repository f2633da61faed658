package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gradeline.reading.FileKind;
import org.gradeline.reading.FileTables;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RecordFormat;
import org.gradeline.reading.Slice;
import org.gradeline.reading.Source;
import org.gradeline.reading.TableStart;

/** ODS workbooks (ISO/IEC 26300). */
public final class OdsFormat implements RecordFormat {
  private static final WorkbookReading READING =
      new WorkbookReading(FileKind.ODS, OdsWorkbook::open);

  @Override
  public String key() {
    return "ods";
  }

  @Override
  public List<String> endings() {
    return List.of(".ods");
  }

  @Override
  public List<String> refusedEndings() {
    return List.of(".fods");
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public FileTables tables(Source file, Layouts layouts) {
    return READING.tables(file, layouts);
  }

  @Override
  public List<TableStart> starts(Source file, int rows) throws IOException {
    return READING.starts(file, rows);
  }

  @Override
  public Set<String> read(Slice slice, Layouts layouts, Consumer<RawEntry> entries)
      throws IOException {
    return READING.read(slice.source(), layouts, entries);
  }
}
