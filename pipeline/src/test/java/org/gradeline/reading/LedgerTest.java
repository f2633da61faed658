package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Nothing throws, and nothing is lost without a word: what is not a record is a rejection. */
class LedgerTest {

  /** What a row may be. */
  enum Row {
    GOOD("340,Front door"),
    QUOTED("340,\"Front\n\"\"door\"\",\""),
    TOO_SHORT("340"),
    TOO_LONG("340,Front door,,x"),
    STRAY_QUOTE("340,\"Front\" door"),
    WINDOWS_1252("340,Caf\u00E9");

    private final String text;

    Row(String text) {
      this.text = text;
    }

    boolean isGood() {
      return this == GOOD || this == QUOTED;
    }

    long lines() {
      return this == QUOTED ? 2 : 1;
    }
  }

  @Property(tries = 300)
  void everyRowIsOneRecordOrOneRejectionAtItsLine(@ForAll @Size(max = 40) List<Row> rows) {
    String text =
        rows.stream()
            .map(row -> row.text + "\n")
            .collect(Collectors.joining("", "la_code,theme\n", ""));

    Reading reading = Reading.of("records.csv", text.getBytes(ISO_8859_1));

    List<Long> lines = new ArrayList<>();
    long lineNumber = 2;
    for (Row row : rows) {
      lines.add(lineNumber);
      lineNumber += row.lines();
    }
    assertThat(reading.lines()).isEqualTo(lines);
    assertThat(reading.entries().stream().map(RawRecord.class::isInstance))
        .isEqualTo(rows.stream().map(Row::isGood).toList());
  }

  @Property(tries = 300)
  void everyLineOfJsonLinesIsOneRecordOrOneRejection(@ForAll("jsonLines") List<String> lines) {
    Reading reading = Reading.ofJsonLines(String.join("\n", lines));

    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        expected.add(i + 1L);
      }
    }
    assertThat(reading.lines()).isEqualTo(expected);
    assertThat(reading.records())
        .hasSize((int) lines.stream().filter(line -> line.contains("340")).count());
  }

  @Provide
  Arbitrary<List<String>> jsonLines() {
    return Arbitraries.of("{\"la_code\": \"340\"}", "{", "}", "[]", "1 2", "\"", "", "  ", "{}}")
        .list()
        .ofMaxSize(40);
  }

  /** More than a row of chance has cells. */
  private static final String MANY_COLUMNS =
      "la_code,gss_code,urn,council,framework,inspection_type,start_date,end_date,published_date,"
          + "report,theme,"
          + String.join(",", Reading.AREAS)
          + "\n";

  @Property(tries = 300)
  void faultyCsvLosesNoLetter(@ForAll("faultyRows") String rows) {
    Reading reading = Reading.ofCsv(MANY_COLUMNS + rows);

    String[] lines = rows.split("\r\n|\r|\n", -1);
    for (int i = 0; i < reading.entries().size(); i++) {
      // From its line to that of the next one, except what is blank between them.
      long until = i + 1 < reading.entries().size() ? reading.lines().get(i + 1) - 2 : lines.length;
      List<String> own = List.of(lines).subList((int) (reading.lines().get(i) - 2), (int) until);
      String text = String.join("\n", own);
      if (reading.entries().get(i) instanceof Unreadable place) {
        assertThat(sizeOf(place)).isBetween(letters(text).length(), text.length() + own.size());
      } else {
        assertThat(letters(((RawRecord) reading.entries().get(i)).raw().get()))
            .isEqualTo(letters(text));
      }
      Arrays.fill(lines, (int) (reading.lines().get(i) - 2), (int) until, "");
    }
    assertThat(letters(String.join("", lines))).as("what is not in any place").isEmpty();
    assertThat(reading.lines()).isSorted().doesNotHaveDuplicates();
  }

  private static int sizeOf(Unreadable place) {
    return Integer.parseInt(place.raw().replaceFirst("^.*?(\\d+) characters?$", "$1"));
  }

  private static String letters(String text) {
    return text.replaceAll("[\\s\",]", "");
  }

  @Provide
  Arbitrary<String> faultyRows() {
    return Arbitraries.of("\"", "\"\"", ",", "\n", "\r", "\r\n", " ", "a", "b", "340,", ",\"")
        .list()
        .ofMaxSize(20)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 300)
  void anyBytesAreReadWithoutFailure(
      @ForAll("bytes") byte[] content, @ForAll("names") String name) {
    Reading reading = Reading.of(name, content);

    assertThat(reading.lines()).isSorted();
    assertThat(reading.unreadable())
        .allSatisfy(
            fault -> {
              assertThat(fault.lineNumber()).isPositive();
              assertThat(fault.message()).isNotBlank();
              assertThat(fault.suggestion()).isNotBlank();
            });
    if (name.endsWith(".json") && !new String(content, UTF_8).isBlank()) {
      assertThat(reading.entries()).isNotEmpty();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("records.csv", "records.json", "records.jsonl", "records.csv.gz");
  }

  /** Chance bytes, and chance pieces of what files are made of. */
  @Provide
  Arbitrary<byte[]> bytes() {
    Arbitrary<byte[]> pieces =
        Arbitraries.of(
                "{",
                "}",
                "[",
                "]",
                ":",
                ",",
                "\"",
                "\"la_code\"",
                "\"judgements\"",
                "\"findings\"",
                "null",
                "1",
                "\\",
                "\n",
                "\r",
                " ",
                "\0",
                "\u00E9",
                "\u00FF",
                "\u00FE",
                "a",
                "-")
            .list()
            .ofMaxSize(60)
            .map(parts -> String.join("", parts).getBytes(ISO_8859_1));
    return Arbitraries.oneOf(Arbitraries.bytes().array(byte[].class).ofMaxSize(200), pieces);
  }
}
