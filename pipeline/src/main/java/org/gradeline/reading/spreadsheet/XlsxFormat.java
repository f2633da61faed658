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

/** XLSX workbooks (ECMA-376). */
public final class XlsxFormat implements RecordFormat {
  private static final WorkbookReading READING =
      new WorkbookReading(FileKind.XLSX, XlsxWorkbook::open);

  @Override
  public String key() {
    return "xlsx";
  }

  @Override
  public List<String> endings() {
    return List.of(".xlsx");
  }

  @Override
  public List<String> refusedEndings() {
    return List.of(".xls", ".xlsm", ".xlsb");
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
