package org.gradeline.reading.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.gradeline.reading.FileKind;

/** ODS workbooks (ISO/IEC 26300). */
public final class OdsFormat extends WorkbookFormat {
  /** A format without state. */
  public OdsFormat() {
    super(FileKind.ODS);
  }

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
  Workbook open(Path file) throws IOException {
    return OdsWorkbook.open(file);
  }
}
