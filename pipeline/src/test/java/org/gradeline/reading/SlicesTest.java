package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gradeline.reference.Field;

/** Wherever a file is cut, its slices give together what it gives as a whole. */
class SlicesTest {

  @Property(tries = 200)
  void soundCsvGivesEachRowOnceWithItsLineForAnySliceSize(
      @ForAll("soundCsv") CsvText csv, @ForAll @IntRange(min = 1, max = 120) int sliceBytes) {
    Reading reading = Reading.inSlices("records.csv", csv.text().getBytes(UTF_8), sliceBytes);

    assertThat(reading.unreadable()).isEmpty();
    assertThat(reading.records().stream().map(SlicesTest::row))
        .isEqualTo(csv.rows().stream().filter(row -> !isBlank(row)).toList());
  }

  /** A row without any value, as spreadsheets leave them below a table, is no record. */
  private static boolean isBlank(CsvText.Row row) {
    return row.cells().stream().allMatch(String::isBlank);
  }

  private static CsvText.Row row(RawRecord record) {
    return new CsvText.Row(
        record.lineNumber(),
        List.of(record.get(Field.LA_CODE), record.get(Field.COUNCIL), record.get(Field.THEME)));
  }

  @Property(tries = 200)
  void faultyCsvGivesTheSameForAnySliceSize(
      @ForAll("garbage") String garbage, @ForAll @IntRange(min = 1, max = 60) int sliceBytes) {
    byte[] content = (CsvText.HEADER + "\n" + garbage).getBytes(UTF_8);

    assertThat(Reading.inSlices("records.csv", content, sliceBytes).inWords())
        .isEqualTo(Reading.of("records.csv", content).inWords());
  }

  @Property(tries = 200)
  void csvWithoutASoundHeaderGivesTheSameForAnySliceSize(
      @ForAll("garbage") String garbage, @ForAll @IntRange(min = 1, max = 60) int sliceBytes) {
    byte[] content = garbage.getBytes(UTF_8);

    assertThat(Reading.inSlices("records.csv", content, sliceBytes).inWords())
        .isEqualTo(Reading.of("records.csv", content).inWords());
  }

  @Property(tries = 200)
  void jsonLinesGiveTheSameForAnySliceSize(
      @ForAll("lines") String lines, @ForAll @IntRange(min = 1, max = 60) int sliceBytes) {
    byte[] content = lines.getBytes(UTF_8);

    assertThat(Reading.inSlices("records.jsonl", content, sliceBytes).inWords())
        .isEqualTo(Reading.of("records.jsonl", content).inWords());
  }

  @Property(tries = 200)
  void slicesLieOneBehindAnotherAndAreAboutAsLongAsAskedFor(
      @ForAll("soundCsv") CsvText csv, @ForAll @IntRange(min = 1, max = 120) int sliceBytes) {
    byte[] content = csv.text().getBytes(UTF_8);

    List<Slice> slices = Reading.slices("records.csv", content, sliceBytes);

    long from = 0;
    for (int i = 0; i < slices.size(); i++) {
      Slice slice = slices.get(i);
      boolean last = i == slices.size() - 1;
      assertThat(slice.from()).isEqualTo(from);
      // A slice ends with the first record that ends in a chunk behind its own.
      assertThat(last || slice.to() > (long) sliceBytes * (i + 1)).isTrue();
      assertThat(slice.to() == Long.MAX_VALUE).isEqualTo(last);
      from = slice.to();
    }
  }

  @Provide
  Arbitrary<CsvText> soundCsv() {
    return CsvText.any();
  }

  /** Mostly what the cutting of rows looks at. */
  @Provide
  Arbitrary<String> garbage() {
    return Arbitraries.of("\"", ",", "\n", "\r", "\r\n", " ", "a", "é", "\"\"", "\",\"", ",,")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> lines() {
    return Arbitraries.of(
            "{\"la_code\": \"340\"}", "{\"theme\": \"\\n\"}", "{", "\"", "é", "\n", "\r\n", "\r")
        .list()
        .ofMaxSize(30)
        .map(parts -> String.join("", parts));
  }
}
