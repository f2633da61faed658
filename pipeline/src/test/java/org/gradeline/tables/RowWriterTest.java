package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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

class RowWriterTest {

  private static TableSchema table(int columns) {
    List<Column> all =
        IntStream.range(0, columns).mapToObj(i -> Column.text("column_" + i, "A column.")).toList();
    return TableSchema.table("some", "Some table.", all);
  }

  private static String write(int columns, Consumer<RowWriter> rows) {
    StringWriter text = new StringWriter();
    try (RowWriter writer = new RowWriter(text, table(columns))) {
      rows.accept(writer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A text cell, with a cell before it and one behind. */
  private static String cell(String text) {
    String row = write(3, rows -> rows.text("a").text(text).text("b").endRow());
    assertThat(row).startsWith("a,").endsWith(",b\n");
    return row.substring(2, row.length() - 3);
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
  @ValueSource(strings = {"=1+1", "+44 151", "-2", "@SUM(A1)", "\tx", "\rx", "=", "-"})
  void aTextThatASpreadsheetWouldRunGetsAQuoteBeforeIt(String text) throws IOException {
    String row = write(2, rows -> rows.text("a").text(text).endRow());

    assertThat(read(row).get(0).get(1)).isEqualTo("'" + text);
    assertThat(RowWriter.textOf("'" + text)).isEqualTo(text);
  }

  @Test
  void numbersAreNoTextsAndStayAsTheyAre() {
    assertThat(write(3, rows -> rows.number(-2).number(0).number(1_234_567).endRow()))
        .isEqualTo("-2,0,1234567\n");
    assertThat(
            write(
                2, rows -> rows.number(OptionalLong.of(-1)).number(OptionalLong.empty()).endRow()))
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
    assertThat(write(1, rows -> rows.percent(percent).endRow())).isEqualTo(written + "\n");
  }

  @Test
  void datesAreWrittenAsTheyAreKnown() {
    assertThat(
            write(
                4,
                rows ->
                    rows.day(LocalDate.of(2014, 6, 30))
                        .date(PartialDate.parse("2017-09"))
                        .date(PartialDate.parse("2010"))
                        .date(null)
                        .endRow()))
        .isEqualTo("2014-06-30,2017-09,2010,\n");
  }

  @Test
  void blanksAndSeveralTextsFillSeveralCells() {
    assertThat(write(4, rows -> rows.text("a").blanks(2).blank().endRow())).isEqualTo("a,,,\n");
    assertThat(write(3, rows -> rows.texts(List.of("a", "=b", "c,d")).endRow()))
        .isEqualTo("a,'=b,\"c,d\"\n");
    assertThat(write(2, rows -> rows.text("a").blanks(0).text("b").endRow())).isEqualTo("a,b\n");
  }

  @Test
  void rowsEndWithALineFeedAndAreCounted() throws IOException {
    StringWriter text = new StringWriter();
    RowWriter rows = new RowWriter(text, table(1));
    assertThat(rows.rows()).isZero();
    rows.text("a").endRow();
    rows.text("b").endRow();
    assertThat(rows.rows()).isEqualTo(2);
    rows.close();

    assertThat(text).hasToString("a\nb\n");
  }

  @Test
  void aTableWithoutRowsIsEmpty() {
    assertThat(write(3, rows -> {})).isEmpty();
  }

  @Test
  void aRowMustHaveACellForEveryColumn() {
    assertThatIllegalStateException()
        .isThrownBy(() -> write(3, rows -> rows.text("a").text("b").endRow()))
        .withMessage("a row of 2 cells in a table of 3 columns");
    assertThatIllegalStateException()
        .isThrownBy(() -> write(1, rows -> rows.text("a").text("b").endRow()))
        .withMessage("a row of 2 cells in a table of 1 columns");
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                write(
                    2,
                    rows -> {
                      rows.text("a").text("b").endRow();
                      rows.endRow();
                    }))
        .withMessage("a row of 0 cells in a table of 2 columns");
  }

  @Test
  void aDiskThatIsFullIsTold() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("no space left on device");
          }

          @Override
          public void flush() throws IOException {
            throw new IOException("no space left on device");
          }

          @Override
          public void close() {}
        };

    assertThatThrownBy(
            () -> {
              try (RowWriter rows = new RowWriter(full, table(1))) {
                rows.text("a").endRow();
              }
            })
        .hasStackTraceContaining("no space left on device");
  }

  @Property
  void whatIsWrittenIsReadBack(@ForAll("tables") List<List<String>> table) throws IOException {
    String text =
        write(
            3,
            rows ->
                table.forEach(
                    row -> {
                      rows.texts(row).endRow();
                    }));

    List<List<String>> expected = new ArrayList<>();
    for (List<String> row : table) {
      expected.add(row.stream().map(RowWriterTest::neutralised).toList());
    }
    assertThat(read(text)).isEqualTo(expected);
  }

  private static String neutralised(String text) {
    return text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
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
}
