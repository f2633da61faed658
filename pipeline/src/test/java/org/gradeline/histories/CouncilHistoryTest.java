package org.gradeline.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import org.gradeline.reference.Council;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A council's ratings on a line, each compared with the one before it. */
class CouncilHistoryTest {
  private static final ReportingDate TODAY = date("2026-06-30");

  private static ReportingDate date(String day) {
    return new ReportingDate(LocalDate.parse(day), LocalDate.parse(day));
  }

  private static List<Step> steps(String line, String... records) {
    return steps(ProjectData.council("340"), line, TODAY, records);
  }

  private static List<Step> steps(
      Council council, String line, ReportingDate date, String... records) {
    return CouncilHistory.of(
            council,
            MergedCouncil.of(Records.of(records), Records.AS_NUMBERED),
            ProjectData.reference())
        .steps(ProjectData.scope("any"), ProjectData.line(line), date);
  }

  @Nested
  class Knowsley {
    private final CouncilHistory knowsley = ProjectRecords.history("340");

    private List<Step> steps(String scope, String line, ReportingDate date) {
      return knowsley.steps(ProjectData.scope(scope), ProjectData.line(line), date);
    }

    @Test
    void wentFromGoodToInadequateAndTwiceBetterAndDownAgain() {
      assertThat(steps("any", "headline", TODAY))
          .extracting(
              Step::number,
              step -> step.member().framework().key(),
              step -> step.inspection().published().toString(),
              step -> step.grade().key(),
              Step::direction,
              Step::change)
          .containsExactly(
              tuple(1, "slac", "2010-03-12", "good", Direction.FIRST, 0),
              tuple(2, "sif", "2014-06-30", "inadequate", Direction.DECLINED, -2),
              tuple(3, "sif", "2017-06-13", "requires_improvement", Direction.IMPROVED, 1),
              tuple(4, "ilacs", "2021-12-03", "requires_improvement", Direction.SAME, 0),
              tuple(5, "ilacs", "2025-01-20", "inadequate", Direction.DECLINED, -1));
    }

    @Test
    void eachRatingWasInForceUntilTheNextOne() {
      assertThat(steps("any", "headline", TODAY))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          .containsExactly("2014-06-30", "2017-06-13", "2021-12-03", "2025-01-20", "null");
    }

    @Test
    void daysAreCountedFromPublicationToPublication() {
      assertThat(steps("any", "headline", TODAY))
          .extracting(Step::daysSincePrevious)
          .containsExactly(
              OptionalLong.empty(),
              OptionalLong.of(1571),
              OptionalLong.of(1079),
              OptionalLong.of(1634),
              OptionalLong.of(1144));
    }

    @Test
    void onlyRatingsUnderOneFrameworkAreComparable() {
      assertThat(steps("any", "headline", TODAY))
          .extracting(Step::comparable)
          .containsExactly(false, false, true, false, true);
    }

    @Test
    void visitsBetweenAreCounted() {
      assertThat(steps("any", "headline", TODAY))
          .extracting(Step::visitsSincePrevious)
          .containsExactly(0, 0, 1, 0, 2);
    }

    @Test
    void hadFewerRatingsEarlier() {
      assertThat(steps("any", "headline", date("2021-12-02"))).hasSize(3);
      assertThat(steps("any", "headline", date("2021-12-02")).get(2).inForceUntil()).isNull();
      assertThat(steps("any", "headline", date("2010-03-11"))).isEmpty();
    }

    @Test
    void startsAnewInAScopeThatSeesLess() {
      assertThat(steps("ilacs", "headline", TODAY))
          .extracting(Step::number, step -> step.grade().key(), Step::direction)
          .containsExactly(
              tuple(1, "requires_improvement", Direction.FIRST),
              tuple(2, "inadequate", Direction.DECLINED));
    }

    @Test
    void boardWasJudgedOnceUntilAnInspectionNoLongerDid() {
      assertThat(steps("any", "lscb", TODAY))
          .extracting(step -> step.grade().key(), step -> String.valueOf(step.inForceUntil()))
          .containsExactly(tuple("inadequate", "2017-06-13"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # from,               to,                   change, direction
          outstanding,          outstanding,          0,      SAME
          outstanding,          inadequate,           -3,     DECLINED
          good,                 requires_improvement, -1,     DECLINED
          requires_improvement, good,                 1,      IMPROVED
          inadequate,           outstanding,          3,      IMPROVED
          inadequate,           inadequate,           0,      SAME
          """)
  void gradesGainedArePositive(String from, String to, int change, Direction direction) {
    Step second =
        steps(
                "headline",
                "sif 2014-06-30 overall_effectiveness=" + from,
                "ilacs 2019-06-30 overall_effectiveness=" + to)
            .get(1);

    assertThat(second.change()).isEqualTo(change);
    assertThat(second.direction()).isEqualTo(direction);
  }

  @Test
  void directionsAndStandingsHaveTheirNamesInTables() {
    assertThat(Direction.values())
        .extracting(Direction::key)
        .containsExactly("first", "improved", "same", "declined");
    assertThat(Status.values())
        .extracting(Status::key)
        .containsExactly("graded", "not_inspected", "not_judged", "no_longer_judged");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # one,                  other,                  comparable
          # "In care" covered care leavers until inspections that started in 2023.
          2019-09-02..2019-10-21, 2022-12-05..2023-03-27, true
          2022-12-05..2023-03-27, 2024-09-02..2024-10-21, false
          2023-01-09..2023-03-27, 2024-09-02..2024-10-21, true
          2019-10-21,             2022-12-31,             true
          2019-10-21,             2023-01-01,             false
          2022..2023-03-27,       2023..2023-12-04,       false
          """)
  void ratingsUnderADefinitionThatChangedAreComparedWithCare(
      String one, String other, boolean comparable) {
    assertThat(
            steps("in_care", "ilacs " + one + " in_care=good", "ilacs " + other + " in_care=good"))
        .extracting(Step::comparable)
        .containsExactly(false, comparable);
  }

  @Nested
  class InForce {
    @Test
    void untilAnInspectionOfFullCoverageDoesNotJudgeTheLine() {
      assertThat(
              steps(
                  "headline",
                  "ilacs 2023-02-06 overall_effectiveness=good",
                  "ilacs 2026-04-13..2026-06-10 in_care=good"))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          .containsExactly("2026-06-10");
    }

    @Test
    void notUntilOneOfPartialCoverageThatDoesNot() {
      assertThat(
              steps(
                  "in_care",
                  "slac 2010-03-12 looked_after=good",
                  "tlac 2013-08-02 overall_effectiveness=not_judged",
                  "sif 2014-06-30 looked_after_and_permanence=good"))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          .containsExactly("2014-06-30", "null");
    }

    @Test
    void notUntilOneThatCouldNotBeRead() {
      assertThat(
              steps(
                  "headline",
                  "sif 2014-06-30 overall_effectiveness=good",
                  "ilacs 2021-12-03 overall_effectiveness=? in_care=good"))
          .extracting(Step::inForceUntil)
          .containsOnlyNulls();
    }

    @Test
    void untilADateThatIsPrintedAsItIsKnown() {
      assertThat(
              steps(
                  "headline",
                  "slac 2010-03 safeguarding=good",
                  "sif 2014 overall_effectiveness=good"))
          .extracting(step -> String.valueOf(step.inForceUntil()), Step::daysSincePrevious)
          .containsExactly(
              tuple("2014", OptionalLong.empty()), tuple("null", OptionalLong.empty()));
    }

    @Test
    void untilTheCouncilCloses() {
      Council cumbria = ProjectData.council("909");
      String rated = "sif 2018-01-15 overall_effectiveness=requires_improvement";

      assertThat(steps(cumbria, "headline", date("2023-03-31"), rated))
          .extracting(Step::inForceUntil)
          .containsOnlyNulls();
      assertThat(steps(cumbria, "headline", date("2023-04-01"), rated))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          .containsExactly("2023-04-01");
    }

    @Test
    void untilTheCouncilClosesThoughAReportOnItCameLater() {
      Council cumbria = ProjectData.council("909");

      assertThat(
              steps(
                  cumbria,
                  "headline",
                  TODAY,
                  "sif 2018-01-15 overall_effectiveness=requires_improvement",
                  "ilacs 2023-03-06..2023-05-15 overall_effectiveness=good"))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          // The later report was never in force.
          .containsExactly("2023-04-01", "2023-05-15");
    }

    @Test
    void notUntilARatingThatDoesNotCountYet() {
      assertThat(
              steps(
                  ProjectData.council("340"),
                  "headline",
                  date("2014-05-31"),
                  "slac 2010-03-12 safeguarding=good",
                  "sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate"))
          .extracting(Step::inForceUntil)
          .containsOnlyNulls();
    }
  }

  @Nested
  class Visits {
    private int visits(String... visits) {
      String[] records = new String[visits.length + 2];
      records[0] = "sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate";
      records[1] = "sif 2017-03-13..2017-06-13 overall_effectiveness=good";
      System.arraycopy(visits, 0, records, 2, visits.length);
      return steps("headline", records).get(1).visitsSincePrevious();
    }

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            # On the day of the publication before: it belongs to that one.
            monitoring 2014-06-30,             0
            monitoring 2014-07-01,             1
            monitoring 2017-06-13,             1
            monitoring 2017-06-14,             0
            # A month or year stands for its last day.
            monitoring 2014-06,                0
            monitoring 2014,                   1
            monitoring 2017-06,                0
            monitoring 2017,                   0
            # The start counts, and the publication where no start is known.
            monitoring 2014-06-30..2014-09-30, 0
            monitoring ..2014-09-30,           1
            monitoring ..2017-06-14,           0
            """)
    void countFromTheDayAfterOnePublicationToTheDayOfTheNext(String visit, int count) {
      assertThat(visits(visit)).isEqualTo(count);
    }

    @Test
    void ofAnyKindCount() {
      assertThat(visits("monitoring 2015-01-01", "focused 2015-02-01", "follow-up 2016"))
          .isEqualTo(3);
    }

    @Test
    void ofOneDayAllCount() {
      assertThat(visits("monitoring 2015-01-01", "focused 2017-06-13", "monitoring 2017-06-13"))
          .isEqualTo(3);
      assertThat(visits("focused 2014-06-30", "monitoring 2014-06-30")).isZero();
      assertThat(visits("focused 2014-06-30", "monitoring 2014-06-30", "monitoring 2015-01-01"))
          .isEqualTo(1);
    }

    @Test
    void countByTheirDaysWhereSomeStartsAreUnknown() {
      assertThat(visits("monitoring ..2017-06-14", "monitoring 2015-01-01")).isEqualTo(1);
    }

    @Test
    void countAtADateByWhichTheyHadBeenPublished() {
      String[] records = {
        "sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate",
        "sif 2017-03-13..2017-06-13 overall_effectiveness=good",
        "monitoring 2017-05-01..2017-07-01"
      };
      Council knowsley = ProjectData.council("340");

      assertThat(steps(knowsley, "headline", date("2017-06-30"), records).get(1))
          .extracting(Step::visitsSincePrevious)
          .isEqualTo(0);
      assertThat(steps(knowsley, "headline", date("2017-07-01"), records).get(1))
          .extracting(Step::visitsSincePrevious)
          .isEqualTo(1);
    }
  }

  @Test
  void aSuccessorStartsWithoutARating() {
    assertThat(
            ProjectRecords.history("942")
                .line(ProjectData.scope("any"), ProjectData.line("headline"))
                .at(date("2023-04-01"))
                .status())
        .isEqualTo(Status.NOT_INSPECTED);
    assertThat(
            ProjectRecords.history("909")
                .line(ProjectData.scope("any"), ProjectData.line("headline"))
                .at(date("2023-03-31"))
                .status())
        .isEqualTo(Status.GRADED);
  }
}
