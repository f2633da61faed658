package org.gradeline.publishing.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.publishing.assembling.RunTotals;
import org.gradeline.publishing.assembling.TableAssembly;
import org.gradeline.publishing.revisions.RevisionTotals.Comparison;
import org.gradeline.storage.Location;
import org.gradeline.tables.Revision;
import org.gradeline.tables.Revision.Kind;
import org.gradeline.tables.RevisionsTable;
import org.gradeline.tables.TablePart;
import org.gradeline.tables.UnreadableTableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two folders of reports are read side by side, and what differs becomes a table. */
class RevisionsTest {
  private static final String COLUMNS = "la_code,council,framework,published_date,area";

  private final List<TablePart> parts = new ArrayList<>();
  private static final String HEADER =
      "la_code,council,framework,inspection_type,area,grade,published_date\n";

  private final Path older;
  private final Path newer;
  private final Path target;

  RevisionsTest(@TempDir Path folder) {
    older = folder.resolve("older");
    newer = folder.resolve("newer");
    target = folder.resolve("target");
  }

  /** Ratings told as "la_code council grade", all of one day and area. */
  private static void ratings(Path reports, String... told) throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (String rating : told) {
      List<String> cells = List.of(rating.split(" "));
      text.append(cells.get(0)).append(',').append(cells.get(1));
      text.append(",sif,single,adoption,").append(cells.get(2)).append(",2014-06-30\n");
    }
    write(reports, text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path reports, byte[] bytes) throws IOException {
    Files.createDirectories(reports.resolve("tables"));
    Files.write(reports.resolve("tables/ratings.csv"), bytes);
  }

  private List<String> table() throws IOException {
    return Files.readAllLines(target.resolve("quality/revisions.csv"));
  }

  @Test
  void theTableIsInTheOrderOfKindsThenOfCouncils() throws Exception {
    ratings(older, "301 Barking good", "302 Barnet good", "340 Knowsley good", "826 Bucks good");
    ratings(newer, "201 City good", "302 Barnet inadequate", "340 Knowsley good", "931 Oxon good");

    RevisionTotals totals = Revisions.between(older, newer, target);

    assertThat(table())
        .containsExactly(
            String.join(",", RevisionsTable.TABLE.header()),
            "added,201,City,sif,2014-06-30,adoption,,good",
            "added,931,Oxon,sif,2014-06-30,adoption,,good",
            "changed,302,Barnet,sif,2014-06-30,adoption,good,inadequate",
            "removed,301,Barking,sif,2014-06-30,adoption,good,",
            "removed,826,Bucks,sif,2014-06-30,adoption,good,");
    assertThat(totals.count(Kind.ADDED)).isEqualTo(2);
    assertThat(totals.count(Kind.CHANGED)).isEqualTo(1);
    assertThat(totals.count(Kind.REMOVED)).isEqualTo(2);
    assertThat(totals.earlierRatings()).isEqualTo(4);
    assertThat(totals.first(Kind.REMOVED))
        .extracting(Revision::council)
        .containsExactly("Barking", "Bucks");
  }

  @Test
  void ofManyRevisionsTheFirstThreeOfEachKindAreKept() throws Exception {
    ratings(older);
    ratings(
        newer,
        Stream.iterate(100, code -> code + 1)
            .limit(50)
            .map(code -> code + " Council" + code + " good")
            .toArray(String[]::new));

    RevisionTotals totals = Revisions.between(older, newer, target);

    assertThat(totals.count(Kind.ADDED)).isEqualTo(50);
    assertThat(totals.first(Kind.ADDED))
        .extracting(Revision::laCode)
        .containsExactly("100", "101", "102");
    assertThat(table()).hasSize(51);
  }

  @Test
  void aNameThatASpreadsheetWouldRunStaysNeutralised() throws Exception {
    ratings(older);
    ratings(newer, "340 '=1+1 good");

    Revisions.between(older, newer, target);

    assertThat(table()).contains("added,340,'=1+1,sif,2014-06-30,adoption,,good");
  }

  @Test
  void aFolderWithoutRatingsIsToldSo() throws Exception {
    ratings(newer);

    assertThatThrownBy(() -> Revisions.between(older, newer, target))
        .isInstanceOf(NoSuchFileException.class);
  }

  private RevisionTotals ofRun(RunTotals totals) throws IOException {
    Revisions.Found found =
        Revisions.of(newer, older, Location.of(target.resolve("parts")), totals);
    parts.addAll(found.parts());
    return found.totals();
  }

  @Test
  void aRunWithoutEarlierReportsHasNoRevisions() throws Exception {
    ratings(newer, "340 Knowsley good");
    RunTotals totals = new RunTotals();

    assertThat(ofRun(totals).comparison()).isEqualTo(Comparison.NO_EARLIER_REPORTS);
    assertThat(parts).isEmpty();
    assertThat(target).doesNotExist();
  }

  @Test
  void aRunOverTheSameReportsHasNone() throws Exception {
    ratings(older, "340 Knowsley good");
    ratings(newer, "340 Knowsley good");
    RunTotals totals = new RunTotals();
    totals.addRows(
        List.of(new TablePart("ratings", "", "range-1", 0, Location.of("x"), 0, 0, 1, 0)));

    RevisionTotals revisions = ofRun(totals);

    assertThat(revisions.comparison()).isEqualTo(Comparison.MADE);
    assertThat(revisions.counts()).isEmpty();
    assertThat(revisions.earlierRatings()).isEqualTo(1);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource({
    "'', tables/ratings.csv:1: the column 'la_code' is missing",
    "'a,b\n1,2\n', tables/ratings.csv:1: the column 'la_code' is missing",
    "'" + COLUMNS + "\n', tables/ratings.csv:1: the column 'grade' is missing",
    "'" + COLUMNS + ",grade\n340,Knowsley\n', tables/ratings.csv:2: the row has 2 cells",
    "'"
        + COLUMNS
        + ",grade\n340,K,sif,2014,lscb,\n', tables/ratings.csv:2: la_code or grade is blank",
    "'"
        + COLUMNS
        + ",grade\n340,K,sif,2014,lscb,good\n301,B,sif,2014,lscb,good\n',"
        + " tables/ratings.csv:3: la_code '301' comes after '340'",
  })
  void earlierRatingsThatCannotBeReadAreAsGoodAsNone(String text, String reason) throws Exception {
    write(older, text.getBytes(StandardCharsets.UTF_8));
    ratings(newer, "302 Barnet good", "350 Bolton good");
    RunTotals totals = new RunTotals();

    RevisionTotals revisions = ofRun(totals);

    assertThat(revisions.comparison()).isEqualTo(Comparison.EARLIER_REPORTS_UNREADABLE);
    assertThat(revisions.unreadable()).isEqualTo(reason);
    assertThat(revisions.counts()).isEmpty();
    assertThat(parts).isEmpty();
    try (TableAssembly assembly = new TableAssembly(target)) {
      assembly.fromParts(RevisionsTable.TABLE, parts);
    }
    assertThat(table()).as("nothing of what was found before is left").hasSize(1);
  }

  @Test
  void earlierRatingsThatBreakOffOrAreNoTextAreToldWhere() throws Exception {
    ratings(newer, "340 Knowsley good");
    write(older, (HEADER + "340,\"Know").getBytes(StandardCharsets.UTF_8));
    assertThat(ofRun(new RunTotals()).unreadable())
        .startsWith("tables/ratings.csv:2: the row cannot be read (");

    write(older, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    assertThat(ofRun(new RunTotals()).unreadable())
        .isEqualTo("tables/ratings.csv:1: the header is not UTF-8");
  }

  @Test
  void comparedByHandRatingsThatCannotBeReadNameTheirFolder() throws Exception {
    ratings(older, "340 Knowsley good");
    write(newer, "a,b\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Revisions.between(older, newer, target))
        .isInstanceOfSatisfying(
            UnreadableTableException.class, e -> assertThat(e.reports()).isEqualTo(newer));
  }
}
