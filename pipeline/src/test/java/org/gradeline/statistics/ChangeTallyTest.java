package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.ANY;
import static org.gradeline.statistics.Histories.BIRMINGHAM;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTHAMPTONSHIRE;
import static org.gradeline.statistics.Histories.NORTH_YORKSHIRE;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.history;
import static org.gradeline.statistics.Histories.scope;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.reference.PartialDate;
import org.gradeline.reference.Scope;
import org.gradeline.statistics.ChangeTally.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the inspections of each year changed. */
class ChangeTallyTest {

  @ParameterizedTest(name = "{0}: {1}, {2}, {3}")
  @CsvSource(
      textBlock =
          """
          2018-01-01, 2017-18, 2018, 2017-18
          2018-03-31, 2017-18, 2018, 2017-18
          2018-04-01, 2017-18, 2018, 2018-19
          2018-08-31, 2017-18, 2018, 2018-19
          2018-09-01, 2018-19, 2018, 2018-19
          2018-12-31, 2018-19, 2018, 2018-19
          1999-12-31, 1999-00, 1999, 1999-00
          2009-10-01, 2009-10, 2009, 2009-10
          """)
  void yearsOfADay(LocalDate day, String academic, String calendar, String financial) {
    assertThat(List.of(YearType.ACADEMIC, YearType.CALENDAR, YearType.FINANCIAL))
        .extracting(type -> type.label(type.yearOf(PartialDate.pack(day))))
        .containsExactly(academic, calendar, financial);
  }

  @Test
  void yearsHaveTheirNamesInTables() {
    assertThat(YearType.values())
        .extracting(YearType::key)
        .containsExactly("academic", "calendar", "financial");
  }

  @Test
  void anInspectionIsOfTheYearInWhichItStarted() {
    // Started on 18 March 2014, published on 23 May.
    ChangeTally tally = tally(BIRMINGHAM);

    assertThat(changes(tally, YearType.FINANCIAL, 2013)).containsEntry(Direction.SAME, 1L);
    assertThat(changes(tally, YearType.FINANCIAL, 2014)).isEmpty();
    assertThat(changes(tally, YearType.ACADEMIC, 2013)).containsEntry(Direction.SAME, 1L);
    assertThat(changes(tally, YearType.CALENDAR, 2014)).containsEntry(Direction.SAME, 1L);
    // Started on 3 December 2018, published on 17 January 2019.
    assertThat(changes(tally, YearType.CALENDAR, 2018)).containsEntry(Direction.IMPROVED, 1L);
    assertThat(changes(tally, YearType.CALENDAR, 2019)).isEmpty();
  }

  @Test
  void withoutAStartThePublicationTellsTheYear() {
    // Published on 16 July 2010.
    ChangeTally tally = tally(BIRMINGHAM);

    assertThat(changes(tally, YearType.ACADEMIC, 2009)).containsEntry(Direction.FIRST, 1L);
    assertThat(changes(tally, YearType.CALENDAR, 2010)).containsEntry(Direction.FIRST, 1L);
    assertThat(changes(tally, YearType.FINANCIAL, 2010)).containsEntry(Direction.FIRST, 1L);
  }

  @Test
  void aMonthOrYearStandsForItsLastDay() {
    // Northamptonshire, from February 2016.
    assertThat(changes(tally(NORTHAMPTONSHIRE), YearType.FINANCIAL, 2015))
        .containsEntry(Direction.IMPROVED, 1L);
    ChangeTally year = tally(history("340", "slac - 2010 safeguarding=good"));
    assertThat(changes(year, YearType.ACADEMIC, 2010)).containsEntry(Direction.FIRST, 1L);
    assertThat(changes(year, YearType.FINANCIAL, 2010)).containsEntry(Direction.FIRST, 1L);
  }

  @Test
  void spring2014WasFiveReportsThatWentEveryWay() {
    ChangeTally tally = tally(KNOWSLEY, NORTH_YORKSHIRE, BOURNEMOUTH, HEREFORDSHIRE, OXFORDSHIRE);

    assertThat(changes(tally, YearType.CALENDAR, 2014))
        .isEqualTo(Map.of(Direction.IMPROVED, 2L, Direction.SAME, 1L, Direction.DECLINED, 2L));
  }

  @Test
  void whatIsFirstDependsOnTheScope() {
    ChangeTally tally = tally(KNOWSLEY);

    assertThat(changes(tally, scope("any"), YearType.CALENDAR, 2021))
        .isEqualTo(Map.of(Direction.SAME, 1L));
    assertThat(changes(tally, scope("sif_ilacs"), YearType.CALENDAR, 2021))
        .isEqualTo(Map.of(Direction.SAME, 1L));
    assertThat(changes(tally, scope("ilacs"), YearType.CALENDAR, 2021))
        .isEqualTo(Map.of(Direction.FIRST, 1L));
    assertThat(changes(tally, scope("sif"), YearType.CALENDAR, 2021)).isEmpty();
  }

  private static Map<Direction, Long> changes(ChangeTally tally, YearType type, int year) {
    return changes(tally, ANY, type, year);
  }

  private static Map<Direction, Long> changes(
      ChangeTally tally, Scope scope, YearType type, int year) {
    Map<Direction, Long> counts = new EnumMap<>(Direction.class);
    counts.putAll(
        tally
            .ratings()
            .getOrDefault(new Cell(type, year, scope.position(), HEADLINE.position()), Map.of()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  private static ChangeTally tally(CouncilHistory... councils) {
    return counted(new ChangeTally(REFERENCE, asAt("2026-06-18")), councils);
  }
}
