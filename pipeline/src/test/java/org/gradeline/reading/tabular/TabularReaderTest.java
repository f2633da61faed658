package org.gradeline.reading.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gradeline.reading.Layouts;
import org.gradeline.reading.RawEntry;
import org.gradeline.reading.RawRecord;
import org.gradeline.reading.RawRecord.RawJudgement;
import org.gradeline.reading.Unreadable;
import org.gradeline.reading.Unreadable.Rule;
import org.gradeline.reference.Field;
import org.gradeline.reference.Layout;
import org.junit.jupiter.api.Test;

/** Rows of any format to records, and what is rejected of them. */
class TabularReaderTest {
  private static final Layout OWN = Layout.own(Set.of("lscb"));
  private static final Layouts LAYOUTS = new Layouts(OWN, List.of(withPreamble(OWN, 2)));
  private static final Row HEADER = row(1, "la_code", "published_date", "lscb");

  private final List<RawEntry> entries = new ArrayList<>();

  private static Layout withPreamble(Layout layout, int rows) {
    return new Layout(
        layout.key(),
        rows,
        layout.columns(),
        layout.required(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  private static Row row(long lineNumber, String... cells) {
    return new Row(lineNumber, List.of(cells), () -> "row " + lineNumber + " of the file");
  }

  private TabularReader reader(Header header) {
    return new TabularReader(header, entries::add, cells -> String.join(" | ", cells));
  }

  private TabularReader read(Row... rows) {
    TabularReader reader = reader(Header.sought(LAYOUTS));
    List.of(rows).forEach(reader::read);
    return reader;
  }

  private List<String> raws() {
    return entries.stream()
        .map(entry -> entry instanceof RawRecord row ? row.raw().get() : ((Unreadable) entry).raw())
        .toList();
  }

  @Test
  void aRowBelowTheHeaderIsARecordOfItsLine() {
    TabularReader reader = read(HEADER, row(2, "340", "2014-06-30", "Inadequate"));

    assertThat(entries)
        .singleElement()
        .isInstanceOfSatisfying(
            RawRecord.class,
            record -> {
              assertThat(record.lineNumber()).isEqualTo(2);
              assertThat(record.get(Field.LA_CODE)).isEqualTo("340");
              assertThat(record.judgements())
                  .containsExactly(new RawJudgement("lscb", "Inadequate"));
              assertThat(record.raw().get()).isEqualTo("row 2 of the file");
            });
    assertThat(reader.header().layout()).isEqualTo(LAYOUTS.offered().get(0));
    assertThat(reader.unknownColumns()).isEmpty();
  }

  @Test
  void aColumnThatTheLayoutDoesNotKnowIsNamedAndNeverShown() {
    TabularReader reader =
        read(
            row(1, "la_code", "inspector", "published_date", "lscb", "grade_by"),
            row(2, "340", "Ada Example", "2014-06-30", "Good", "Ada"),
            row(3, "815", "Ada Example"),
            row(4, "931", "Ada Example", "2014-06-30", "Good", "Ada", "Ada"));

    assertThat(reader.unknownColumns()).containsExactly("grade_by", "inspector");
    assertThat(raws())
        .containsExactly(
            "340 | ... | 2014-06-30 | Good | ...",
            "2 cells, 17 characters",
            "6 cells, 17 characters");
  }

  @Test
  void aRowOfAnotherWidthIsRejectedAlone() {
    read(HEADER, row(2, "340"), row(3, "815", "x", "y", "Ada"), row(4, "931", "2014", "Good"));

    assertThat(entries).hasSize(3).last().isInstanceOf(RawRecord.class);
    assertThat(entries.subList(0, 2))
        .extracting("rule", "value", "message", "raw")
        .containsExactly(
            tuple(
                Rule.MALFORMED_ROW,
                "1 cell",
                "the row has 1 cell, but the header has 3",
                "1 cell, 17 characters"),
            tuple(
                Rule.MALFORMED_ROW,
                "4 cells",
                "the row has 4 cells, but the header has 3",
                "4 cells, 17 characters"));
  }

  @Test
  void aBlankRowIsNotARecordAndDoesNotCountAboveTheHeader() {
    read(row(1, "", " "), row(2, ""), row(3, " "), HEADER, row(5, "", "", ""), row(6, "\t"));

    assertThat(entries).isEmpty();
  }

  @Test
  void theHeaderMayBeBelowAsManyRowsAsItsLayoutAllows() {
    TabularReader below = read(row(1, "History"), row(2, "of inspections"), HEADER);
    TabularReader tooFarBelow = read(row(1, "a"), row(2, "b"), row(3, "c"), HEADER);

    assertThat(below.header().layout()).isNotNull();
    assertThat(tooFarBelow.header().isMissing()).isTrue();
    assertThat(entries)
        .singleElement()
        .isInstanceOfSatisfying(
            Unreadable.class, place -> assertThat(place.rule()).isEqualTo(Rule.UNKNOWN_LAYOUT));
  }

  @Test
  void aTableThatEndsBeforeItsHeaderIsReportedByTheRowThatCameNearest() {
    TabularReader reader = read(row(1, "History"), row(2, "la_code", "lscb"));
    assertThat(entries).isEmpty();

    reader.end();

    assertThat(entries)
        .containsExactly(
            new Unreadable(
                2,
                Rule.UNKNOWN_LAYOUT,
                "",
                "the header does not match the layout gradeline: it lacks"
                    + " 'published_date or start_date'; none of the file's rows was read",
                "Add the columns, or describe the file in a layout: 'gradeline check --input FILE"
                    + " --suggest-layout' prints one to start from.",
                ""));
  }

  @Test
  void aTableWithoutRowsHasNoFault() {
    read().end();

    assertThat(entries).isEmpty();
  }

  @Test
  void aPlaceWithoutCellsIsRejectedAsItIs() {
    Unreadable place = new Unreadable(2, Rule.MALFORMED_ROW, "", "wrong", "Fix it.", "9 bytes");

    read(HEADER).reject(place);

    assertThat(entries).containsExactly(place);
  }

  @Test
  void theReaderOfALaterSliceStartsWithTheHeaderThatTheFirstOneFound() {
    Header header = read(HEADER).header();

    reader(header).read(row(7, "340", "2014-06-30", "Good"));

    assertThat(entries).extracting(RawEntry::lineNumber).containsExactly(7L);
  }

  @Test
  void theReaderOfALaterSliceGoesOnSeekingTheHeader() {
    Header header = read(row(1, "History")).header();
    assertThat(header.isSought()).isTrue();

    reader(header).read(HEADER);
    reader(header).end();

    assertThat(entries)
        .singleElement()
        .extracting(RawEntry::lineNumber)
        .as("the fault of a row that another slice has")
        .isEqualTo(1L);
    assertThat(header.isSought()).as("the value that both started with").isTrue();
  }

  @Test
  void aHeaderThatIsMissingIsReportedOnce() {
    Header missing = read(row(1, "a"), row(2, "b"), row(3, "c")).header();
    entries.clear();

    TabularReader later = reader(missing);
    later.read(HEADER);
    later.read(row(5, "340", "2014-06-30", "Good"));
    later.end();

    assertThat(entries).isEmpty();
  }
}
