package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradeline.statistics.Histories.sum;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.ProjectRecords;
import org.gradeline.reference.Geography;
import org.gradeline.reference.Line;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.Reference;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistributionTallyTest {
  private static final Reference REFERENCE = ProjectData.reference();
  private static final List<CouncilHistory> HISTORIES = ProjectRecords.histories();
  private static final List<ReportingDate> DATES = REFERENCE.reportingDates();
  private static final DistributionTally ALL = count(HISTORIES, DATES);

  private static DistributionTally count(List<CouncilHistory> councils, List<ReportingDate> dates) {
    DistributionTally tally = new DistributionTally(REFERENCE, dates);
    councils.forEach(tally::count);
    return tally;
  }

  private static Distribution at(
      String asAt, String scope, String line, String level, String geography) {
    int date = DATES.stream().map(ReportingDate::asAt).toList().indexOf(LocalDate.parse(asAt));
    return ALL.at(date, ProjectData.scope(scope), ProjectData.line(line), place(level, geography));
  }

  private static Geography place(String level, String name) {
    return REFERENCE.geographies().stream()
        .filter(place -> place.level().equals(level) && place.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(name));
  }

  /** Ofsted's official statistics, which the project's records must give exactly. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    scope,     outstanding, good, requires improvement, inadequate, base, percent that pass
          2015-06-30, sif,       0,           14,   31,                   14,         59,   24
          2017-03-31, sif,       2,           35,   60,                   30,         127,  29
          2019-08-31, sif_ilacs, 12,          61,   58,                   18,         149,  49
          2024-03-31, ilacs,     30,          61,   43,                   17,         151,  60
          2025-03-31, ilacs,     36,          67,   31,                   19,         153,  67
          """)
  void officialHeadlineFigures(
      String asAt,
      String scope,
      long outstanding,
      long good,
      long requiresImprovement,
      long inadequate,
      long base,
      long percent) {
    Distribution england = at(asAt, scope, "headline", Geography.NATIONAL, "England");

    assertThat(england.byGrade())
        .containsExactly(outstanding, good, requiresImprovement, inadequate);
    assertThat(england.base()).isEqualTo(base);
    assertThat(Math.round(Share.percent(england.atOrAbove(2), england.base()))).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    scope,     line,                level,         geography,     percent that pass
          2019-08-31, any,       headline,            region,        London,        79
          2019-08-31, any,       headline,            region,        West Midlands, 21
          2019-08-31, sif_ilacs, leadership,          national,      England,       56
          2024-03-31, any,       headline,            ofsted_region, North West,    36
          2024-03-31, ilacs,     help_and_protection, national,      England,       54
          """)
  void officialFiguresOfRegionsAndLines(
      String asAt, String scope, String line, String level, String geography, long percent) {
    Distribution place = at(asAt, scope, line, level, geography);

    assertThat(Math.round(Share.percent(place.atOrAbove(2), place.base()))).isEqualTo(percent);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    open councils
          2010-03-31, 152
          2019-03-31, 152
          2020-03-31, 151
          2021-03-31, 151
          2022-03-31, 152
          2024-03-31, 153
          """)
  void everyOpenCouncilCountsOnceInEveryScopeOnEveryLine(String asAt, long open) {
    for (Scope scope : REFERENCE.scopes()) {
      for (Line line : REFERENCE.lines()) {
        Distribution england = at(asAt, scope.key(), line.key(), Geography.NATIONAL, "England");
        assertThat(england.base() + england.notInspected() + england.noLongerJudged())
            .isEqualTo(open);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"region", "ofsted_region", "council_type"})
  void thePlacesOfALevelAddUpToTheNation(String level) {
    for (int date = 0; date < DATES.size(); date++) {
      for (Line line : REFERENCE.lines()) {
        Distribution england =
            ALL.at(date, REFERENCE.everyFramework(), line, place(Geography.NATIONAL, "England"));
        List<Distribution> places = new ArrayList<>();
        for (Geography geography : REFERENCE.geographies()) {
          if (geography.level().equals(level)) {
            places.add(ALL.at(date, REFERENCE.everyFramework(), line, geography));
          }
        }
        assertThat(places.stream().mapToLong(Distribution::base).sum()).isEqualTo(england.base());
        assertThat(places.stream().mapToLong(Distribution::notInspected).sum())
            .isEqualTo(england.notInspected());
        assertThat(places.stream().mapToLong(Distribution::noLongerJudged).sum())
            .isEqualTo(england.noLongerJudged());
      }
    }
  }

  @Test
  void scopesWithoutALevelCountNothingThere() {
    Distribution london = at("2019-08-31", "sif_ilacs", "headline", "region", "London");

    assertThat(london).isEqualTo(new Distribution(List.of(0L, 0L, 0L, 0L), 0, 0));
  }

  @Test
  void aCouncilIsCountedWhereItStands() {
    DistributionTally knowsley =
        count(
            List.of(ProjectRecords.history("340")),
            List.of(day("2009-12-31"), day("2010-12-31"), day("2015-06-30"), day("2025-03-31")));

    // Not inspected yet; not judged by the inspection of 2010; inadequate in 2014; judged no more.
    assertThat(board(knowsley, 0)).isEqualTo(new Distribution(List.of(0L, 0L, 0L, 0L), 1, 0));
    assertThat(board(knowsley, 1)).isEqualTo(new Distribution(List.of(0L, 0L, 0L, 0L), 1, 0));
    assertThat(board(knowsley, 2)).isEqualTo(new Distribution(List.of(0L, 0L, 0L, 1L), 0, 0));
    assertThat(board(knowsley, 3)).isEqualTo(new Distribution(List.of(0L, 0L, 0L, 0L), 0, 1));
  }

  private static Distribution board(DistributionTally tally, int date) {
    return tally.at(
        date,
        ProjectData.scope("any"),
        ProjectData.line("lscb"),
        place(Geography.REGION, "North West"));
  }

  private static ReportingDate day(String day) {
    return new ReportingDate(LocalDate.parse(day), LocalDate.parse(day));
  }

  @Test
  void aCouncilThatClosedIsLeftOutAndItsSuccessorsAreNotInspected() {
    DistributionTally cumbria =
        count(
            List.of(
                ProjectRecords.history("909"),
                ProjectRecords.history("942"),
                ProjectRecords.history("943")),
            List.of(day("2023-03-31"), day("2023-04-01")));
    Geography northWest = place(Geography.REGION, "North West");
    Line headline = ProjectData.line("headline");
    Scope any = ProjectData.scope("any");

    assertThat(cumbria.at(0, any, headline, northWest).base()).isEqualTo(1);
    assertThat(cumbria.at(0, any, headline, northWest).notInspected()).isZero();
    assertThat(cumbria.at(1, any, headline, northWest).base()).isZero();
    assertThat(cumbria.at(1, any, headline, northWest).notInspected()).isEqualTo(2);
  }

  @Test
  void gradesAtOrAboveARankAreCountedTogether() {
    Distribution distribution = new Distribution(List.of(30L, 61L, 43L, 17L), 2, 1);

    assertThat(distribution.atOrAbove(1)).isEqualTo(30);
    assertThat(distribution.atOrAbove(2)).isEqualTo(91);
    assertThat(distribution.atOrAbove(4)).isEqualTo(distribution.base()).isEqualTo(151);
  }

  @Property(tries = 20)
  void partsMergedInAnyOrderEqualTheWhole(
      @ForAll Random random, @ForAll @IntRange(min = 1, max = 8) int parts) {
    List<DistributionTally> tallies = new ArrayList<>();
    for (int i = 0; i < parts; i++) {
      tallies.add(new DistributionTally(REFERENCE, DATES));
    }
    List<CouncilHistory> councils = new ArrayList<>(HISTORIES);
    Collections.shuffle(councils, random);
    councils.forEach(council -> tallies.get(random.nextInt(parts)).count(council));
    DistributionTally merged =
        sum(new DistributionTally(REFERENCE, DATES), tallies.toArray(Tally[]::new));

    assertThat(cells(merged)).isEqualTo(cells(ALL));
  }

  @Test
  void aTallyOfOtherReportingDatesIsRefused() {
    assertThatThrownBy(() -> sum(new DistributionTally(REFERENCE, DATES.subList(1, 2)), ALL))
        .hasMessageContaining("they are not the distributions of this run");
  }

  @Test
  void whatIsAddedStaysAsItWas() {
    DistributionTally part = count(HISTORIES.subList(0, 10), DATES);
    List<Distribution> before = cells(part);

    DistributionTally whole = sum(new DistributionTally(REFERENCE, DATES), part);
    whole.count(HISTORIES.get(10));

    assertThat(cells(part)).isEqualTo(before);
  }

  private static List<Distribution> cells(DistributionTally tally) {
    List<Distribution> cells = new ArrayList<>();
    for (int date = 0; date < DATES.size(); date++) {
      for (Scope scope : REFERENCE.scopes()) {
        for (Line line : REFERENCE.lines()) {
          for (Geography geography : REFERENCE.geographies()) {
            cells.add(tally.at(date, scope, line, geography));
          }
        }
      }
    }
    return cells;
  }
}
