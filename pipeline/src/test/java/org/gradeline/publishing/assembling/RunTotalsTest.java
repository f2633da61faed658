package org.gradeline.publishing.assembling;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.reference.Geography;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.statistics.CountsInput;
import org.gradeline.statistics.CountsOutput;
import org.gradeline.statistics.DistributionTally;
import org.gradeline.statistics.Ledger.Account;
import org.gradeline.statistics.Ledger.JudgementCounts;
import org.gradeline.statistics.Ledger.RecordCounts;
import org.gradeline.storage.Location;
import org.gradeline.tables.TablePart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTotalsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 6, 18);

  /** What one worker counted of a council. */
  private static RunTotals part(String laCode, int source, String published, String unknown) {
    RunTotals totals = new RunTotals();
    totals
        .ledger()
        .add(source, new Account(new RecordCounts(1, 1, 0, 0), new JudgementCounts(2, 2, 0, 0, 0)));
    totals.addRows(List.of(rows("ratings", 2, laCode), rows("latest", 7, laCode)));
    totals.addUnknownColumns(Set.of(unknown));
    totals.addPublished(requireNonNull(PartialDate.parse(published)));
    return totals;
  }

  private static TablePart rows(String table, long rows, String worker) {
    return new TablePart(table, "", worker, 0, Location.of("parts"), 0, 0, rows, 0);
  }

  private static DistributionTally tally() {
    return new DistributionTally(ProjectData.reference(), List.of(new ReportingDate(DAY, DAY)));
  }

  /** Everything that totals tell but their tallies, to compare them by. */
  private static String tell(RunTotals totals) {
    return totals.ledger().accounts()
        + " ratings "
        + totals.rows("ratings")
        + " latest "
        + totals.rows("latest")
        + " unknown "
        + totals.unknownColumns()
        + " until "
        + totals.latestPublished();
  }

  private static List<Long> headline(DistributionTally tally) {
    Geography england =
        ProjectData.reference().geographies().stream()
            .filter(place -> place.level().equals(Geography.NATIONAL))
            .findFirst()
            .orElseThrow();
    return tally.at(0, ProjectData.scope("any"), ProjectData.line("headline"), england).byGrade();
  }

  @Test
  void partsAddUp() {
    RunTotals all = new RunTotals();
    all.merge(part("340", 0, "2025-01-20", "inspectors"));
    all.merge(part("931", 0, "2024-06-10", "remarks"));
    all.merge(part("201", 3, "2024-12", "inspectors"));

    assertThat(all.ledger().of(0))
        .isEqualTo(new Account(new RecordCounts(2, 2, 0, 0), new JudgementCounts(4, 4, 0, 0, 0)));
    assertThat(all.ledger().of(3))
        .isEqualTo(new Account(new RecordCounts(1, 1, 0, 0), new JudgementCounts(2, 2, 0, 0, 0)));
    assertThat(all.rows("ratings")).isEqualTo(6);
    assertThat(all.rows("themes")).isZero();
    assertThat(all.unknownColumns()).containsExactly("inspectors", "remarks");
    assertThat(all.latestPublished()).hasToString("2025-01-20");
  }

  @Test
  void theOrderOfPartsMakesNoDifference() {
    RunTotals forwards = new RunTotals();
    forwards.merge(part("340", 0, "2025-01-20", "inspectors"));
    forwards.merge(part("931", 1, "2024-06", "remarks"));
    RunTotals backwards = new RunTotals();
    backwards.merge(part("931", 1, "2024-06", "remarks"));
    backwards.merge(part("340", 0, "2025-01-20", "inspectors"));

    assertThat(tell(backwards)).isEqualTo(tell(forwards));
  }

  @Test
  void mergingLeavesWhatIsMergedInAsItWas() {
    RunTotals one = part("340", 0, "2025-01-20", "inspectors");
    RunTotals other = part("931", 0, "2024-06-10", "remarks");
    String oneBefore = tell(one);
    String otherBefore = tell(other);

    RunTotals all = new RunTotals();
    all.merge(one);
    all.merge(other);
    all.merge(one);

    assertThat(tell(one)).isEqualTo(oneBefore);
    assertThat(tell(other)).isEqualTo(otherBefore);
    assertThat(tell(all)).isNotEqualTo(oneBefore);
  }

  @Test
  void totalsOfNothingChangeNothing() {
    RunTotals all = part("340", 0, "2025-01-20", "inspectors");
    String before = tell(all);

    all.merge(new RunTotals());

    assertThat(tell(all)).isEqualTo(before);
    RunTotals empty = new RunTotals();
    empty.merge(all);
    assertThat(tell(empty)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2014-06-30, 2025-01-20, 2025-01-20
          2025-01-20, 2014-06-30, 2025-01-20
          # A year alone goes last: its last day may be far in the future.
          2014-06-30, 2025,       2014-06-30
          2024,       2025-02,    2025-02
          2025-02,    2025,       2025-02
          2024,       2025,       2025
          # A month is later than a day before it, and a day in it is known better.
          2025-02,    2014-06-30, 2025-02
          2025-02,    2025-01-31, 2025-02
          2025-02,    2025-02-01, 2025-02-01
          2025-02,    2025-02-28, 2025-02-28
          """)
  void theLatestPublicationIsTheRunsDate(String one, String other, String latest) {
    RunTotals totals = new RunTotals();
    totals.addPublished(requireNonNull(PartialDate.parse(one)));
    totals.addPublished(requireNonNull(PartialDate.parse(other)));

    assertThat(totals.latestPublished()).hasToString(latest);
  }

  private static RunPart runPart(String laCode, int source, String published, String unknown) {
    DistributionTally tally = tally();
    tally.count(ProjectRecords.history(laCode));
    return new RunPart(
        part(laCode, source, published, unknown), List.of(Counts.of(List.of(tally))), List.of());
  }

  @Test
  void whatWorkersMadeAddsUp() throws IOException {
    RunPart sum =
        RunPart.empty()
            .plus(runPart("340", 2, "2025-01-20", "inspectors"))
            .plus(runPart("931", 0, "2024-06-10", "remarks"))
            .plus(runPart("201", 2, "2024-12", "inspectors"));

    RunPart one = sum.addedUp(List.of(tally()));
    DistributionTally all = tally();
    one.counts().get(0).addTo(List.of(all));

    assertThat(sum.counts()).hasSize(3);
    assertThat(one.counts()).hasSize(1);
    assertThat(tell(one.totals())).isEqualTo(tell(sum.totals()));
    assertThat(headline(all).stream().mapToLong(it -> it).sum()).isEqualTo(3);
  }

  @Test
  void whatIsCutOffIsNotAddedUp() {
    CountsOutput out = new CountsOutput();
    runPart("340", 2, "2025-01-20", "inspectors").write(out);
    byte[] written = out.bytes();

    for (int length : List.of(0, 20, written.length / 2, written.length - 1)) {
      byte[] cut = Arrays.copyOf(written, length);
      assertThatThrownBy(() -> RunPart.read(new CountsInput(cut)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("The counts of a part of the run cannot be used");
    }
  }

  @Test
  void totalsAreReadAsTheyWereWritten() throws IOException {
    RunTotals totals = part("340", 2, "2025-01-20", "inspectors");
    CountsOutput out = new CountsOutput();
    totals.write(out);

    assertThat(tell(RunTotals.read(new CountsInput(out.bytes())))).isEqualTo(tell(totals));
  }
}
