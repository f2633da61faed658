package org.gradeline.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.DateForm;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.gradeline.reference.Layout.Column;
import org.gradeline.reference.Layout.Requirement;
import org.gradeline.reference.Layout.Sentinel;
import org.gradeline.reference.SourceKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sheet with prose above its header, a person's name in each row, and words for "nothing". */
class LayoutsTest {
  private static final Layout SHEET =
      new Layout(
          "sheet",
          4,
          Map.of(
              "area code",
              new Column.OfField(Field.GSS_CODE),
              "date",
              new Column.OfField(Field.PUBLISHED_DATE),
              "theme",
              new Column.OfField(Field.THEME),
              "care leavers",
              new Column.OfArea("care_leavers"),
              "inspector",
              new Column.LeftOut()),
          List.of(
              new Requirement("Area code", Set.of("area code")),
              new Requirement("Date", Set.of("date")),
              new Requirement("Care leavers", Set.of("care leavers"))),
          Map.of(Field.PUBLISHED_DATE, List.of(DateForm.of("dd/mm/yyyy"))),
          Map.of(Field.FRAMEWORK, "ilacs", Field.THEME, "Any theme"),
          Map.of("nan", Sentinel.MISSING, "unread", Sentinel.UNREADABLE),
          Map.of(),
          Map.of());
  private static final Layout OWN = Layout.own(Reading.AREAS);
  private static final Layouts BOTH = new Layouts(OWN, List.of(OWN, SHEET));
  private static final String HEADER = "Inspector,Area  code,DATE,Care leavers,Theme\n";
  private static final String ROW = "Ada Example,E08000011,20/01/2025,Inadequate,nan\n";
  private static final String TEXT =
      "History of inspections,,,,\n\"Two lines, of\nprose\",,,,\n\n" + HEADER + ROW;

  @TempDir private Path folder;

  private Reading read(String text) throws IOException {
    return read(text, Long.MAX_VALUE);
  }

  private Reading read(String text, long sliceBytes) throws IOException {
    Path file = folder.resolve("sheet.csv");
    Files.write(file, text.getBytes(UTF_8));
    List<RawEntry> entries = new ArrayList<>();
    for (Slice slice : Reading.slices(Sources.in(folder), sliceBytes, BOTH)) {
      SliceReader.read(slice, BOTH, entries::add);
    }
    return new Reading(entries, Set.of());
  }

  @Test
  void theHeaderIsFoundBelowOtherRows() throws IOException {
    Reading reading = read(TEXT);

    assertThat(reading.records())
        .singleElement()
        .satisfies(
            record -> {
              assertThat(record.lineNumber()).isEqualTo(6);
              assertThat(record.layout()).isEqualTo(SHEET);
              assertThat(record.get(Field.GSS_CODE)).isEqualTo("E08000011");
              assertThat(record.get(Field.PUBLISHED_DATE)).isEqualTo("20/01/2025");
            });
    assertThat(reading.judgements()).containsExactly("care_leavers: Inadequate");
    assertThat(reading.unreadable()).isEmpty();
  }

  @Test
  void constantsStandInForBlanksAndSentinelsOfNothing() throws IOException {
    RawRecord record = read(TEXT).records().get(0);

    assertThat(record.get(Field.FRAMEWORK)).isEqualTo("ilacs");
    assertThat(record.get(Field.THEME)).isEqualTo("Any theme");
  }

  @Test
  void aGradeThatWasUnreadableIsHandedOnAndOneThatIsMissingIsNot() throws IOException {
    Reading reading =
        read(HEADER + "A,E1,20/01/2025,unread,x\nB,E2,20/01/2025,NaN,y\nC,E3,20/01/2025, ,z\n");

    assertThat(reading.judgements()).containsExactly("care_leavers: unread");
    assertThat(reading.records()).hasSize(3);
  }

  @Test
  void theProgramsOwnColumnsAreReadAsEver() throws IOException {
    Reading reading = read("la_code,published_date,lscb\n340,2014-06-30,Inadequate\n");

    assertThat(reading.records()).extracting(RawRecord::layout).containsExactly(OWN);
    assertThat(reading.judgements()).containsExactly("lscb: Inadequate");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Example,E08000011,20/01/2025\n",
        "Ada \"Example\",E08000011,\"20/01/2025\"x,Inadequate,Front door\n",
        "Ada Example\u0000,E08000011,20/01/2025,\"Inadequate\n",
        "Ada Example,E08000011,20/01/2025,Inadequate,Front door,more\n"
      })
  void aNameInARowThatIsNoneIsNotShown(String row) throws IOException {
    Reading reading = read(TEXT + row);

    assertThat(reading.records()).hasSize(1);
    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(place -> assertThat(place.toString()).doesNotContain("Example"));
  }

  @Test
  void aNameInARecordIsNotShownEither() throws IOException {
    assertThat(read(TEXT).records().get(0).raw().get())
        .isEqualTo("...,E08000011,20/01/2025,Inadequate,nan");
  }

  @Test
  void nothingIsShownOfAFileWithoutAHeader() throws IOException {
    Reading reading = read(ROW.repeat(10));

    assertThat(reading.entries())
        .containsExactly(
            new Unreadable(
                1,
                Rule.UNKNOWN_LAYOUT,
                "",
                "the header does not match any known layout; the nearest is gradeline, for which it"
                    + " lacks 'la_code or gss_code or urn or council', 'published_date or"
                    + " start_date', 'an area, grade or inspection_type'; none of the file's rows"
                    + " was read",
                "Add the columns, or describe the file in a layout: 'gradeline check --input FILE"
                    + " --suggest-layout' prints one to start from.",
                ""));
  }

  @Test
  void theRowThatComesNearestToAHeaderIsNamed() throws IOException {
    Reading reading = read("Prose,,\nArea code,Date,Leavers\nE1,20/01/2025,Good\n");

    assertThat(reading.unreadable())
        .singleElement()
        .satisfies(
            place -> {
              assertThat(place.lineNumber()).isEqualTo(2);
              assertThat(place.message())
                  .contains("the nearest is sheet, for which it lacks 'Care leavers'");
            });
  }

  @Test
  void moreRowsAboveTheHeaderThanTheLayoutAllowsAreAFault() throws IOException {
    assertThat(read("p,,\n".repeat(4) + HEADER + ROW).records()).hasSize(1);
    assertThat(read("p,,\n".repeat(5) + HEADER + ROW).records()).isEmpty();
  }

  @Test
  void aFieldInTwoColumnsIsAFault() throws IOException {
    assertThat(read("Area code,Date,Care leavers,Date\nE1,20/01/2025,Good,21/01/2025\n").entries())
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class, place -> assertThat(place.value()).isEqualTo("date"));
  }

  @Property(tries = 100)
  void whereverTheFileIsCutItsHeaderIsFound(@ForAll @IntRange(min = 1, max = 200) int sliceBytes)
      throws IOException {
    folder = Files.createTempDirectory("layouts");
    String text = TEXT + ROW.repeat(5) + "Ada Example,too,few\n";

    assertThat(read(text, sliceBytes).inWords()).isEqualTo(read(text).inWords());
    assertThat(read(ROW.repeat(9), sliceBytes).inWords()).isEqualTo(read(ROW.repeat(9)).inWords());
    Files.delete(folder.resolve("sheet.csv"));
    Files.delete(folder);
  }

  @Test
  void sourcesAreBelievedAsDeclaredThenAsGiven() throws IOException, Sources.InputException {
    Files.writeString(folder.resolve("a_sheet.csv"), TEXT);
    Files.writeString(folder.resolve("b_mine.csv"), "la_code,published_date,lscb\n");
    Files.writeString(folder.resolve("c_official.csv"), "la_code,published_date,lscb\n");
    Files.writeString(folder.resolve("d_mine.json"), "[]");
    List<SourceKind> declared =
        List.of(
            new SourceKind("official", Set.of(), List.of("*_official.csv"), false),
            new SourceKind("others", Set.of(), List.of(), true),
            new SourceKind("sheets", Set.of("sheet"), List.of(), false));
    List<Source> given =
        Sources.matching(List.of(folder.resolve("d*").toString(), folder.resolve("*").toString()));

    assertThat(given).extracting(Source::precedence).containsExactly(1, 2, 3, 0);
    assertThat(Sources.inPrecedenceOrder(given, declared, BOTH))
        .extracting(Source::precedence)
        .containsExactly(3, 2, 0, 1);
    assertThat(Sources.inPrecedenceOrder(given, List.of(), BOTH)).isEqualTo(given);
  }
}
