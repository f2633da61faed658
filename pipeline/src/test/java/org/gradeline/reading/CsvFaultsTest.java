package org.gradeline.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV with faults: a faulty row is rejected alone, and the message says what to do. */
class CsvFaultsTest {
  private static final String QUOTES =
      "Put quotes around the whole cell, and double those inside it.";
  private static final String CELLS =
      "Give every column a cell, and put quotes around cells that have commas.";

  @ParameterizedTest
  @MethodSource
  void aFaultyRowIsRejectedAlone(
      String row, String value, String message, String suggestion, String raw) {
    Reading reading =
        Reading.ofCsv("la_code,council,theme\n340,Knowsley,\n" + row + "\n815,North Yorkshire,\n");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340", "815");
    assertThat(reading.lines()).containsExactly(2L, 3L, 4L);
    assertThat(reading.unreadable())
        .containsExactly(new Unreadable(3, Rule.MALFORMED_ROW, value, message, suggestion, raw));
  }

  @Test
  void nothingIsShownOfARowWhoseCellsCannotBeAssignedToColumns() {
    Reading reading =
        Reading.ofCsv("la_code,theme\n340,Front door,Ada Example\nLead inspector: Ada Example\n");

    assertThat(reading.unreadable())
        .extracting(Unreadable::value, Unreadable::raw)
        .containsExactly(
            tuple("3 cells", "3 cells, 26 characters"), tuple("1 cell", "1 cell, 27 characters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lead inspector: Ada Example,,,",
        ",,,Ada Example",
        "\"Ada\nExample\",,,",
        " ,Ada Example,,\t"
      })
  void aNoteBelowTheTableIsNotARecordAndIsNotShown(String note) {
    Reading reading = Reading.ofCsv("la_code,council,theme,lscb\n340,Knowsley,,\n" + note + "\n");

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                3,
                Rule.MALFORMED_ROW,
                "1 filled cell",
                "only one cell of the row is filled, with more than one word:"
                    + " it is a note and not a record",
                "Remove the note, or fill in the record.",
                "4 cells, " + note.stripTrailing().length() + " characters"));
  }

  @Test
  void aSingleWordIsARecordThatLacksTheRest() {
    assertThat(Reading.ofCsv("la_code,council,theme,lscb\n340,,,\n,Knowsley,,\n").records())
        .hasSize(2);
  }

  static List<Arguments> aFaultyRowIsRejectedAlone() {
    return List.of(
        arguments(
            "931",
            "1 cell",
            "the row has 1 cell, but the header has 3",
            CELLS,
            "1 cell, 3 characters"),
        arguments(
            "931,Oxfordshire",
            "2 cells",
            "the row has 2 cells, but the header has 3",
            CELLS,
            "2 cells, 15 characters"),
        arguments("931,\"Oxford\"shire,", "", "the quotes do not match", QUOTES, "18 characters"),
        // The quotes after the stray one open nothing: the next row is another one.
        arguments("931,\"Ox\"ford\"shire,", "", "the quotes do not match", QUOTES, "19 characters"),
        arguments(
            "931,\"Oxford\" \"shire,", "", "the quotes do not match", QUOTES, "20 characters"));
  }

  @Test
  void aQuoteThatIsNeverClosedTakesTheRestOfTheFileWithIt() {
    Reading reading =
        Reading.ofCsv(
            """
            la_code,theme
            340,Front door
            815,"Care leavers
            931,Children in care
            334,Front door
            """);

    assertThat(reading.each(Field.LA_CODE)).containsExactly("340");
    assertThat(reading.unreadable())
        .containsExactly(
            new Unreadable(
                3,
                Rule.MALFORMED_ROW,
                "",
                "the quotes do not match (the row runs to line 5): one is opened and never closed",
                QUOTES,
                "53 characters"));
  }

  @Test
  void twoStrayQuotesCostOnlyTheRowsBetweenThem() {
    Reading reading =
        Reading.ofCsv("la_code,theme\n340,\"Front\n815,door\n931,\"Care leavers\n334,Front door\n");

    assertThat(reading.each(Field.LA_CODE)).containsExactly("334");
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.lineNumber()).isEqualTo(2);
              assertThat(fault.message())
                  .isEqualTo("the quotes do not match (the row runs to line 4)");
            });
  }

  @Test
  void aFaultyRowAmongThousandsCostsNoOther() {
    StringBuilder text = new StringBuilder("la_code,theme\n");
    for (int row = 0; row < 20_000; row++) {
      text.append(row % 5_000 == 4_321 ? "340,\"Front\" door\n" : "340,Theme " + row + "\n");
    }

    Reading reading = Reading.ofCsv(text.toString());

    assertThat(reading.records()).hasSize(19_996);
    assertThat(reading.unreadable().stream().map(Unreadable::lineNumber))
        .containsExactly(4_323L, 9_323L, 14_323L, 19_323L);
    assertThat(reading.each(Field.THEME))
        .contains("Theme 4320", "Theme 4322")
        .doesNotHaveDuplicates();
  }

  @Test
  void longTextIsShortenedInTheListOfRejections() {
    String row = "340," + "x".repeat(5_000);

    assertThat(Reading.ofCsv("la_code,theme\n" + row + "\n").raws())
        .containsExactly(row.substring(0, 1_000) + "...");
  }

  @Test
  void aShortenedTextEndsWithAWholeCharacter() {
    String row = "340," + "x".repeat(995) + "\uD83D\uDE00";

    assertThat(Reading.ofCsv("la_code,theme\n" + row + "too long\n").raws())
        .containsExactly("340," + "x".repeat(995) + "\uFFFD...");
  }

  @ParameterizedTest
  @CsvSource({"lscb, lscb", "la_code, la_code", "grade, grade", "notes, column 3"})
  void aFileWhoseHeaderHasAColumnTwiceIsNotRead(String name, String value) {
    String header = name + ",council, " + name.toUpperCase(Locale.ROOT);

    Reading reading = Reading.ofCsv(header + "\n340,Knowsley,340\n815,North Yorkshire,815\n");

    assertThat(reading.entries())
        .containsExactly(
            new Unreadable(
                1,
                Rule.UNREADABLE_FILE,
                value,
                "the header has a column twice; none of the file's rows was read",
                "Rename or remove one of the two.",
                ""));
    assertThat(reading.unknown()).isEmpty();
  }

  @Test
  void columnsWithoutANameMayBeMany() {
    assertThat(Reading.ofCsv("la_code,,\n340,,\n").each(Field.LA_CODE)).containsExactly("340");
  }

  @ParameterizedTest
  @ValueSource(strings = {"la_code,\"coun\"cil\n", "la_code,\"council\n"})
  void aFileWhoseHeaderIsFaultyIsNotRead(String header) {
    Reading reading = Reading.ofCsv(header + "340,Knowsley\n815,North Yorkshire\n");

    assertThat(reading.records()).isEmpty();
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.lineNumber()).isEqualTo(1);
              assertThat(fault.rule()).isEqualTo(Rule.MALFORMED_ROW);
              assertThat(fault.message())
                  .startsWith("the quotes do not match")
                  .endsWith("; none of the file's rows was read");
            });
  }

  @Test
  void whatGoesWrongWithARecordBehindTheReaderIsNoFaultOfTheFile(@TempDir Path folder)
      throws IOException {
    Files.writeString(
        folder.resolve("records.csv"),
        "la_code,published_date,lscb\n340,2014-06-30,good\n815,2014-06-30,good\n");
    Slice slice = Reading.slices(Sources.in(folder), Long.MAX_VALUE, Reading.LAYOUTS).get(0);
    List<RawEntry> taken = new ArrayList<>();

    assertThatThrownBy(
            () ->
                SliceReader.read(
                    slice,
                    Reading.LAYOUTS,
                    entry -> {
                      taken.add(entry);
                      throw new UncheckedIOException(new IOException("disk full"));
                    }))
        .hasRootCauseMessage("disk full");
    assertThat(taken).hasSize(1);
  }
}
