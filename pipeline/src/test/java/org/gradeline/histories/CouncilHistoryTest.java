package org.gradeline.histories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
          // Visits are known from April 2021 to March 2025 alone.
          .containsExactly(
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalLong.empty(),
              OptionalLong.of(2));
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
          // The re-inspection of 2017 did not review the board, and ended nothing.
          .containsExactly(tuple("inadequate", "2021-12-03"));
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
    private OptionalLong visits(String... visits) {
      String[] records = new String[visits.length + 2];
      records[0] = "ilacs 2021-04-29..2021-06-30 overall_effectiveness=inadequate";
      records[1] = "ilacs 2024-03-13..2024-06-13 overall_effectiveness=good";
      System.arraycopy(visits, 0, records, 2, visits.length);
      return steps("headline", records).get(1).visitsSincePrevious();
    }

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            # On the day of the publication before: it belongs to that one.
            monitoring 2021-06-30,             0
            monitoring 2021-07-01,             1
            monitoring 2024-06-13,             1
            monitoring 2024-06-14,             0
            # A month or year stands for its last day.
            monitoring 2021-06,                0
            monitoring 2021,                   1
            monitoring 2024-06,                0
            monitoring 2024,                   0
            # The start counts, and the publication where no start is known.
            monitoring 2021-06-30..2021-09-30, 0
            monitoring ..2021-09-30,           1
            monitoring ..2024-06-14,           0
            """)
    void countFromTheDayAfterOnePublicationToTheDayOfTheNext(String visit, int count) {
      assertThat(visits(visit)).hasValue(count);
    }

    @Test
    void ofTheKindsWhoseNumberIsKnownCount() {
      assertThat(visits("monitoring 2022-01-01", "focused 2022-02-01")).hasValue(2);
      // Of these only some are known.
      assertThat(visits("follow-up 2023", "jtai 2022-03-01")).hasValue(0);
    }

    @Test
    void ofOneDayAllCount() {
      assertThat(visits("monitoring 2022-01-01", "focused 2024-06-13", "monitoring 2024-06-13"))
          .hasValue(3);
      assertThat(visits("focused 2021-06-30", "monitoring 2021-06-30", "monitoring 2022-01-01"))
          .hasValue(1);
    }

    @Test
    void countByTheirDaysWhereSomeStartsAreUnknown() {
      assertThat(visits("monitoring ..2024-06-14", "monitoring 2022-01-01")).hasValue(1);
    }

    @Test
    void countAtADateByWhichTheyHadBeenPublished() {
      String[] records = {
        "ilacs 2021-04-29..2021-06-30 overall_effectiveness=inadequate",
        "ilacs 2024-03-13..2024-06-13 overall_effectiveness=good",
        "monitoring 2024-05-01..2024-07-01"
      };
      Council knowsley = ProjectData.council("340");

      assertThat(steps(knowsley, "headline", date("2024-06-30"), records).get(1))
          .extracting(Step::visitsSincePrevious)
          .isEqualTo(OptionalLong.of(0));
      assertThat(steps(knowsley, "headline", date("2024-07-01"), records).get(1))
          .extracting(Step::visitsSincePrevious)
          .isEqualTo(OptionalLong.of(1));
    }

    @ParameterizedTest
    @CsvSource(
        textBlock =
            """
            # All visits are known from 1 April 2021 to 31 March 2025, and how many there were before or after is unknown.
            # previous, next,       known
            2021-04-01, 2025-03-31, true
            2021-03-31, 2025-03-31, false
            2021-04-01, 2025-04-01, false
            2018-06-01, 2020-03-31, false
            2025-04-01, 2026-03-31, false
            # Without their days it is not known which visits lie between.
            2022,       2024-06-13, false
            2021-06-30, 2024-06,    false
            """)
    void areUnknownUnlessTheWholeTimeBetweenIsInTheKnownPeriod(
        String previous, String next, boolean known) {
      assertThat(
              steps(
                      "headline",
                      "ilacs " + previous + " overall_effectiveness=inadequate",
                      "ilacs " + next + " overall_effectiveness=good")
                  .get(1)
                  .visitsSincePrevious())
          .isEqualTo(known ? OptionalLong.of(0) : OptionalLong.empty());
    }

    @Test
    void ofChildrensServicesSayNothingOfAreaSend() {
      assertThat(
              steps(
                      "send_2023",
                      "send_2023 2022-01-01..2023-03-01 experiences_and_outcomes=inconsistent",
                      "send_2023 2024-01-01..2024-03-01 experiences_and_outcomes=inconsistent",
                      "monitoring 2023-06-01")
                  .get(1)
                  .visitsSincePrevious())
          .isEmpty();
    }
  }

  @Nested
  class Schemes {
    @Test
    void anAreaSendInspectionEndsNothingOfChildrensServices() {
      assertThat(
              steps(
                  "headline",
                  "ilacs 2021-10-11..2021-12-03 overall_effectiveness=good",
                  "send_2023 2024-01-01..2024-03-01 experiences_and_outcomes=inconsistent"))
          .extracting(Step::inForceUntil)
          .containsOnlyNulls();
    }

    @Test
    void anInspectionOfChildrensServicesEndsNothingOfAreaSend() {
      assertThat(
              steps(
                  "send_2016",
                  "send_2016 2018-01-15..2018-03-01 written_statement=required",
                  "ilacs 2021-10-11..2021-12-03 overall_effectiveness=good"))
          .extracting(step -> step.grade().key(), Step::inForceUntil)
          .containsExactly(tuple("required", null));
    }

    @Test
    void theFrameworkOf2023EndsTheOutcomeOfTheOneBeforeWhichItDoesNotJudge() {
      String[] records = {
        "send_2016 2018-01-15..2018-03-01 written_statement=required",
        "send_2023 2024-01-01..2024-03-01 experiences_and_outcomes=inconsistent"
      };

      assertThat(steps("send_2016", records))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          .containsExactly("2024-03-01");
      assertThat(steps("send_2023", records))
          .extracting(Step::number, Step::direction)
          .containsExactly(tuple(1, Direction.FIRST));
    }
  }

  @Nested
  class AtAGradeSince {
    @Test
    void theFirstPublicationOfTheUnbrokenRunDevonFromMarch2020() {
      List<Step> devon =
          ProjectRecords.history("878")
              .steps(ProjectData.scope("any"), ProjectData.line("headline"), date("2026-08-20"));
      Step last = devon.get(devon.size() - 1);

      // Ofsted: inadequate in reports of 17 March 2020 and 13 May 2025.
      assertThat(last.gradeSince()).hasToString("2020-03-17");
      assertThat(last.gradeSince().daysTo(Records.date("2026-08-20"))).hasValue(2347);
    }

    @Test
    void notARunThatAnInspectionBrokeWhichDidNotJudgeTheLine() {
      List<Step> steps =
          steps(
              "headline",
              "ilacs 2019-06-30 overall_effectiveness=good",
              "ilacs 2021-06-30 in_care=good",
              "ilacs 2024-06-30 overall_effectiveness=good");

      assertThat(steps.get(1).continuesPrevious()).isFalse();
      assertThat(steps.get(1).gradeSince()).hasToString("2024-06-30");
    }

    @Test
    void theRatingItselfWhereTheOneBeforeWasAnother() {
      List<Step> steps =
          steps(
              "headline",
              "ilacs 2019-06-30 overall_effectiveness=good",
              "ilacs 2021-06-30 overall_effectiveness=inadequate",
              "ilacs 2024-06-30 overall_effectiveness=good");

      assertThat(steps)
          .extracting(step -> step.gradeSince().toString())
          .containsExactly("2019-06-30", "2021-06-30", "2024-06-30");
    }
  }

  @Nested
  class APartialReInspection {
    @Test
    void endsNothingOfWhatItDidNotJudgeLeedsInCareIn2011() {
      // Ofsted re-inspected safeguarding alone (10 October 2011). Looked after children stayed
      // "adequate", as on 7 January 2010.
      LineHistory inCare =
          ProjectRecords.history("383").line(ProjectData.scope("any"), ProjectData.line("in_care"));
      LineEvent rated = Objects.requireNonNull(inCare.at(date("2011-12-31")).rated());

      assertThat(rated.rank()).isEqualTo(3);
      assertThat(rated.inspection().published()).hasToString("2010-01-07");
    }

    @Test
    void ofSafeguardingLeavesTheOtherAreaInForce() {
      String[] records = {
        "slac 2010-01-13 safeguarding=inadequate looked_after=good type=full",
        "slac 2011-06-30 safeguarding=good type=re-inspection"
      };

      assertThat(steps("in_care", records)).extracting(Step::inForceUntil).containsOnlyNulls();
      assertThat(steps("headline", records))
          .extracting(step -> String.valueOf(step.inForceUntil()))
          .containsExactly("2011-06-30", "null");
    }

    @Test
    void ofTheSingleFrameworkLeavesTheSafeguardingBoardInForce() {
      assertThat(
              steps(
                  "lscb",
                  "sif 2014-06-30 overall_effectiveness=inadequate lscb=inadequate type=single",
                  "sif 2017-06-13 overall_effectiveness=good type=re-inspection"))
          .extracting(Step::inForceUntil)
          .containsOnlyNulls();
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
