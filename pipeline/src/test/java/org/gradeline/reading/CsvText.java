package org.gradeline.reading;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * A sound CSV file of chance content, and what must be read from it.
 *
 * @param text the file
 * @param rows what must be read, in order
 */
record CsvText(String text, List<Row> rows) {
  static final String HEADER = "la_code,council,theme";

  /**
   * A row that must be read.
   *
   * @param lineNumber its first line
   * @param cells its cells
   */
  record Row(long lineNumber, List<String> cells) {}

  /** A piece of a file: the cells of a row, or none for a blank line; and what ends it. */
  private record Piece(List<String> cells, boolean quoted, String end) {}

  /** Files with quoted commas, quotes and line breaks of every kind, and blank lines in between. */
  static Arbitrary<CsvText> any() {
    return Combinators.combine(
            Arbitraries.of("", "\uFEFF", "\n", "\r\n \n"), ends(), pieces().list().ofMaxSize(12))
        .as(CsvText::of);
  }

  private static Arbitrary<Piece> pieces() {
    Arbitrary<String> cell =
        Arbitraries.of("a", "é", "\uD83D\uDC00", " ", ",", "\"", "\n", "\r", "\r\n")
            .list()
            .ofMaxSize(6)
            .map(parts -> String.join("", parts));
    Arbitrary<List<String>> row = cell.list().ofSize(3);
    return Combinators.combine(
            Arbitraries.oneOf(row, row, row, Arbitraries.just(List.<String>of())),
            Arbitraries.of(true, false),
            ends())
        .as(Piece::new);
  }

  private static Arbitrary<String> ends() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }

  private static CsvText of(String start, String headersEnd, List<Piece> pieces) {
    StringBuilder text = new StringBuilder(start).append(HEADER).append(headersEnd);
    List<Row> rows = new ArrayList<>();
    for (Piece piece : pieces) {
      if (!piece.cells().isEmpty()) {
        rows.add(new Row(lineBehind(text.toString()), piece.cells()));
        text.append(
            String.join(
                ",", piece.cells().stream().map(cell -> cell(cell, piece.quoted())).toList()));
      }
      text.append(piece.end());
    }
    return new CsvText(text.toString(), rows);
  }

  private static String cell(String cell, boolean quoted) {
    return quoted || cell.matches("(?s).*[,\"\r\n].*")
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }

  private static long lineBehind(String text) {
    return text.split("\r\n|\r|\n", -1).length;
  }
}
