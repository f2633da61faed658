package org.gradeline.histories;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gradeline.histories.LineEvent.Kind;
import org.gradeline.histories.LineHistory.Movement;
import org.gradeline.histories.LineHistory.Standing;
import org.gradeline.reference.Line;
import org.gradeline.reference.ProjectData;
import org.gradeline.reference.ReportingDate;
import org.gradeline.reference.Scope;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How a council stands on a line at a reporting date. */
class LineHistoryTest {

  private static LineHistory follow(String scope, String line, String... records) {
    return LineHistory.follow(
        ProjectData.line(line),
        ProjectData.scope(scope),
        ProjectData.reference().frameworks(),
        MergedCouncil.of(Records.of(records), Records.AS_NUMBERED).inspections());
  }

  private static ReportingDate date(String asAt, String publishedBy) {
    return new ReportingDate(LocalDate.parse(asAt), LocalDate.parse(publishedBy));
  }

  /** "graded good", or the status alone. */
  private static String tell(Standing standing, Line line) {
    LineEvent rated = standing.rated();
    return standing.status().key()
        + (rated == null ? "" : " " + line.scale().grade(rated.rank()).key());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    headline,                    leadership,                  adoption,        lscb
          2010-03-11, not_inspected,               not_inspected,               not_inspected,   not_inspected
          2010-03-12, graded good,                 not_judged,                  not_judged,      not_judged
          2014-06-29, graded good,                 not_judged,                  not_judged,      not_judged
          2014-06-30, graded inadequate,           graded inadequate,           graded inadequate, graded inadequate
          # The re-inspection did not review the board, whose grade stayed in force.
          2017-06-13, graded requires_improvement, graded good,                 graded good,     graded inadequate
          2021-12-03, graded requires_improvement, graded requires_improvement, no_longer_judged, no_longer_judged
          2025-01-20, graded inadequate,           graded inadequate,           no_longer_judged, no_longer_judged
          """)
  void knowsleyThroughTheYears(
      String asAt, String headline, String leadership, String adoption, String lscb) {
    assertThat(knowsley("headline", asAt)).isEqualTo(headline);
    assertThat(knowsley("leadership", asAt)).isEqualTo(leadership);
    assertThat(knowsley("adoption", asAt)).isEqualTo(adoption);
    assertThat(knowsley("lscb", asAt)).isEqualTo(lscb);
  }

  private static String knowsley(String line, String asAt) {
    Line known = ProjectData.line(line);
    Scope scope = ProjectData.scope("any");
    return tell(ProjectRecords.history("340").line(scope, known).at(date(asAt, asAt)), known);
  }

  private static Arguments story(String rule, String line, String standing, String... records) {
    return arguments(rule, line, standing, records);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"graded", "notGraded", "ended"})
  void atTheEndOfItsStory(String rule, String line, String standing, String[] records) {
    assertThat(
            tell(
                follow("any", line, records).at(date("2026-06-30", "2026-06-30")),
                ProjectData.line(line)))
        .isEqualTo(standing);
  }

  static Stream<Arguments> graded() {
    return Stream.of(
        story(
            "the last rating is in force",
            "headline",
            "graded requires_improvement",
            "slac 2010-03-12 safeguarding=good",
            "sif 2014-06-30 overall_effectiveness=inadequate",
            "ilacs 2021-12-03 overall_effectiveness=requires_improvement"),
        story(
            "each framework has its own area on the line",
            "in_care",
            "graded outstanding",
            "slac 2010-03-12 safeguarding=good looked_after=good",
            "tlac 2013-08-02 overall_effectiveness=outstanding"),
        story(
            "an inspection of partial coverage that does not judge the line does not end a rating",
            "in_care",
            "graded good",
            "slac 2010-03-12 safeguarding=good looked_after=good",
            "cpi 2012-07-13 overall_effectiveness=inadequate",
            "lscb 2015-08-03 lscb=good"),
        story(
            "nor does one of partial coverage that says so",
            "in_care",
            "graded good",
            "slac 2010-03-12 looked_after=good",
            "tlac 2013-08-02 overall_effectiveness=not_judged"),
        story(
            "a judgement that could not be read does not end a rating",
            "headline",
            "graded good",
            "sif 2014-06-30 overall_effectiveness=good",
            "ilacs 2021-12-03 overall_effectiveness=? in_care=good"),
        story(
            "of two ratings of one day the one that started later is in force",
            "lscb",
            "graded good",
            "sif 2015-06-15..2015-08-03 lscb=good",
            "lscb 2015-06-01..2015-08-03 lscb=inadequate"),
        story(
            "a rating after the line had ended is in force",
            "headline",
            "graded outstanding",
            "ilacs 2020-01-10 overall_effectiveness=good",
            "ilacs 2023-01-10 overall_effectiveness=not_judged",
            "ilacs 2025-01-10 overall_effectiveness=outstanding"));
  }

  static Stream<Arguments> notGraded() {
    return Stream.of(
        story("without a record", "headline", "not_inspected"),
        story(
            "inspections of partial coverage do not cover the line",
            "leadership",
            "not_inspected",
            "cpi 2012-07-13 overall_effectiveness=inadequate",
            "tlac 2013-08-02 overall_effectiveness=inadequate",
            "lscb 2015-08-03 lscb=good"),
        story(
            "one of full coverage that has no such area",
            "care_leavers",
            "not_judged",
            "slac 2010-03-12 safeguarding=good looked_after=good"),
        story(
            "one that leaves the area blank",
            "care_leavers",
            "not_judged",
            "ilacs 2021-12-03 overall_effectiveness=good in_care=good"),
        story(
            "one that says that it was not judged",
            "headline",
            "not_judged",
            "sif 2016-09-05 overall_effectiveness=not_judged"),
        story(
            "one of partial coverage that says that it was not judged",
            "headline",
            "not_judged",
            "cpi 2012-07-13 overall_effectiveness=not_judged"),
        story(
            "a judgement that could not be read is no inspection of the line",
            "headline",
            "not_inspected",
            "sif 2014-06-30 overall_effectiveness=? lscb=good"),
        story("a visit is no inspection", "headline", "not_inspected", "focused 2022-10-11"));
  }

  static Stream<Arguments> ended() {
    return Stream.of(
        story(
            "by an inspection of full coverage without the area",
            "lscb",
            "no_longer_judged",
            "sif 2014-06-30 lscb=inadequate overall_effectiveness=inadequate",
            "ilacs 2021-12-03 overall_effectiveness=requires_improvement"),
        story(
            "by one of full coverage that leaves it blank (from April 2026 there is no overall)",
            "headline",
            "no_longer_judged",
            "ilacs 2023-02-06 overall_effectiveness=good in_care=good",
            "ilacs 2026-04-13..2026-06-10 in_care=good"),
        story(
            "by one that says that it was not judged",
            "headline",
            "no_longer_judged",
            "sif 2016-09-05 overall_effectiveness=good",
            "ilacs 2019-09-05 overall_effectiveness=not_judged"),
        story(
            "also when others, that did not end it, came between and after",
            "lscb",
            "no_longer_judged",
            "sif 2014-06-30 lscb=good",
            "lscb 2015-08-03 lscb=not_judged",
            "ilacs 2019-09-05 overall_effectiveness=good",
            "lscb 2020-08-03 lscb=not_judged"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    published_by, standing
          2014-04-28, 2014-12-31,   graded good
          2014-04-29, 2014-06-29,   graded good
          2014-04-29, 2014-06-30,   graded inadequate
          2017-09-29, 2018-01-31,   graded inadequate
          # A start known only to the month stands for its last day,
          2017-09-30, 2018-01-31,   graded outstanding
          # and a publication known only to the year for the last day of the year.
          2020-12-31, 2020-12-30,   graded outstanding
          2020-12-31, 2020-12-31,   graded requires_improvement
          """)
  void onlyWhatHadStartedAndWasPublishedCounts(String asAt, String publishedBy, String standing) {
    LineHistory history =
        follow(
            "any",
            "headline",
            "slac 2010-03-12 safeguarding=good",
            "sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate",
            "sif 2017-09..2017-12-11 overall_effectiveness=outstanding",
            "ilacs 2020 overall_effectiveness=requires_improvement");

    assertThat(tell(history.at(date(asAt, publishedBy)), ProjectData.line("headline")))
        .isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          any,       no_longer_judged
          sif_ilacs, no_longer_judged
          sif,       graded inadequate
          ilacs,     not_judged
          """)
  void aScopeSeesNoOtherInspection(String scope, String standing) {
    LineHistory history =
        follow(
            scope,
            "lscb",
            "slac 2010-03-12 safeguarding=good",
            "sif 2014-06-30 lscb=inadequate",
            "ilacs 2021-12-03 overall_effectiveness=good");

    assertThat(tell(history.at(date("2025-03-31", "2025-03-31")), ProjectData.line("lscb")))
        .isEqualTo(standing);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          # as_at,    movement
          2010-03-11, none
          # One rating is no movement.
          2014-06-29, none
          2014-06-30, good good inadequate
          2017-06-13, good inadequate requires_improvement
          # An inspection that does not judge the line is passed over where it is of partial coverage,
          2020-01-01, good requires_improvement outstanding
          # and ends the rating where it is of full coverage.
          2023-01-10, none
          2025-01-10, good outstanding good
          """)
  void movesFromItsFirstAndItsPreviousRatingToTheOneInForce(String asAt, String movement) {
    LineHistory history =
        follow(
            "any",
            "headline",
            "slac 2010-03-12 safeguarding=good",
            "cpi 2012-07-13 overall_effectiveness=not_judged",
            "sif 2014-04-29..2014-06-30 overall_effectiveness=inadequate",
            "sif 2017-06-13 overall_effectiveness=requires_improvement",
            "ilacs 2020-01-01 overall_effectiveness=outstanding",
            "ilacs 2023-01-10 overall_effectiveness=not_judged",
            "ilacs 2025-01-10 overall_effectiveness=good");

    assertThat(tell(history.movement(date(asAt, asAt)), ProjectData.line("headline")))
        .isEqualTo(movement);
  }

  @Test
  void aReportThatCountsLaterIsNeitherFirstNorPreviousOfAMovement() {
    // Started in May 2014, out before the other two: it counts from May on.
    LineHistory history =
        follow(
            "any",
            "headline",
            "sif 2014-05-05..2014-05-20 overall_effectiveness=outstanding",
            "sif 2014-03-04..2014-06-02 overall_effectiveness=good",
            "sif 2014-04-01..2014-06-30 overall_effectiveness=inadequate");

    assertThat(
            tell(history.movement(date("2014-04-30", "2014-06-30")), ProjectData.line("headline")))
        .isEqualTo("good good inadequate");
    assertThat(
            tell(history.movement(date("2014-05-31", "2014-06-30")), ProjectData.line("headline")))
        .isEqualTo("outstanding good inadequate");
  }

  /** "good inadequate good": first, previous and latest. */
  private static String tell(@Nullable Movement movement, Line line) {
    return movement == null
        ? "none"
        : Stream.of(movement.first(), movement.previous(), movement.latest())
            .map(rank -> line.scale().grade(rank).key())
            .collect(joining(" "));
  }

  @Test
  void everyInspectionThatMeansSomethingForTheLineIsAnEvent() {
    List<LineEvent> events =
        follow(
                "any",
                "lscb",
                "cpi 2012-07-13 overall_effectiveness=good",
                "sif 2014-06-30 lscb=good",
                "lscb 2015-08-03 lscb=not_judged",
                "sif 2016-06-30 lscb=? adoption=good",
                "ilacs 2021-12-03 overall_effectiveness=good")
            .counting(date("2026-06-30", "2026-06-30"));

    assertThat(events)
        .extracting(LineEvent::kind)
        .containsExactly(Kind.RATED, Kind.PASSED_OVER, Kind.ENDED);
  }

  @Test
  void onlyARatingHasARank() {
    LineEvent ended =
        follow("any", "lscb", "ilacs 2021-12-03 overall_effectiveness=good").events().get(0);

    assertThatIllegalStateException().isThrownBy(ended::rank).withMessage("a ENDED has no rank");
  }
}
