package org.gradeline.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradeline.statistics.Histories.BOURNEMOUTH;
import static org.gradeline.statistics.Histories.HEADLINE;
import static org.gradeline.statistics.Histories.HEREFORDSHIRE;
import static org.gradeline.statistics.Histories.KNOWSLEY;
import static org.gradeline.statistics.Histories.NORTH_YORKSHIRE;
import static org.gradeline.statistics.Histories.OXFORDSHIRE;
import static org.gradeline.statistics.Histories.REFERENCE;
import static org.gradeline.statistics.Histories.asAt;
import static org.gradeline.statistics.Histories.council;
import static org.gradeline.statistics.Histories.counted;
import static org.gradeline.statistics.Histories.date;
import static org.gradeline.statistics.Histories.history;
import static org.gradeline.statistics.Histories.sum;
import static org.gradeline.statistics.Histories.written;

import java.util.Comparator;
import java.util.List;
import org.gradeline.histories.CouncilHistory;
import org.gradeline.histories.Direction;
import org.gradeline.statistics.PublicationDayTally.Day;
import org.gradeline.statistics.PublicationDayTally.Rating;
import org.junit.jupiter.api.Test;

/** Reports that came out together. */
class PublicationDayTallyTest {
  private static final int GOOD = 2;
  private static final int REQUIRES_IMPROVEMENT = 3;
  private static final int INADEQUATE = 4;

  /** 30 June 2014: five reports in one day. */
  private static final Rating[] FIVE_REPORTS = {
    new Rating(council("340").position(), INADEQUATE, Direction.DECLINED),
    new Rating(council("815").position(), GOOD, Direction.IMPROVED),
    new Rating(council("837").position(), REQUIRES_IMPROVEMENT, Direction.DECLINED),
    new Rating(council("884").position(), REQUIRES_IMPROVEMENT, Direction.IMPROVED),
    new Rating(council("931").position(), GOOD, Direction.SAME)
  };

  @Test
  void fiveReportsInOneDayInTheOrderOfTheCouncils() {
    PublicationDayTally tally =
        tally(OXFORDSHIRE, KNOWSLEY, HEREFORDSHIRE, NORTH_YORKSHIRE, BOURNEMOUTH);

    assertThat(ratings(tally, "2014-06-30")).containsExactly(FIVE_REPORTS);
  }

  @Test
  void partsMakeTheSameDay() {
    PublicationDayTally tally =
        sum(
            tally(HEREFORDSHIRE, OXFORDSHIRE),
            tally(BOURNEMOUTH),
            tally(NORTH_YORKSHIRE, KNOWSLEY));

    assertThat(ratings(tally, "2014-06-30")).containsExactly(FIVE_REPORTS);
  }

  @Test
  void everyPublicationHasItsDayInOrder() {
    assertThat(tally(KNOWSLEY).days())
        .filteredOn(day -> day.line() == HEADLINE.position())
        .extracting(day -> day.published().toString())
        .containsExactly("2010-03-12", "2014-06-30", "2017-06-13", "2021-12-03", "2025-01-20");
  }

  @Test
  void aDayOnWhichSeveralReportsCameOutIsOneDay() {
    assertThat(tally(OXFORDSHIRE, KNOWSLEY, HEREFORDSHIRE, NORTH_YORKSHIRE, BOURNEMOUTH).days())
        .filteredOn(day -> day.line() == HEADLINE.position())
        .extracting(day -> day.published().toString())
        .doesNotHaveDuplicates()
        .contains("2014-06-30");
  }

  @Test
  void daysAreInTheOrderOfTimeThenOfTheLinesWhateverPartsTheyAreIn() {
    PublicationDayTally whole = tally(Histories.ALL.toArray(CouncilHistory[]::new));
    PublicationDayTally parts = tally(BOURNEMOUTH);
    Histories.ALL.stream()
        .filter(council -> !council.equals(BOURNEMOUTH))
        .forEach(council -> sum(parts, tally(council)));

    assertThat(parts.days().toList())
        .isNotEmpty()
        .isSortedAccordingTo(Comparator.comparing(Day::published).thenComparing(Day::line))
        .isEqualTo(whole.days().toList());
  }

  @Test
  void everythingIsCountedOnceHoweverOftenItIsAsked() {
    PublicationDayTally tally = sum(tally(OXFORDSHIRE), tally(KNOWSLEY));
    List<Day> days = tally.days().toList();
    byte[] written = written(tally);

    assertThat(tally.days().toList()).isEqualTo(days);
    assertThat(written(tally)).isEqualTo(written);
    tally.count(HEREFORDSHIRE);
    assertThat(tally.days().toList())
        .isEqualTo(tally(OXFORDSHIRE, KNOWSLEY, HEREFORDSHIRE).days().toList());
  }

  @Test
  void aPublicationKnownToItsMonthIsOnNoDay() {
    CouncilHistory council =
        history(
            "340",
            "slac - 2010 safeguarding=good",
            "sif - 2014-06 overall_effectiveness=inadequate",
            "sif 2017-03-13 2017-06-30 overall_effectiveness=requires_improvement");

    assertThat(tally(council).days())
        .filteredOn(day -> day.line() == HEADLINE.position())
        .extracting(day -> day.published().toString())
        .containsExactly("2017-06-30");
    assertThat(ratings(tally(council), "2017-06-30"))
        .as("it is still the rating before")
        .containsExactly(
            new Rating(council("340").position(), REQUIRES_IMPROVEMENT, Direction.IMPROVED));
  }

  private static List<Rating> ratings(PublicationDayTally tally, String day) {
    return tally
        .days()
        .filter(each -> each.line() == HEADLINE.position() && each.published().equals(date(day)))
        .flatMap(each -> each.ratings().stream())
        .toList();
  }

  private static PublicationDayTally tally(CouncilHistory... councils) {
    return counted(new PublicationDayTally(REFERENCE, asAt("2026-06-18")), councils);
  }
}
