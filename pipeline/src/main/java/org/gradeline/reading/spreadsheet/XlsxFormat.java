package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.reading.FileKind;

/** XLSX workbooks (ECMA-376). */
public final class XlsxFormat extends WorkbookFormat {
  /** A format without state. */
  public XlsxFormat() {
    super(FileKind.XLSX);
  }

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
  Workbook open(Path file) throws IOException {
    return XlsxWorkbook.open(file);
  }
}
