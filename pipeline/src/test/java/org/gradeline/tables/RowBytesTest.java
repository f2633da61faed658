package org.gradeline.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.apache.commons.csv.CSVPrinter;
import org.gradeline.reference.PartialDate;
import org.junit.jupiter.api.Test;

/** The bytes of rows are those of the plain definition: Commons CSV, and the JDK's own numbers. */
class RowBytesTest {
  /**
   * A value, as it is written, and as the definition has it.
   *
   * @param cell writes it
   * @param text its text, before it is quoted
   */
  private record Value(Consumer<CellWriter> cell, String text) {
    @Override
    public String toString() {
      return text;
    }

    static Value ofText(String text) {
      return new Value(cells -> cells.text(text), Formula.neutralised(text));
    }

    static Value ofNumber(long number) {
      return new Value(cells -> cells.integer(number), Long.toString(number));
    }

    static Value ofDecimal(double number, int decimals) {
      return new Value(cells -> cells.decimal(number, decimals), rounded(number, decimals));
    }

    static Value of(LocalDate day) {
      return new Value(cells -> cells.day(day), day.toString());
    }

    static Value of(PartialDate date) {
      return new Value(cells -> cells.partialDate(date), date.toString());
    }
  }

  private static String rounded(double number, int decimals) {
    BigDecimal rounded =
        BigDecimal.valueOf(number).setScale(decimals, RoundingMode.HALF_UP).stripTrailingZeros();
    return rounded.signum() == 0 ? "0" : rounded.toPlainString();
  }

  private static byte[] written(List<List<Value>> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Column<List<Value>>> columns = new ArrayList<>();
    for (int i = 0; i < rows.get(0).size(); i++) {
      int position = i;
      columns.add(
          new Column<>(
              "column_" + i,
              Column.Type.TEXT,
              false,
              List.of(),
              "A column.",
              (row, cells) -> row.get(position).cell().accept(cells)));
    }
    try (TableWriter<List<Value>> writer =
        new TableWriter<>(out, Table.of("some", "Some table.", columns))) {
      writer.write(rows.stream());
    }
    return out.toByteArray();
  }

  private static byte[] defined(List<List<Value>> rows) throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(text, CellWriter.FORMAT)) {
      for (List<Value> row : rows) {
        printer.printRecord(row.stream().map(Value::text));
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String writtenAlone(Value value) throws IOException {
    return new String(written(List.of(List.of(value))), StandardCharsets.UTF_8).strip();
  }

  @Property
  void rowsAreThoseOfTheFormat(@ForAll("tables") List<List<Value>> rows) throws IOException {
    assertThat(written(rows)).isEqualTo(defined(rows));
  }

  @Property
  void decimalsAreRoundedHalfUpByTheirDigits(
      @ForAll double number, @ForAll @IntRange(max = 6) int decimals) throws IOException {
    assertThat(writtenAlone(Value.ofDecimal(number, decimals)))
        .isEqualTo(rounded(number, decimals));
  }

  @Property
  void quotientsAreRoundedHalfUpByTheirDigits(
      @ForAll @IntRange(min = -5000, max = 2_000_000) int part,
      @ForAll @IntRange(min = 1, max = 40_000) int all,
      @ForAll @IntRange(max = 6) int decimals)
      throws IOException {
    double percent = 100.0 * part / all;

    assertThat(writtenAlone(Value.ofDecimal(percent, decimals)))
        .isEqualTo(rounded(percent, decimals));
  }

  @Property
  void halvesAreRoundedUp(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int units,
      @ForAll @IntRange(max = 6) int decimals)
      throws IOException {
    double half = BigDecimal.valueOf(10L * units + 5, decimals + 1).doubleValue();

    assertThat(writtenAlone(Value.ofDecimal(half, decimals))).isEqualTo(rounded(half, decimals));
  }

  @Test
  void whatIsTooLongToBeKeptIsWrittenAlike() throws IOException {
    List<List<Value>> rows = new ArrayList<>();
    for (String text :
        List.of(
            "https://files.ofsted.gov.uk/v1/file/50267008",
            "a text of more than forty characters, with a comma",
            "a text of more than forty characters with a \"quote\"",
            "a text of more than forty characters with a trailing space ",
            " a text of more than forty characters with a leading space",
            "=a text of more than forty characters that is a formula",
            "ängstlich – «ja» 😀, and that for more than forty characters",
            "#a text of more than forty characters that starts with a hash",
            "a text of more than forty characters with a\nline break",
            "a lone surrogate behind more than forty characters: \ud83d",
            "a lone surrogate \ude00 among more than forty characters")) {
      rows.add(List.of(Value.ofText(text), Value.ofText("b"), Value.ofText(text)));
    }

    assertThat(written(rows)).isEqualTo(defined(rows));
  }

  @Test
  void manyRowsAreWrittenInOrder() throws IOException {
    List<List<Value>> rows = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      rows.add(List.of(Value.ofNumber(i), Value.ofText("text " + i), Value.ofNumber(-i)));
    }

    assertThat(written(rows)).isEqualTo(defined(rows));
  }

  @Test
  void whatHasNoValueIsABlankAlsoInFront() throws IOException {
    List<List<Value>> rows =
        List.of(
            List.of(
                new Value(cells -> cells.text(null), ""),
                new Value(cells -> cells.integer(OptionalLong.empty()), ""),
                new Value(cells -> cells.percent(OptionalDouble.empty()), ""),
                new Value(cells -> cells.partialDate(null), ""),
                new Value(CellWriter::blank, "")));

    assertThat(written(rows)).asString(StandardCharsets.UTF_8).isEqualTo("\"\",,,,\n");
    assertThat(written(rows)).isEqualTo(defined(rows));
  }

  @Provide
  Arbitrary<List<List<Value>>> tables() {
    Arbitrary<Value> values =
        Arbitraries.oneOf(
            Arbitraries.strings()
                .withChars("ab Ü,;\"'\n\r\t=+-@#1~\u007f\u200b\ud83d\ude00")
                .ofMaxLength(8)
                .map(Value::ofText),
            Arbitraries.strings().ofMaxLength(60).map(Value::ofText),
            Arbitraries.strings().ascii().ofMinLength(35).ofMaxLength(60).map(Value::ofText),
            Arbitraries.longs().map(Value::ofNumber),
            Arbitraries.doubles().between(-1000, 1000).map(number -> Value.ofDecimal(number, 4)),
            Arbitraries.integers()
                .between(-1_000_000, 4_000_000)
                .map(day -> Value.of(LocalDate.ofEpochDay(day))),
            Arbitraries.integers()
                .between(101, 99991231)
                .filter(packed -> packed / 10_000 > 0)
                .map(packed -> Value.of(date(packed))));
    return values.list().ofSize(4).list().ofMinSize(1).ofMaxSize(8);
  }

  /** A date from any number, with its day or month left out now and then. */
  private static PartialDate date(int number) {
    int month = number / 100 % 13;
    int day = month == 0 ? 0 : number % 29;
    return new PartialDate(number / 10_000 * 10_000 + month * 100 + day);
  }
}
