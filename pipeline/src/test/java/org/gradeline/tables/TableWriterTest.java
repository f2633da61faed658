package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gradeline.reference.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableWriterTest {
  private static final String FORMULA =
      "(?s)[\\t\\r\\n].*|[\\p{Z}\\p{C}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20].*";

  /** A table whose rows are the texts of their cells. */
  private static Table<List<String>> table(int columns) {
    return Table.of(
        "some",
        "Some table.",
        IntStream.range(0, columns)
            .<Column<List<String>>>mapToObj(
                i -> Column.text("column_" + i, row -> row.get(i), "A column."))
            .toList());
  }

  private static String write(int columns, List<List<String>> rows) {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (TableWriter<List<String>> writer = new TableWriter<>(text, table(columns))) {
      writer.write(rows.stream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** A text cell, with a cell before it and one behind. */
  private static String cell(String text) {
    String row = write(3, List.of(List.of("a", text, "b")));
    assertThat(row).startsWith("a,").endsWith(",b\n");
    return row.substring(2, row.length() - 3);
  }

  /** A row of cells that are written one by one. */
  @SafeVarargs
  private static String row(Consumer<CellWriter>... cells) {
    List<Column<String>> columns = new ArrayList<>();
    for (Consumer<CellWriter> cell : cells) {
      columns.add(
          new Column<>(
              "column_" + columns.size(),
              Column.Type.TEXT,
              false,
              List.of(),
              "A column.",
              (row, writer) -> cell.accept(writer)));
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (TableWriter<String> writer =
        new TableWriter<>(text, Table.of("some", "Some table.", columns))) {
      writer.write("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Knowsley",
        "Knowsley 340",
        "Children in need/subject to a plan",
        "St Helen's",
        "a; b | c",
        "ängstlich – «ja» 😀",
        "1+1",
        "a=b",
        "x@y",
        "2014-06-30",
        "https://files.ofsted.gov.uk/v1/file/50267008"
      })
  void aTextThatNeedsNoQuotesHasNone(String text) {
    assertThat(cell(text)).isEqualTo(text);
  }

  @Test
  void commasQuotesAndLineBreaksAreQuotedAndQuotesDoubled() {
    assertThat(cell("North East, Yorkshire and the Humber"))
        .isEqualTo("\"North East, Yorkshire and the Humber\"");
    assertThat(cell("the \"board\"")).isEqualTo("\"the \"\"board\"\"\"");
    assertThat(cell("one\ntwo")).isEqualTo("\"one\ntwo\"");
    assertThat(cell("one\r\ntwo")).isEqualTo("\"one\r\ntwo\"");
    assertThat(cell("one\rtwo")).isEqualTo("\"one\rtwo\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+44 151",
        "-2",
        "@SUM(A1)",
        "\tx",
        "\rx",
        "\nx",
        "=",
        "-",
        " =1",
        "\u00a0\u3000=1",
        "\u200b=1",
        "\ufeff\u00ad@a",
        "\u0001+1",
        "\u2028-1",
        "\ufe0f=1",
        "\u115f=1",
        "\udb40\udc20=1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20a",
        "\ufe661",
        "\u200e\uff1d1",
        "'=1",
        "''+1",
        "'\u200b=1",
        "'\tx"
      })
  void aTextThatASpreadsheetWouldRunGetsAnApostropheBeforeIt(String text) throws IOException {
    String row = write(2, List.of(List.of("a", text)));

    assertThat(read(row).get(0).get(1)).isEqualTo("'" + text);
    assertThat(CellWriter.textOf("'" + text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\u00a0",
        "\u200b",
        "'",
        "''",
        "'a",
        "' a",
        "a=1",
        "\u200ba",
        "1-2",
        "\u00e9=1",
        "'a=1",
        "\u200b'=1",
        "\u22121",
        "\ud83d\ude00=1"
      })
  void otherTextsStayAsTheyAre(String text) throws IOException {
    assertThat(read(write(2, List.of(List.of("a", text)))).get(0).get(1)).isEqualTo(text);
    assertThat(CellWriter.textOf(text)).isEqualTo(text);
  }

  /** Then texts that differ have cells that differ, and a key of texts is a key of cells. */
  @Property
  void theTextOfACellIsFoundAgain(@ForAll("texts") String text) throws IOException {
    String cell = read(write(2, List.of(List.of("a", text)))).get(0).get(1);

    assertThat(CellWriter.textOf(cell)).isEqualTo(text);
    assertThat(cell).doesNotMatch(FORMULA);
  }

  @Test
  void numbersAreNotTextsAndStayAsTheyAre() {
    assertThat(
            row(
                cells -> cells.integer(-2),
                cells -> cells.integer(0),
                cells -> cells.integer(1_234_567)))
        .isEqualTo("-2,0,1234567\n");
    assertThat(
            row(
                cells -> cells.integer(OptionalLong.of(-1)),
                cells -> cells.integer(OptionalLong.empty())))
        .isEqualTo("-1,\n");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # percent,          written
          0,                  0
          100,                100
          29.133858267716537, 29.1339
          50.0,               50
          12.5,               12.5
          10,                 10
          33.3333333333,      33.3333
          66.6666666667,      66.6667
          # Half is rounded up.
          0.00005,            0.0001
          33.33335,           33.3334
          99.99995,           100
          99.99994,           99.9999
          0.00004,            0
          -0.00000000000001,  0
          100.00000000000001, 100
          # Idle zeros are left out.
          24.50,              24.5
          24.00004,           24
          0.0001,             0.0001
          """)
  void aPercentageHasFourDecimalsAtTheMost(double percent, String written) {
    assertThat(row(cells -> cells.percent(percent))).isEqualTo(written + "\n");
  }

  @Test
  void datesAreWrittenAsTheyAreKnown() {
    assertThat(
            row(
                cells -> cells.day(LocalDate.of(2014, 6, 30)),
                cells -> cells.partialDate(PartialDate.parse("2017-09")),
                cells -> cells.partialDate(PartialDate.parse("2010")),
                cells -> cells.partialDate(null)))
        .isEqualTo("2014-06-30,2017-09,2010,\n");
  }

  @Test
  void whatHasNoValueIsBlank() {
    assertThat(
            row(
                cells -> cells.text("a"),
                cells -> cells.text(null),
                cells -> cells.decimal(OptionalDouble.empty(), 1),
                CellWriter::blank))
        .isEqualTo("a,,,\n");
  }

  @Test
  void rowsEndWithALineFeedAndAreCounted() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    TableWriter<List<String>> rows = new TableWriter<>(text, table(1));
    assertThat(rows.rows()).isZero();
    rows.write(List.of("a"));
    rows.write(List.of("b"));
    assertThat(rows.rows()).isEqualTo(2);
    rows.close();

    assertThat(text).hasToString("a\nb\n");
  }

  @Test
  void aTableWithoutRowsIsEmpty() {
    assertThat(write(3, List.of())).isEmpty();
  }

  @Test
  void aColumnWritesExactlyOneCell() {
    assertThatIllegalStateException()
        .isThrownBy(() -> row(cells -> cells.text("a"), cells -> {}))
        .withMessage("a row of 1 cells in the table some of 2 columns");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                row(
                    cells -> {
                      cells.text("a");
                      cells.text("b");
                    }))
        .withMessage("a row of 2 cells in the table some of 1 columns");
  }

  @Test
  void aDiskThatIsFullIsReported() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space left on device");
          }
        };

    assertThatThrownBy(
            () -> {
              try (TableWriter<List<String>> rows = new TableWriter<>(full, table(1))) {
                rows.write(List.of("a"));
              }
            })
        .hasStackTraceContaining("no space left on device");
  }

  @Test
  void aRowThatFailsHalfwayIsNotWritten() throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (TableWriter<List<String>> rows = new TableWriter<>(text, table(2))) {
      rows.write(List.of("a", "b"));
      assertThatThrownBy(() -> rows.write(List.of("c")))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }

    assertThat(text).hasToString("a,b\n");
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("tables") List<List<String>> table) throws IOException {
    String text = write(3, table);

    List<List<String>> expected = new ArrayList<>();
    for (List<String> row : table) {
      expected.add(row.stream().map(TableWriterTest::neutralised).toList());
    }
    assertThat(read(text)).isEqualTo(expected);
  }

  private static String neutralised(String text) {
    return text.replaceFirst("^'+", "").matches(FORMULA) ? "'" + text : text;
  }

  private static List<List<String>> read(String text) throws IOException {
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
      return parser.stream().map(CSVRecord::toList).toList();
    }
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> texts =
        Arbitraries.strings().withChars("ab Ü,;\"'\n\r\t=+-@#1").ofMaxLength(8);
    return texts.list().ofSize(3).list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("'' =+-@\t\r\na1\u00a0\u200b\u3000\uff1d\uff0b\uff0d\uff20\u0001")
        .ofMaxLength(5);
  }
}
