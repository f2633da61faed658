package org.gradeline.reading.csv;

import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.gradeline.reading.RecordEnd;

/**
 * What stands between the cells of a file.
 *
 * @param character the separator
 * @param declared whether the first line says so: it is not a row
 */
record Separator(char character, boolean declared) {

  /** How the cells of the file are parsed and written. */
  CSVFormat format() {
    return CSVFormat.RFC4180.builder().setDelimiter(character).get();
  }

  /** Cells as a row of the file. */
  String quoted(List<String> cells) {
    return format().format(cells.toArray());
  }

  /** Where a row ends. */
  RecordEnd recordEnd() {
    return RecordEnd.outsideQuotes(character);
  }

  /** Whether a line says what the separator is. */
  boolean isDeclaredAt(long lineNumber) {
    return declared && lineNumber == 1;
  }
}
