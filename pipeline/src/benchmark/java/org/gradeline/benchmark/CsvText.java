package org.gradeline.benchmark;

/** A row of CSV in the making. */
final class CsvText {
  private final StringBuilder text = new StringBuilder();
  private boolean begun;

  /** Adds a cell, in quotes where it needs them. */
  CsvText cell(String value) {
    if (begun) {
      text.append(',');
    }
    begun = true;
    if (value.indexOf(',') < 0 && value.indexOf('"') < 0 && value.indexOf('\n') < 0) {
      text.append(value);
    } else {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
    return this;
  }

  /** Ends the row. */
  CsvText end() {
    text.append('\n');
    begun = false;
    return this;
  }

  /** The rows since the last call. */
  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }
}
