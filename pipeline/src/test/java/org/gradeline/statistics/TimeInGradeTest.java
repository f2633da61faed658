package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.ANY;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.SANDWELL;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.history;
import static org.gradeline.statistics.Histories.line;

import org.gradeline.histories.CouncilHistory;
import org.gradeline.reference.Grade;
import org.gradeline.reference.Line;
import org.gradeline.reference.ReportingDate;
import org.junit.jupiter.api.Test;

/** How long a council was at each grade. */
class TimeInGradeTest {
  private static final Grade OUTSTANDING = HEADLINE.scale().grade(1);
  private static final Grade GOOD = HEADLINE.scale().grade(2);
  private static final Grade REQUIRES_IMPROVEMENT = HEADLINE.scale().grade(3);
  private static final Grade INADEQUATE = HEADLINE.scale().grade(4);
  private static final ReportingDate NOW = asAt("2026-06-18");

  @Test
  void knowsleysSixteenYears() {
    TimeInGrade time = time(NOW, HEADLINE, KNOWSLEY);

    assertThat(time.days(GOOD)).hasValue(1571);
    // 30 June 2014 to 13 June 2017, and from 20 January 2025.
    assertThat(time.days(INADEQUATE)).hasValue(1079 + 514);
    assertThat(time.spells(INADEQUATE)).isEqualTo(2);
    // The same grade again on 3 December 2021 goes on with the spell.
    assertThat(time.days(REQUIRES_IMPROVEMENT)).hasValue(2778);
    assertThat(time.spells(REQUIRES_IMPROVEMENT)).isEqualTo(1);
    assertThat(time.spells(OUTSTANDING)).isZero();
    // Every day from 12 March 2010 to 18 June 2026.
    assertThat(time.totalDays()).hasValue(5942);
  }

  @Test
  void timeEndsWithTheCouncil() {
    TimeInGrade time = time(NOW, HEADLINE, BOURNEMOUTH);

    assertThat(time.days(GOOD)).hasValue(1179);
    assertThat(time.days(REQUIRES_IMPROVEMENT)).hasValue(1736);
    assertThat(time.spells(REQUIRES_IMPROVEMENT)).isEqualTo(1);
  }

  @Test
  void aReportAfterTheCouncilsEndHasNoTime() {
    CouncilHistory council =
        history(
            "837",
            "sif - 2014-06-30 overall_effectiveness=requires_improvement",
            "ilacs 2019-02-18 2019-04-15 overall_effectiveness=good");
    TimeInGrade time = time(NOW, HEADLINE, council);

    assertThat(time.days(REQUIRES_IMPROVEMENT)).hasValue(1736);
    assertThat(time.days(GOOD)).hasValue(0);
  }

  @Test
  void timeWithoutARatingInForceIsTimeAtNoGrade() {
    // Sandwell's children in care: 13 January 2010 to 20 February 2012, when a full inspection
    // left them out, then from 2 August 2013 to 5 June 2015.
    TimeInGrade time = time(asAt("2015-06-30"), line("in_care"), SANDWELL);

    assertThat(time.days(REQUIRES_IMPROVEMENT)).hasValue(768);
    assertThat(time.days(INADEQUATE)).hasValue(672);
    assertThat(time.totalDays()).hasValue(768 + 672);
  }

  @Test
  void theSameGradeAfterAGapIsAnotherSpell() {
    CouncilHistory council =
        history(
            "333",
            "slac - 2010-01-13 safeguarding=inadequate looked_after=good",
            "slac - 2012-02-20 safeguarding=requires_improvement",
            "tlac - 2013-08-02 overall_effectiveness=good");

    assertThat(time(NOW, line("in_care"), council).spells(GOOD)).isEqualTo(2);
  }

  @Test
  void aReportThatCameOutAfterTheReportingDateHasNoTimeYet() {
    // Oxfordshire's inspection of February 2024 came out on 9 April.
    CouncilHistory twice =
        history(
            "931",
            "ilacs 2018-04-16 2018-05-22 overall_effectiveness=requires_improvement",
            "ilacs 2024-02-12 2024-04-09 overall_effectiveness=good");
    TimeInGrade time = time(asAt("2024-03-31", "2024-06-30"), HEADLINE, twice);

    assertThat(time.days(GOOD)).hasValue(0);
    assertThat(time.spells(GOOD)).isEqualTo(1);
    // 22 May 2018 to 31 March 2024.
    assertThat(time.days(REQUIRES_IMPROVEMENT)).hasValue(2140);
  }

  @Test
  void daysThatAreNotKnownLeaveGradeAndTotalBlank() {
    CouncilHistory council =
        history(
            "340",
            "slac - 2010 safeguarding=good",
            "sif 2014-04-29 2014-06-30 overall_effectiveness=inadequate",
            "sif 2017-03-13 2017-06-13 overall_effectiveness=requires_improvement");
    TimeInGrade time = time(NOW, HEADLINE, council);

    assertThat(time.spells(GOOD)).isEqualTo(1);
    assertThat(time.days(GOOD)).isEmpty();
    assertThat(time.days(INADEQUATE)).hasValue(1079);
    assertThat(time.totalDays()).isEmpty();
  }

  @Test
  void oneSpellUnderThreeFrameworks() {
    assertThat(time(NOW, HEADLINE, OXFORDSHIRE).spells(GOOD)).isEqualTo(1);
  }

  private static TimeInGrade time(ReportingDate date, Line line, CouncilHistory council) {
    return TimeInGrade.of(
        council.steps(ANY, line, date), line.scale().grades().size(), date.asAt());
  }
}
